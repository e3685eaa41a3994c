namespace BillingClients.Providers;

/// <summary>Makes the exceptions for requests that are refused before they are sent.</summary>
/// <remarks>The messages name properties and remedies. They contain no values, because values are keys and personal data.</remarks>
internal static class Refusal
{
    /// <summary>A property of the request cannot be sent.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="property">The property, such as <c>BillingAddress.Country</c>.</param>
    /// <param name="problem">What is wrong and what to do, without the value; such as "must be two letters, such as US; it has 3".</param>
    internal static BillingValidationException Request(ProviderDescriptor provider, BillingOperation operation, string property, string problem) => new(
        $"{provider.DisplayName}: {property} {problem}{(problem.EndsWith('.') ? "" : ".")}",
        Details(provider, operation),
        [new FieldError(property, problem)])
    {
        Effect = WriteEffect.NothingSent,
    };

    /// <summary>The provider does not support something.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="capability">The name in <see cref="CustomerCapabilities"/>.</param>
    /// <param name="action">What it cannot do, such as "look up customers by external id".</param>
    /// <param name="alternative">What to do instead; a sentence.</param>
    internal static UnsupportedCapabilityException Capability(
        ProviderDescriptor provider, BillingOperation operation, string capability, string action, string alternative) =>
        new($"{provider.DisplayName} cannot {action}. {alternative}", Details(provider, operation), capability, alternative) { Effect = WriteEffect.NothingSent };

    /// <summary>The provider cannot store, change or clear a field.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="field">The field.</param>
    /// <param name="problem">What it cannot do, such as "cannot store".</param>
    /// <param name="remedy">What to do; a sentence.</param>
    internal static UnsupportedFieldException Field(
        ProviderDescriptor provider, BillingOperation operation, CustomerField field, string problem, string remedy) =>
        new($"{provider.DisplayName} {problem} {field}. {remedy}", Details(provider, operation), field) { Effect = WriteEffect.NothingSent };

    private static BillingErrorDetails Details(ProviderDescriptor provider, BillingOperation operation) =>
        new() { Provider = provider.Name, Operation = operation };
}
