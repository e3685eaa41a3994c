using System.Reflection;
using BillingClients.Providers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients.Tests;

/// <summary>A provider's client and registration, found in the assemblies that lie beside the tests.</summary>
internal sealed class DiscoveredProvider
{
    private const string EndOfClientName = "CustomerClient";

    private DiscoveredProvider(Type clientType, Type optionsType)
    {
        ClientType = clientType;
        OptionsType = optionsType;
        Descriptor = (ProviderDescriptor)clientType.GetProperty(nameof(Descriptor), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
    }

    /// <summary>Every provider, in the order of their names.</summary>
    internal static IReadOnlyList<DiscoveredProvider> All { get; } = [.. Found().OrderBy(static provider => provider.Name, StringComparer.Ordinal)];

    /// <summary>The assemblies that hold a provider, or two.</summary>
    internal static IEnumerable<Assembly> Assemblies => All.Select(static provider => provider.ClientType.Assembly).Distinct();

    /// <summary>The short name, as in <c>simulator["flexprice"]</c>.</summary>
    internal string Name => Descriptor.Name;

    /// <summary>The word with which its types begin, such as <c>Flexprice</c>.</summary>
    internal string TypePrefix => ClientType.Name[..^EndOfClientName.Length];

    internal Type ClientType { get; }

    internal Type OptionsType { get; }

    internal ProviderDescriptor Descriptor { get; }

    /// <summary>The header that carries the key. Every client names it in the same internal property.</summary>
    internal string KeyHeader =>
        ((ApiKeyHeader)ClientType.GetProperty(nameof(ApiKeyHeader), BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!).Name;

    internal static DiscoveredProvider Called(string name) => All.Single(provider => provider.Name == name);

    internal ProviderOptions NewOptions() => (ProviderOptions)Activator.CreateInstance(OptionsType)!;

    /// <summary>Makes a client without a container. The options are of <see cref="OptionsType"/>.</summary>
    internal ICustomerClient Create(ProviderOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        ConstructorInfo create = ClientType.GetConstructor([OptionsType, typeof(ILoggerFactory), typeof(TimeProvider)])
            ?? throw new MissingMethodException($"{ClientType.Name} has no constructor ({OptionsType.Name}, ILoggerFactory?, TimeProvider?).");
        return (ICustomerClient)create.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, [options, loggerFactory, timeProvider], culture: null);
    }

    /// <summary>Makes a client without a container, with the key and no other options.</summary>
    internal ICustomerClient Create(string apiKey) => (ICustomerClient)Activator.CreateInstance(ClientType, apiKey)!;

    /// <summary>Registers a client under the provider's name.</summary>
    internal ICustomerClientBuilder Register(IServiceCollection services, Action<ProviderOptions> configure) => Add(services, configure);

    /// <summary>Registers a client under a name.</summary>
    internal ICustomerClientBuilder Register(IServiceCollection services, string name, Action<ProviderOptions> configure) => Add(services, name, configure);

    /// <summary>Registers a client that is configured with services of the application, under the provider's name.</summary>
    internal ICustomerClientBuilder Register(IServiceCollection services, Action<IServiceProvider, ProviderOptions> configure) => Add(services, configure);

    /// <summary>Registers a client that is configured with services of the application, under a name.</summary>
    internal ICustomerClientBuilder Register(IServiceCollection services, string name, Action<IServiceProvider, ProviderOptions> configure) =>
        Add(services, name, configure);

    /// <summary>Registers a client that a section configures, under the provider's name.</summary>
    internal ICustomerClientBuilder Register(IServiceCollection services, IConfiguration section) => Add(services, section);

    /// <summary>Registers a client that a section configures, under a name.</summary>
    internal ICustomerClientBuilder Register(IServiceCollection services, string name, IConfiguration section) => Add(services, name, section);

    private static IEnumerable<DiscoveredProvider> Found() =>
        from assembly in AssembliesBesideTheTests()
        from type in assembly.GetExportedTypes()
        let options = OptionsOf(type)
        where options is not null && !type.IsAbstract
        select new DiscoveredProvider(type, options);

    private static IEnumerable<Assembly> AssembliesBesideTheTests() =>
        from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "BillingClients.*.dll")
        let name = Path.GetFileNameWithoutExtension(file)
        where !name.EndsWith(".Tests", StringComparison.Ordinal)
        select Assembly.Load(name);

    private static Type? OptionsOf(Type type) =>
        type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(ProviderCustomerClient<>)
            ? parent.GetGenericArguments()[0]
            : null;

    // Providers of this repository take the name before the options, others may take it after them: the types tell which argument is which.
    private ICustomerClientBuilder Add(params object[] arguments)
    {
        MethodInfo add = ClientType.Assembly.GetExportedTypes().SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .FirstOrDefault(method => method.Name == $"Add{TypePrefix}" && Takes(method.GetParameters(), arguments))
            ?? throw new MissingMethodException(
                $"{ClientType.Assembly.GetName().Name} has no Add{TypePrefix} with {string.Join(", ", arguments.Select(static each => each.GetType().Name))}.");
        return (ICustomerClientBuilder)Invoke(add, [.. add.GetParameters().Select(parameter => Fitting(parameter, arguments) ?? parameter.DefaultValue)]);
    }

    private static bool Takes(ParameterInfo[] parameters, object[] arguments) =>
        parameters.All(parameter => parameter.HasDefaultValue || Fitting(parameter, arguments) is not null)
        && arguments.All(argument => parameters.Any(parameter => parameter.ParameterType.IsInstanceOfType(argument)));

    private static object? Fitting(ParameterInfo parameter, object[] arguments) => Array.Find(arguments, parameter.ParameterType.IsInstanceOfType);

    private static object Invoke(MethodInfo method, object?[] arguments) =>
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!;
}
