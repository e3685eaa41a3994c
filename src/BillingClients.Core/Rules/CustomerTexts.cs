namespace BillingClients.Providers;

/// <summary>Checks every text of a request, so that what is sent is what was given. For writing a provider.</summary>
public static class CustomerTexts
{
    private const int LongestInUrl = 4096;

    internal static void Check(ProviderDescriptor provider, CustomerCreate customer)
    {
        const CustomerOperation Create = CustomerOperation.Create;
        Require(provider, Create, nameof(customer.ExternalId), customer.ExternalId);
        Require(provider, Create, nameof(customer.Name), customer.Name);
        Require(provider, Create, nameof(customer.FirstName), customer.FirstName);
        Require(provider, Create, nameof(customer.LastName), customer.LastName);
        Email(provider, Create, customer.Email);
        Require(provider, Create, nameof(customer.Phone), customer.Phone);
        Require(provider, Create, nameof(customer.Description), customer.Description);
        Address(provider, Create, nameof(customer.BillingAddress), customer.BillingAddress);
        Address(provider, Create, nameof(customer.ShippingAddress), customer.ShippingAddress);
        TaxIds(provider, Create, customer.TaxIds);
        Metadata(provider, Create, customer.Metadata);
    }

    internal static void Check(ProviderDescriptor provider, CustomerUpdate update)
    {
        const CustomerOperation Update = CustomerOperation.Update;
        Require(provider, Update, nameof(update.ExternalId), update.ExternalId.ValueOr(null));
        Require(provider, Update, nameof(update.Name), update.Name.ValueOr(null));
        Require(provider, Update, nameof(update.FirstName), update.FirstName.ValueOr(null));
        Require(provider, Update, nameof(update.LastName), update.LastName.ValueOr(null));
        Email(provider, Update, update.Email.ValueOr(null));
        Require(provider, Update, nameof(update.Phone), update.Phone.ValueOr(null));
        Require(provider, Update, nameof(update.Description), update.Description.ValueOr(null));
        Address(provider, Update, nameof(update.BillingAddress), update.BillingAddress.ValueOr(null));
        Address(provider, Update, nameof(update.ShippingAddress), update.ShippingAddress.ValueOr(null));
        TaxIds(provider, Update, update.TaxIds.ValueOr(null));
        Metadata(provider, Update, update.Metadata.ValueOr(null));
    }

    internal static void Check(ProviderDescriptor provider, CustomerListRequest request)
    {
        Email(provider, CustomerOperation.List, request.Email);
        Require(provider, CustomerOperation.List, nameof(request.ExternalId), request.ExternalId);
        Require(provider, CustomerOperation.List, nameof(request.PageToken), request.PageToken);
        InUrl(provider, nameof(request.Email), request.Email);
        InUrl(provider, nameof(request.ExternalId), request.ExternalId);
        InUrl(provider, nameof(request.PageToken), request.PageToken);
    }

    /// <summary>Checks a text that a provider's own fields hold.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="property">The property's name.</param>
    /// <param name="text">The text; null passes.</param>
    /// <exception cref="BillingValidationException">The text is empty, or no valid Unicode.</exception>
    public static void Require(ProviderDescriptor provider, CustomerOperation operation, string property, string? text)
    {
        if (text is not null && TextRules.Check(text) is { } problem)
        {
            throw Refusal.Request(provider, operation, property, problem);
        }
    }

    // A URL has an end: servers stop reading it after some KiB, and Uri takes no more than 64 Ki characters before .NET 10.
    private static void InUrl(ProviderDescriptor provider, string property, string? text)
    {
        if (text?.Length > LongestInUrl)
        {
            throw Refusal.Request(provider, CustomerOperation.List, property, $"has {text.Length} characters, and {LongestInUrl} are allowed there");
        }
    }

    private static void Email(ProviderDescriptor provider, CustomerOperation operation, string? email)
    {
        Require(provider, operation, "Email", email);
        if (email is not null && TextRules.CheckEmail(email) is { } problem)
        {
            throw Refusal.Request(provider, operation, "Email", problem);
        }
    }

    private static void Address(ProviderDescriptor provider, CustomerOperation operation, string property, Address? address)
    {
        if (address is null)
        {
            return;
        }

        Part(address.Line1, "Line1");
        Part(address.Line2, "Line2");
        Part(address.City, "City");
        Part(address.State, "State");
        Part(address.PostalCode, "PostalCode");
        Part(address.Country, "Country");

        void Part(string? text, string name)
        {
            if (text is not null && TextRules.Check(text) is { } problem)
            {
                throw Refusal.Request(provider, operation, $"{property}.{name}", problem);
            }
        }
    }

    private static void TaxIds(ProviderDescriptor provider, CustomerOperation operation, IReadOnlyList<TaxId>? taxIds)
    {
        for (int i = 0; i < taxIds?.Count; i++)
        {
            Require(provider, operation, "TaxIds.Type", taxIds[i].Type);
            Require(provider, operation, "TaxIds.Value", taxIds[i].Value);
        }
    }

    private static void Metadata(ProviderDescriptor provider, CustomerOperation operation, IReadOnlyDictionary<string, string>? metadata)
    {
        if (metadata is null)
        {
            return;
        }

        foreach ((string key, string value) in metadata)
        {
            // An empty value is a value; half a character is not. The key stays unsaid: it may be personal data.
            if (key.Length == 0 || value is null || (TextRules.Check(key) ?? (value.Length == 0 ? null : TextRules.Check(value))) is not null)
            {
                throw Refusal.Request(provider, operation, "Metadata", "has an entry with an empty key, a null value, or text that is not valid Unicode");
            }
        }
    }
}
