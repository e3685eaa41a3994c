namespace BillingClients.Providers;

/// <summary>Makes the exceptions for requests that are refused before they are sent.</summary>
/// <remarks>The messages name properties and remedies. They contain no values, because values are keys and personal data.</remarks>
internal static class Refusal
{
    /// <summary>The request has problems, at least one.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="problems">What is wrong, in the order in which it was found.</param>
    /// <param name="client">The client's name; null if it is not known here.</param>
    internal static BillingException Of(
        ProviderDescriptor provider, BillingOperation operation, IReadOnlyList<FieldProblem> problems, string? client = null)
    {
        string message = problems is [var only]
            ? only.Sentence
            : $"{provider.DisplayName}: the request has {problems.Count} problems. {string.Join(' ', problems.Select(static each => each.SentenceAmongOthers))}";
        FieldError[] errors = [.. problems.Select(static problem => problem.Error)];
        CustomerField[] unsupported = [.. problems.Select(static problem => problem.Field).OfType<CustomerField>()];
        BillingErrorDetails details = Details(provider, operation, client);
        return unsupported.Length == problems.Count
            ? new UnsupportedFieldException(message, details, unsupported, errors) { Effect = WriteEffect.NothingSent }
            : new BillingValidationException(message, details, errors) { Effect = WriteEffect.NothingSent };
    }

    /// <summary>A property of the request cannot be sent, and nothing else is looked at.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="property">The property, such as <c>BillingAddress.Country</c>.</param>
    /// <param name="problem">What is wrong and what to do, without the value; such as "must be two letters, such as US; it has 3".</param>
    /// <param name="client">The client's name; null if it is not known here.</param>
    internal static BillingException Request(
        ProviderDescriptor provider, BillingOperation operation, string property, string problem, string? client = null) =>
        Of(provider, operation, [FieldProblem.Of(provider, property, problem)], client);

    /// <summary>The provider does not support something.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="capability">The name in <see cref="CustomerCapabilities"/>.</param>
    /// <param name="action">What it cannot do, such as "look up customers by external id".</param>
    /// <param name="alternative">What to do instead; a sentence.</param>
    /// <param name="client">The client's name; null if it is not known here.</param>
    internal static UnsupportedCapabilityException Capability(
        ProviderDescriptor provider, BillingOperation operation, string capability, string action, string alternative, string? client = null) =>
        new($"{provider.DisplayName} cannot {action}. {alternative}", Details(provider, operation, client), capability, alternative)
        {
            Effect = WriteEffect.NothingSent,
        };

    private static BillingErrorDetails Details(ProviderDescriptor provider, BillingOperation operation, string? client) =>
        new() { Provider = provider.Name, Client = client, Operation = operation };
}
