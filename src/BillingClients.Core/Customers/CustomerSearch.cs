using BillingClients.Providers;

namespace BillingClients;

/// <summary>Looks for the customer that a get-or-create asks for: by external id where the provider can look it up, otherwise by e-mail address.</summary>
internal sealed class CustomerSearch
{
    private readonly ICustomerClient _client;
    private readonly CustomerCreate _wanted;
    private readonly CallOptions? _options;
    private readonly bool _byExternalId;

    private CustomerSearch(ICustomerClient client, CustomerCreate wanted, CallOptions? options, bool byExternalId)
    {
        _client = client;
        _wanted = wanted;
        _options = options;
        _byExternalId = byExternalId;
    }

    /// <exception cref="UnsupportedCapabilityException">The provider can find a customer by neither external id nor e-mail address.</exception>
    /// <exception cref="BillingValidationException">The key is missing.</exception>
    internal static CustomerSearch For(ICustomerClient client, CustomerCreate wanted, CallOptions? options)
    {
        CustomerCapabilities capabilities = client.Provider.Capabilities;
        if (capabilities.Get.ByExternalId != Support.Unsupported && (capabilities.UniqueKey == UniqueKey.ExternalId || wanted.ExternalId is not null))
        {
            return wanted.ExternalId is null ? throw Missing(client, nameof(wanted.ExternalId)) : new(client, wanted, options, byExternalId: true);
        }

        if (capabilities.Filters.Email == Support.Unsupported)
        {
            throw Refusal.Capability(
                client.Provider,
                CustomerOperation.Create,
                "GetOrCreateAsync",
                "look up customers by external id or e-mail address, which GetOrCreateAsync needs",
                "Store the ids that the provider returns, and use these.",
                ClientName.Of(client));
        }

        return wanted.Email is null ? throw Missing(client, nameof(wanted.Email)) : new(client, wanted, options, byExternalId: false);
    }

    /// <summary>The customer; null when there is none.</summary>
    /// <exception cref="BillingConflictException">Two customers match; or a customer that does not match has the unique key.</exception>
    internal Task<Customer?> FindAsync(CancellationToken cancellationToken) => _byExternalId
        ? _client.FindAsync(CustomerKey.FromExternalId(_wanted.ExternalId!), _options, cancellationToken)
        : FindByEmailAsync(cancellationToken);

    /// <summary>After a conflict, the customer that somebody else created meanwhile; null if it is not found, or does not match.</summary>
    /// <param name="existingId">The id that the conflict named; null if it named none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    internal async Task<Customer?> FindWinnerAsync(string? existingId, CancellationToken cancellationToken)
    {
        if (existingId is null || _client.Provider.Capabilities.Get.ById == Support.Unsupported)
        {
            return await FindAsync(cancellationToken).ConfigureAwait(false);
        }

        Customer? existing = await _client.FindAsync(CustomerKey.FromId(existingId), _options, cancellationToken).ConfigureAwait(false);
        return existing is not null && HasKey(existing) ? existing : null;
    }

    // A provider may filter by a part of the address, or not at all. So each customer is compared, on every page.
    private async Task<Customer?> FindByEmailAsync(CancellationToken cancellationToken)
    {
        List<Customer> matches = [];
        List<Customer> others = [];
        await foreach (CustomerPage page in CustomerPages.ReadAsync(_client, new() { Email = _wanted.Email }, _options, cancellationToken).ConfigureAwait(false))
        {
            matches.AddRange(page.Items.Where(HasKey));
            others.AddRange(page.Items.Where(customer => HasEmail(customer) && !HasKey(customer)));
            if (IsUniqueByEmail && matches.Count + others.Count > 0)
            {
                break;
            }
        }

        return (matches, others) switch
        {
            ([], [var taken, ..]) when IsUniqueByEmail => throw TakenBy(taken),
            ([], _) => null,
            ([var match], _) => match,
            _ => ByExternalId(matches) ?? throw Several(matches),
        };
    }

    private bool IsUniqueByEmail => _client.Provider.Capabilities.UniqueKey == UniqueKey.Email;

    private Customer? ByExternalId(List<Customer> matches) =>
        _wanted.ExternalId is not null && matches.Where(match => match.ExternalId == _wanted.ExternalId).ToArray() is [var only] ? only : null;

    private bool HasKey(Customer customer) => _byExternalId ? customer.ExternalId == _wanted.ExternalId : HasEmail(customer) && HasNoOtherExternalId(customer);

    private bool HasEmail(Customer customer) => customer.Email is { } email && SentText.IsSameEmail(_wanted.Email!, email);

    // Without an external id, a customer may have been created before the application had one.
    private bool HasNoOtherExternalId(Customer customer) =>
        string.IsNullOrEmpty(customer.ExternalId) || _wanted.ExternalId is null || customer.ExternalId == _wanted.ExternalId;

    private BillingConflictException TakenBy(Customer other) => Conflict(
        "a customer with this e-mail address has another external id (see ExistingId). Nothing was created. Use that customer, or another e-mail address.", other.Id);

    private BillingConflictException Several(List<Customer> matches) => Conflict(
        $"{(matches.Count == 2 ? "two" : "several")} customers have this e-mail address, and it cannot be told which one you mean. Nothing was created."
            + " Use the id of one, or remove the others.",
        matches[0].Id);

    private BillingConflictException Conflict(string problem, string existingId) => new(
        $"{_client.Provider.DisplayName}: {problem}",
        new BillingErrorDetails { Provider = _client.Provider.Name, Client = ClientName.Of(_client), Operation = CustomerOperation.Create },
        existingId)
    {
        Reason = ConflictReason.KeyTaken,
    };

    private static BillingException Missing(ICustomerClient client, string property) => Refusal.Request(
        client.Provider, CustomerOperation.Create, property, "is required, because GetOrCreateAsync looks up the customer by it", ClientName.Of(client));
}
