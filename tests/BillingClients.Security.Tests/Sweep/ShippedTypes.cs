using System.Reflection;
using BillingClients.Providers;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>The public types of the shipped assemblies of which there can be instances.</summary>
public static class ShippedTypes
{
    private static readonly Type[] Arguments = [typeof(string), typeof(FlexOptions), typeof(FlexCustomerClient), typeof(object)];

    /// <summary>The assemblies: all that lie beside this one and are not tests.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "BillingClients.*.dll")
            .Select(static file => Path.GetFileNameWithoutExtension(file))
            .Where(static name => !name.EndsWith(".Tests", StringComparison.Ordinal))
            .Select(Assembly.Load),
    ];

    /// <summary>The types; generic ones with arguments that they take.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        .. Assemblies.SelectMany(static assembly => assembly.GetExportedTypes()).Where(HasInstances).Select(Closed),
    ];

    /// <summary>Whether it is one of these assemblies' types, and there can be instances of it that hold something.</summary>
    public static bool HasInstances(Type type) =>
        Assemblies.Contains(type.Assembly) && !type.IsAbstract && !type.IsEnum && !typeof(Delegate).IsAssignableFrom(type);

    private static Type Closed(Type type) => !type.IsGenericTypeDefinition ? type
        : Choices(type.GetGenericArguments().Length).Select(arguments => CloseOver(type, arguments)).FirstOrDefault(static closed => closed is not null)
        ?? throw new NotSupportedException($"No type argument fits {type}. Add one to {nameof(Arguments)}, so that this test can see what it prints.");

    private static IEnumerable<Type[]> Choices(int count) => count == 0
        ? [[]]
        : Arguments.SelectMany(argument => Choices(count - 1).Select(others => (Type[])[argument, .. others]));

    private static Type? CloseOver(Type type, Type[] arguments)
    {
        try
        {
            return type.MakeGenericType(arguments);
        }
        catch (ArgumentException)
        {
            // A constraint forbids it.
            return null;
        }
    }
}
