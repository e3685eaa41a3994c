using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>A customer in Ledgerly's words: in a create, in an update and in an answer. Null means: absent.</summary>
public sealed record LedgerlyCustomer : ProviderData
{
    /// <summary>The id, <c>cu_…</c>.</summary>
    public string? Id { get; init; }

    /// <summary>The application's identifier.</summary>
    public string? Ref { get; init; }

    /// <summary>The name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Free text.</summary>
    public string? Note { get; init; }

    /// <summary>The application's own keys and values.</summary>
    public CustomerMetadata? Labels { get; init; }

    /// <summary>When it was created; seconds since 1970.</summary>
    public WireTimestamp? Created { get; init; }
}

/// <summary>The answer of a list.</summary>
internal sealed record LedgerlyPage(IReadOnlyList<LedgerlyCustomer>? Customers, string? Next);

/// <summary>Reads and writes Ledgerly's JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LenientStringConverter)])]
[JsonSerializable(typeof(LedgerlyCustomer))]
[JsonSerializable(typeof(LedgerlyPage))]
internal sealed partial class LedgerlyJsonContext : JsonSerializerContext;

/// <summary>Registers Ledgerly's record, so that the JSON of a customer can hold it.</summary>
internal static class LedgerlyRecords
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A program may read stored JSON before it makes a client.")]
    internal static void Register() => ProviderRecords.AddData("ledgerly.customer", static () => LedgerlyJsonContext.Default.LedgerlyCustomer);
}
