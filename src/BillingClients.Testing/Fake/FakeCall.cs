using System.Diagnostics;
using BillingClients.Providers;

namespace BillingClients.Testing;

/// <summary>One call that a <see cref="FakeCustomerClient"/> answered. What it refused, as a real client would before sending, is not among them.</summary>
/// <remarks>
/// Holds a checked copy of the arguments, without the fields that the provider cannot store. Later changes of the caller's collections do not change it.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FakeCall
{
    internal FakeCall(ProviderDescriptor provider, string client, BillingOperation operation, CallOptions? options)
    {
        Provider = provider;
        Client = client;
        Operation = operation;
        Options = options;
    }

    /// <summary>The place in the order of calls, from 1.</summary>
    public int Number { get; internal set; }

    /// <summary>The provider that the client stands for.</summary>
    public ProviderDescriptor Provider { get; }

    /// <summary>The name of the client: <see cref="FakeCustomerClient.Name"/>.</summary>
    public string Client { get; }

    /// <summary>The operation.</summary>
    public BillingOperation Operation { get; }

    /// <summary>The call's settings; null when none were given.</summary>
    public CallOptions? Options { get; }

    /// <summary>Whom a get, an update or a delete was about; null otherwise.</summary>
    public CustomerKey? Key { get; internal init; }

    /// <summary>What a create stores; null otherwise.</summary>
    public CustomerCreate? Customer { get; internal init; }

    /// <summary>What an update changes; null otherwise.</summary>
    public CustomerUpdate? Update { get; internal init; }

    /// <summary>What a list asks for; null otherwise.</summary>
    public CustomerListRequest? Request { get; internal init; }

    internal NextStep NextStep => new(Provider, Operation, LacksUniqueKey);

    private bool LacksUniqueKey => Provider.Capabilities.UniqueKey switch
    {
        _ when Customer is null => false,
        UniqueKey.ExternalId => Customer.ExternalId is null,
        UniqueKey.Email => Customer.Email is null,
        _ => true,
    };

    /// <summary>Number and operation only: the rest is personal data.</summary>
    public override string ToString() => $"#{Number} {Operation}";
}
