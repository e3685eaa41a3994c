using System.Diagnostics;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>What to change. An unset property is left as it is; null clears it; a value replaces it, collections and addresses as a whole.</summary>
[DebuggerDisplay("CustomerUpdate")]
public sealed record CustomerUpdate
{
    /// <summary>Makes an update in which nothing is set.</summary>
    public CustomerUpdate()
    {
    }

    /// <summary>Makes a copy. Use it in languages without <c>with</c>, such as F# and Visual Basic.</summary>
    /// <param name="original">What is copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="original"/> is null.</exception>
    public CustomerUpdate(CustomerUpdate original)
    {
        ArgumentNullException.ThrowIfNull(original);
        ExternalId = original.ExternalId;
        Name = original.Name;
        FirstName = original.FirstName;
        LastName = original.LastName;
        Email = original.Email;
        Phone = original.Phone;
        Description = original.Description;
        BillingAddress = original.BillingAddress;
        ShippingAddress = original.ShippingAddress;
        TaxIds = original.TaxIds;
        TaxExempt = original.TaxExempt;
        Metadata = original.Metadata;
        ProviderFields = original.ProviderFields;
    }

    /// <summary>Your own identifier of the customer.</summary>
    [JsonConverter(typeof(OptionalConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> ExternalId { get; init; }

    /// <summary>The whole name.</summary>
    [JsonConverter(typeof(OptionalConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; init; }

    /// <summary>The first name.</summary>
    [JsonConverter(typeof(OptionalConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> FirstName { get; init; }

    /// <summary>The last name.</summary>
    [JsonConverter(typeof(OptionalConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> LastName { get; init; }

    /// <summary>The e-mail address.</summary>
    [JsonConverter(typeof(OptionalConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Email { get; init; }

    /// <summary>The telephone number.</summary>
    [JsonConverter(typeof(OptionalConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Phone { get; init; }

    /// <summary>Free text about the customer.</summary>
    [JsonConverter(typeof(OptionalConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Description { get; init; }

    /// <summary>The address on the invoice.</summary>
    [JsonConverter(typeof(OptionalConverter<Address?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Address?> BillingAddress { get; init; }

    /// <summary>Where goods go.</summary>
    [JsonConverter(typeof(OptionalConverter<Address?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Address?> ShippingAddress { get; init; }

    /// <summary>Tax numbers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalTaxIds TaxIds { get; init; }

    /// <summary>True when no tax is charged.</summary>
    [JsonConverter(typeof(OptionalConverter<bool?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> TaxExempt { get; init; }

    /// <summary>Your own keys and values. No provider merges: the whole map is replaced.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalMetadata Metadata { get; init; }

    /// <summary>Typed extras, one record per provider. A client takes its own and ignores the others'.</summary>
    public IReadOnlyList<ProviderFields> ProviderFields { get; init => field = value is { Count: > 0 } ? value : []; } = [];

    /// <summary>The type's name only: the properties are personal data, and this text ends up in logs.</summary>
    public override string ToString() => nameof(CustomerUpdate);
}
