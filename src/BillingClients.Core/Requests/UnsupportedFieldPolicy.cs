using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BillingClients.Providers;

/// <summary>Decides what happens to the fields of a request that the provider cannot store. Safe for concurrent use.</summary>
internal sealed class UnsupportedFieldPolicy(ProviderDescriptor provider, string clientName, Func<UnsupportedFields> settings, ILogger logger)
{
    private readonly ConcurrentDictionary<CustomerField, bool> _loggedFields = new();

    /// <summary>The policy of the call, or else of the client.</summary>
    internal UnsupportedFields Of(CallOptions? options) => options?.UnsupportedFields ?? settings();

    /// <summary>Refuses the fields, if the policy says so or if they cannot be stored in metadata.</summary>
    /// <param name="check">The check of the call.</param>
    /// <param name="unsupported">The fields that are given and that the provider cannot store.</param>
    /// <param name="options">The call's settings; null for none.</param>
    /// <param name="hasMap">Whether there is a map of metadata to store them in. A create makes one.</param>
    internal void Refuse(FieldCheck check, FieldSet unsupported, CallOptions? options, bool hasMap = true)
    {
        if (unsupported.IsEmpty || RemedyFor(check.Operation, Of(options), hasMap) is not { } remedy)
        {
            return;
        }

        string problem = check.Operation.Kind == OperationKind.Create ? "cannot store" : "cannot change";
        foreach (CustomerField field in unsupported.Each())
        {
            check.RefuseUnsupported(field, problem, remedy);
        }
    }

    /// <summary>The customer without these fields, or with them in its metadata.</summary>
    /// <param name="check">The check of the call.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="unsupported">The fields that were not refused.</param>
    /// <param name="options">The call's settings; null for none.</param>
    internal CustomerCreate Apply(FieldCheck check, CustomerCreate customer, FieldSet unsupported, CallOptions? options)
    {
        CustomerCreate rest = CustomerFieldTable.Without(customer, unsupported);
        return unsupported.IsEmpty || Ignores(check, unsupported, options)
            ? rest
            : rest with { Metadata = Merge(check, customer.Metadata, CustomerFieldTable.AsMetadata(customer, unsupported)) };
    }

    /// <summary>The update without these fields, or with them in its metadata.</summary>
    /// <inheritdoc cref="Apply(FieldCheck, CustomerCreate, FieldSet, CallOptions?)"/>
    /// <param name="check">The check of the call.</param>
    /// <param name="update">The update.</param>
    /// <param name="unsupported">The fields that were not refused.</param>
    /// <param name="options">The call's settings; null for none.</param>
    internal CustomerUpdate Apply(FieldCheck check, CustomerUpdate update, FieldSet unsupported, CallOptions? options)
    {
        CustomerUpdate rest = CustomerFieldTable.Without(update, unsupported);
        return unsupported.IsEmpty || Ignores(check, unsupported, options)
            ? rest
            : rest with { Metadata = Merge(check, update.Metadata.ValueOr(null), CustomerFieldTable.AsMetadata(update, unsupported)) };
    }

    /// <summary>Logs the fields that a call leaves out. Each field is logged once.</summary>
    internal void LogIgnored(FieldSet ignored)
    {
        foreach (CustomerField field in ignored.IsEmpty ? [] : ignored.Each())
        {
            if (_loggedFields.TryAdd(field, true))
            {
                logger.FieldIgnored(clientName, field);
            }
        }
    }

    private static CustomerMetadata Merge(
        FieldCheck check, IReadOnlyDictionary<string, string>? metadata, IEnumerable<KeyValuePair<string, string>> entries)
    {
        Dictionary<string, string> merged = new(metadata ?? CustomerMetadata.Empty);
        foreach ((string key, string value) in entries)
        {
            if (!merged.TryAdd(key, value) && merged[key] != value)
            {
                check.Refuse(
                    $"Metadata[{key}]", "already has a value, which differs from the field that would be stored under this key. Remove one of the two");
            }
        }

        return CustomerMetadata.Around(merged);
    }

    // What to do about a field that is refused; null if none is.
    private string? RemedyFor(BillingOperation operation, UnsupportedFields policy, bool hasMap)
    {
        FieldSupport metadata = provider.Capabilities.Field(CustomerField.Metadata);
        bool canStore = (operation.Kind == OperationKind.Create ? metadata.Create : metadata.Update) != Support.Unsupported;
        return policy switch
        {
            UnsupportedFields.Ignore => null,
            UnsupportedFields.StoreInMetadata when canStore && hasMap => null,
            UnsupportedFields.StoreInMetadata when canStore =>
                "To store it in metadata, set Metadata too: the provider replaces the whole map, and its other entries would be lost.",
            _ when canStore => "Leave it out, or set UnsupportedFields to Ignore or StoreInMetadata, for the client or in CallOptions.",
            _ => "Leave it out, or set UnsupportedFields to Ignore, for the client or in CallOptions.",
        };
    }

    private bool Ignores(FieldCheck check, FieldSet unsupported, CallOptions? options)
    {
        bool ignores = Of(options) == UnsupportedFields.Ignore;
        check.Ignored = ignores ? unsupported : default;
        return ignores;
    }
}
