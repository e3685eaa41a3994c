using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace BillingClients.Docs.Tests.PublicApi;

/// <summary>What the shipped assemblies offer, by name.</summary>
internal static class PublicMembers
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What every type or record has, and nobody mentions.
    private static readonly HashSet<string> OfEveryType = ["ToString", "Equals", "GetHashCode", "Deconstruct", "value__", "<Clone>$", "Dispose", "DisposeAsync", "GetEnumerator", "BeginInvoke", "EndInvoke"];

    private static readonly Assembly[] Assemblies =
        [typeof(ICustomerClient).Assembly, typeof(Testing.ProviderSimulator).Assembly, .. DiscoveredProvider.Assemblies];

    /// <summary>
    /// Each type and the names that it offers, its own among them. Nobody names a class of extension methods: only its methods. The members of a serializer
    /// context are left out: a source generator writes them, one for each type that the models contain.
    /// </summary>
    internal static IEnumerable<(Type Type, string Name)> All =>
        from assembly in Assemblies
        from type in assembly.GetExportedTypes()
        from name in (type.IsDefined(typeof(ExtensionAttribute)) ? NamesOf(type) : NamesOf(type).Prepend(NameOf(type))).Distinct()
        select (type, name);

    private static IEnumerable<string> NamesOf(Type type) =>
        from member in type.GetMembers(Declared)
        where member is not (ConstructorInfo or Type) && !OfEveryType.Contains(member.Name)
        where !type.IsSubclassOf(typeof(JsonSerializerContext))
        where member is not MethodInfo { IsSpecialName: true } && member.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        where !member.Name.Contains('.', StringComparison.Ordinal) && !IsOverride(member)
        select member.Name;

    // Met wherever the member that it overrides is.
    private static bool IsOverride(MemberInfo member) =>
        (member as MethodInfo ?? (member as PropertyInfo)?.GetMethod) is { } method && method.GetBaseDefinition() != method;

    internal static string NameOf(Type type) => type.Name.Split('`')[0];
}
