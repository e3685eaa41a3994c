using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BillingClients.Providers;

/// <summary>Decides what happens to the fields of a request that the provider cannot store. Safe for concurrent use.</summary>
internal sealed class UnsupportedFieldPolicy(ProviderDescriptor provider, Func<UnsupportedFields> settings, ILogger logger)
{
    private readonly ConcurrentDictionary<CustomerField, bool> _loggedFields = new();

    /// <summary>The customer without these fields, or with them in its metadata.</summary>
    /// <exception cref="UnsupportedFieldException">The policy refuses, or the provider has no metadata to store them in.</exception>
    internal CustomerCreate Apply(FieldCheck check, CustomerCreate customer, FieldSet unsupported, CallOptions? options)
    {
        CustomerCreate rest = CustomerFieldTable.Without(customer, unsupported);
        return Decide(CustomerOperation.Create, unsupported, options) == UnsupportedFields.Ignore
            ? rest
            : rest with { Metadata = Merge(check, customer.Metadata, CustomerFieldTable.AsMetadata(customer, unsupported)) };
    }

    /// <summary>The update without these fields, or with them in its metadata.</summary>
    /// <exception cref="UnsupportedFieldException">The policy refuses, or there is no metadata to store them in.</exception>
    internal CustomerUpdate Apply(FieldCheck check, CustomerUpdate update, FieldSet unsupported, CallOptions? options)
    {
        CustomerUpdate rest = CustomerFieldTable.Without(update, unsupported);
        if (Decide(CustomerOperation.Update, unsupported, options) == UnsupportedFields.Ignore)
        {
            return rest;
        }

        if (update.Metadata.ValueOr(null) is not { } metadata)
        {
            const string Remedy = "To store it in metadata, set Metadata too: the provider replaces the whole map, and its other entries would be lost.";
            throw Refusal.Field(provider, CustomerOperation.Update, unsupported.Each().First(), "cannot change", Remedy);
        }

        return rest with { Metadata = Merge(check, metadata, CustomerFieldTable.AsMetadata(update, unsupported)) };
    }

    private static CustomerMetadata Merge(
        FieldCheck check, IReadOnlyDictionary<string, string>? metadata, IEnumerable<KeyValuePair<string, string>> entries)
    {
        Dictionary<string, string> merged = new(metadata ?? CustomerMetadata.Empty);
        foreach ((string key, string value) in entries)
        {
            if (!merged.TryAdd(key, value) && merged[key] != value)
            {
                throw check.Refuse(
                    $"Metadata[{key}]", "already has a value, which differs from the field that would be stored under this key. Remove one of the two");
            }
        }

        return CustomerMetadata.Around(merged);
    }

    // The policy of the call, or else of the client. Each ignored field is logged once.
    private UnsupportedFields Decide(BillingOperation operation, FieldSet unsupported, CallOptions? options)
    {
        UnsupportedFields policy = options?.UnsupportedFields ?? settings();
        bool canStore = CanStore(operation);
        foreach (CustomerField field in unsupported.Each())
        {
            if (policy == UnsupportedFields.Ignore)
            {
                LogIgnored(field);
            }
            else if (policy == UnsupportedFields.Refuse || !canStore)
            {
                string remedy = canStore
                    ? "Leave it out, or set UnsupportedFields to Ignore or StoreInMetadata, for the client or in CallOptions."
                    : "Leave it out, or set UnsupportedFields to Ignore, for the client or in CallOptions.";
                throw Refusal.Field(provider, operation, field, operation.Kind == OperationKind.Create ? "cannot store" : "cannot change", remedy);
            }
        }

        return policy;
    }

    private bool CanStore(BillingOperation operation)
    {
        FieldSupport metadata = provider.Capabilities.Field(CustomerField.Metadata);
        return (operation.Kind == OperationKind.Create ? metadata.Create : metadata.Update) != Support.Unsupported;
    }

    private void LogIgnored(CustomerField field)
    {
        if (_loggedFields.TryAdd(field, true))
        {
            logger.FieldIgnored(provider.DisplayName, field);
        }
    }
}
