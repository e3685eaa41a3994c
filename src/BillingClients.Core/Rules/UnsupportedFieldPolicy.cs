using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BillingClients.Providers;

/// <summary>Decides what becomes of fields that a provider cannot hold. Safe for concurrent use.</summary>
internal sealed class UnsupportedFieldPolicy(ProviderDescriptor provider, Func<UnsupportedFields> settings, ILogger logger)
{
    private readonly ConcurrentDictionary<CustomerField, bool> _saidIgnored = new();

    /// <summary>The call's policy, or else the client's; ignored fields are logged, once each.</summary>
    /// <exception cref="UnsupportedFieldException">The policy refuses, or the provider has no metadata to store them in.</exception>
    internal UnsupportedFields Decide(CustomerOperation operation, FieldSet unsupported, CallOptions? options)
    {
        UnsupportedFields policy = options?.UnsupportedFields ?? settings();
        bool canStore = CanStore(operation);
        foreach (CustomerField field in unsupported.Each())
        {
            if (policy == UnsupportedFields.Ignore)
            {
                SayIgnored(field);
            }
            else if (policy == UnsupportedFields.Refuse || !canStore)
            {
                string remedy = canStore
                    ? "Leave it out, or set UnsupportedFields to Ignore or StoreInMetadata, for the client or in CallOptions."
                    : "Leave it out, or set UnsupportedFields to Ignore, for the client or in CallOptions.";
                throw Refusal.Field(provider, operation, field, operation == CustomerOperation.Create ? "cannot hold" : "cannot change", remedy);
            }
        }

        return policy;
    }

    private bool CanStore(CustomerOperation operation)
    {
        FieldSupport metadata = provider.Capabilities.Field(CustomerField.Metadata);
        return (operation == CustomerOperation.Create ? metadata.Create : metadata.Update) != Support.Unsupported;
    }

    private void SayIgnored(CustomerField field)
    {
        if (_saidIgnored.TryAdd(field, true))
        {
            logger.FieldIgnored(provider.DisplayName, field);
        }
    }
}
