using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;

namespace BillingClients.Providers;

/// <summary>
/// The providers' own records, by their names in the JSON of the models (<c>$type</c>). Each provider's package registers its records in a method with
/// <c>[ModuleInitializer]</c>. For writing a provider.
/// </summary>
/// <remarks>Safe for concurrent use. A contract is first requested when a record is read or written.</remarks>
public static class ProviderRecords
{
    private static readonly ConcurrentDictionary<string, ProviderRecord> ByName = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<Type, ProviderRecord> ByType = new();

    /// <summary>Registers the record of an answer. Registering it again changes nothing.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="name">The provider's name (<see cref="ProviderDescriptor.Name"/>), a dot, and the record's name.</param>
    /// <param name="contract">The record's contract, from the provider's serializer context.</param>
    /// <exception cref="ArgumentException">Another record has this name, or this record is registered under another name.</exception>
    public static void AddData<T>(string name, Func<JsonTypeInfo<T>> contract)
        where T : ProviderData => Add(name, contract, []);

    /// <summary>Registers a record of fields. Registering it again changes nothing.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="name">The provider's name (<see cref="ProviderDescriptor.Name"/>), a dot, and the record's name.</param>
    /// <param name="contract">The record's contract, from the provider's serializer context.</param>
    /// <param name="operations">The operations that take it. Clients refuse it in others.</param>
    /// <exception cref="ArgumentException">Another record has this name, or this record is registered under another name.</exception>
    public static void AddFields<T>(string name, Func<JsonTypeInfo<T>> contract, params OperationKind[] operations)
        where T : ProviderFields => Add(name, contract, operations);

    /// <summary>The record with a name; null if none is registered that derives from <typeparamref name="T"/>.</summary>
    internal static ProviderRecord? Find<T>(string? name) =>
        name is not null && ByName.TryGetValue(name, out ProviderRecord? record) && typeof(T).IsAssignableFrom(record.Type) ? record : null;

    /// <summary>The record of a type; null if it is not registered.</summary>
    internal static ProviderRecord? Find(Type type) => ByType.GetValueOrDefault(type);

    /// <summary>The record of a type.</summary>
    /// <exception cref="NotSupportedException">It is not registered.</exception>
    internal static ProviderRecord Registered(Type type) => Find(type) ?? throw new NotSupportedException(
        $"{type.Name} cannot be written as JSON, because it is not registered. Call {nameof(ProviderRecords)}.{nameof(AddData)} or {nameof(AddFields)}"
        + " with its name and its contract, in a method with [ModuleInitializer] in its assembly.");

    /// <summary>The names of the records that a provider's operation takes, in order.</summary>
    internal static IEnumerable<string> NamesFor(ProviderDescriptor provider, OperationKind operation) =>
        ByName.Values.Where(record => ProviderRecord.IsNameOf(provider, record.Name) && record.Operations.Contains(operation))
            .Select(static record => record.Name).Order(StringComparer.Ordinal);

    private static void Add<T>(string name, Func<JsonTypeInfo<T>> contract, OperationKind[] operations)
        where T : class
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(contract);
        ProviderRecord<T> record = new(name, contract, operations);

        // By name, because a program with plug-ins may load one package twice.
        if (ByName.GetOrAdd(name, record).Type.FullName != typeof(T).FullName)
        {
            throw new ArgumentException($"{name} is the name of another record. Choose another name for {typeof(T).Name}.", nameof(name));
        }

        if (ByType.GetOrAdd(typeof(T), record).Name != name)
        {
            throw new ArgumentException($"{typeof(T).Name} is registered under another name. Register it once.", nameof(name));
        }
    }
}
