namespace BillingClients.Conformance;

/// <summary>How a write (a create, an update or a delete) goes wrong, so that the client cannot know what it did.</summary>
public enum LostAnswer
{
    /// <summary>The connection breaks before the provider has stored anything.</summary>
    BeforeCommit,

    /// <summary>The provider stores it, and the connection breaks.</summary>
    AfterCommit,

    /// <summary>The provider stores it, and a gateway answers 502.</summary>
    GatewayErrorAfterCommit,

    /// <summary>The provider stores it, and a page that is not the provider's comes with the status of a success.</summary>
    UnreadableAfterCommit,
}
