namespace BillingClients.Testing;

/// <summary>Which member of RunOnAtlas's error bodies has the text. No error body is documented; RunOnAtlas's own client reads both of these.</summary>
public enum RunOnAtlasErrorMember
{
    /// <summary><c>{"message": "…"}</c>.</summary>
    Message,

    /// <summary><c>{"error": "…"}</c>.</summary>
    Error,
}
