using System.Reflection;
using Xunit;

namespace BillingClients.Conformance;

/// <summary>Fails when a client has a harness and lacks one of the suite's classes, so that no capability is left untested by mistake.</summary>
/// <example><code>
/// [Fact]
/// public void All_conformance_classes_are_derived() => AllConformanceClassesAreDerived.ForEveryHarness(typeof(AcmeHarness).Assembly);
/// </code></example>
public static class AllConformanceClassesAreDerived
{
    /// <summary>The classes of the suite, as open generic types.</summary>
    public static IReadOnlyList<Type> Classes { get; } =
        [.. typeof(CustomerClientHarness).Assembly.GetExportedTypes().Where(IsConformanceClass).OrderBy(static type => type.Name, StringComparer.Ordinal)];

    /// <summary>Checks every public harness of an assembly, and that there is one.</summary>
    /// <param name="tests">The assembly with the tests.</param>
    public static void ForEveryHarness(Assembly tests)
    {
        ArgumentNullException.ThrowIfNull(tests);
        Type[] harnesses = [.. tests.GetExportedTypes().Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(CustomerClientHarness)))];
        Assert.True(harnesses.Length > 0, $"{tests.GetName().Name} has no harness. Derive a public class from {nameof(CustomerClientHarness)} for the client.");
        foreach (Type harness in harnesses)
        {
            For(harness, tests);
        }
    }

    /// <summary>Checks one client.</summary>
    /// <typeparam name="THarness">The client's harness.</typeparam>
    /// <param name="tests">The assembly with the tests.</param>
    public static void For<THarness>(Assembly tests)
        where THarness : CustomerClientHarness => For(typeof(THarness), tests);

    /// <summary>Checks one client.</summary>
    /// <param name="harness">The type of the client's harness.</param>
    /// <param name="tests">The assembly with the tests.</param>
    public static void For(Type harness, Assembly tests)
    {
        ArgumentNullException.ThrowIfNull(harness);
        ArgumentNullException.ThrowIfNull(tests);

        // Only public classes are run.
        Type[] run = [.. tests.GetExportedTypes().Where(static type => !type.IsAbstract)];
        IEnumerable<Type> lacking = Classes.Where(suite => !run.Any(type => type.IsSubclassOf(suite.MakeGenericType(harness))));
        string[] missing = [.. lacking.Select(suite => LineFor(suite, harness))];
        if (missing.Length > 0)
        {
            Assert.Fail($"{tests.GetName().Name} lacks {missing.Length} of {Classes.Count} conformance classes for {harness.Name}. Add, beside {harness.Name}:"
                + $"{Environment.NewLine}{string.Join(Environment.NewLine, missing)}");
        }
    }

    private static string LineFor(Type suite, Type harness)
    {
        string className = suite.Name[..suite.Name.IndexOf('`', StringComparison.Ordinal)];
        string client = harness.Name.Replace("Harness", "", StringComparison.Ordinal);
        return $"public sealed class {client}{className.Replace("Conformance", "", StringComparison.Ordinal)} : {className}<{harness.Name}>;";
    }

    private static bool IsConformanceClass(Type type) =>
        type is { IsAbstract: true, IsGenericTypeDefinition: true, BaseType: { IsGenericType: true } parent }
        && parent.GetGenericTypeDefinition() == typeof(CustomerClientConformance<>);
}
