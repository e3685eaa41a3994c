using BillingClients.Wire.Tests.Stages;

namespace BillingClients.Wire.Tests.Scenarios;

/// <summary>What is called at one provider. Its requests and answers are the files in <c>wiremock/&lt;provider&gt;</c>.</summary>
/// <remarks>
/// Stubs know no state. So no two calls may send the same request: a call that reads before it writes has a customer of its own.
/// </remarks>
/// <param name="provider">The provider's name, which is also the folder's.</param>
/// <param name="documented">The provider's options as they are by default.</param>
/// <param name="apiKey">The key that the stubs want.</param>
/// <param name="wrongKey">A key of the right form that the provider does not know.</param>
internal abstract class Scenario(string provider, ProviderOptions documented, string apiKey, string wrongKey)
{
    /// <summary>A key that is given, and so is in the file; one that the client makes up is a pattern there.</summary>
    internal const string GivenIdempotencyKey = "import-1815-row-1";

    /// <summary>All scenarios.</summary>
    internal static IReadOnlyList<Scenario> All { get; } =
    [
        .. typeof(Scenario).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(Scenario)))
            .Select(static type => (Scenario)Activator.CreateInstance(type)!)
            .OrderBy(static scenario => scenario.Provider, StringComparer.Ordinal),
    ];

    internal string Provider { get; } = provider;

    /// <summary>The path of the provider's documented address, which begins every stub's path.</summary>
    internal string BasePath { get; } = documented.GetBaseAddress().AbsolutePath.TrimEnd('/');

    internal string ApiKey { get; } = apiKey;

    /// <summary>Options for a call that the provider refuses.</summary>
    protected CallOptions WrongKey { get; } = new() { ApiKey = wrongKey };

    internal static Scenario Of(string provider) => All.Single(scenario => scenario.Provider == provider);

    /// <summary>The real client, which tries each request once.</summary>
    internal abstract ICustomerClient CreateClient(Uri baseAddress);

    /// <summary>Makes the calls, in order.</summary>
    internal abstract Task PlayAsync(Stage stage);
}
