using BillingClients.Providers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BillingClients.Core.Tests.Checks;

/// <summary>Checks whole calls, as a client does: with one <see cref="FieldCheck"/> each, and one exception at the end.</summary>
internal sealed class CallCheck(CustomerCapabilities capabilities, UnsupportedFields policy = UnsupportedFields.Throw, ILogger? logger = null)
{
    private readonly ProviderDescriptor _provider = new("own", "Own", capabilities);

    private RequestCheck Requests { get; } = new(new ProviderDescriptor("own", "Own", capabilities), () => policy, logger ?? NullLogger.Instance);

    internal CustomerCreate Create(CustomerCreate customer, CallOptions? options) =>
        Run(CustomerOperation.Create, check => Requests.Create(check, customer, Requests.Options(check, options)));

    internal CustomerUpdate Update(CustomerKey key, CustomerUpdate update, CallOptions? options) => Run(CustomerOperation.Update, check =>
    {
        options = Requests.Options(check, options);
        Requests.Key(check, key);
        return Requests.Update(check, update, options);
    });

    internal void Key(BillingOperation operation, CustomerKey key, CallOptions? options = null) => Run(operation, check =>
    {
        options = Requests.Options(check, options);
        Requests.Key(check, key);
        return options;
    });

    internal CustomerListRequest List(CustomerListRequest request, CallOptions? options = null) => Run(CustomerOperation.List, check =>
    {
        options = Requests.Options(check, options);
        return Requests.List(check, request);
    });

    private T Run<T>(BillingOperation operation, Func<FieldCheck, T> call)
    {
        FieldCheck check = new(_provider, operation);
        T sent = call(check);
        Requests.Finish(check);
        return sent;
    }
}
