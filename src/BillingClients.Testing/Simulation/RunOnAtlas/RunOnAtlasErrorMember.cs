namespace BillingClients.Testing;

/// <summary>Where RunOnAtlas's error bodies hold their words. No error body is documented; RunOnAtlas's own client reads both of these.</summary>
public enum RunOnAtlasErrorMember
{
    /// <summary><c>{"message": "…"}</c>.</summary>
    Message,

    /// <summary><c>{"error": "…"}</c>.</summary>
    Error,
}
