using System.Diagnostics;
using System.Text.Json;

namespace BillingClients.Providers;

/// <summary>What a provider's error body says, in its own words. For writing a provider.</summary>
[DebuggerDisplay("{Kind}")]
public sealed class ProviderError
{
    /// <summary>What it means; <see cref="ErrorKind.FromStatus"/> by default.</summary>
    public ErrorKind Kind { get; init; }

    /// <summary>The machine-readable code; null for none.</summary>
    public string? Code { get; init; }

    /// <summary>The words; null for none.</summary>
    public string? Message { get; init; }

    /// <summary>The request's name, where the body tells it; null for none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The id of the customer in the way of a create; null where it is not told.</summary>
    public string? ExistingId { get; init; }

    /// <summary>What is wrong with which field.</summary>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    /// <summary>
    /// Whether an answer is in the provider's error format: it is a JSON object but not problem details, and the reader found an error code or a message in it.
    /// </summary>
    internal bool IsIn(ErrorResponse response) =>
        response.Json.ValueKind == JsonValueKind.Object && !response.IsProblemDetails && (Code ?? Message) is not null;
}
