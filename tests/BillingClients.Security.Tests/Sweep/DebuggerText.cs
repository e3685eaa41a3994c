using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>What a debugger shows of an object on its line: the text of its <see cref="DebuggerDisplayAttribute"/>, or else what it prints.</summary>
public static partial class DebuggerText
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The text.</summary>
    /// <exception cref="NotSupportedException">The attribute holds more than the names of members.</exception>
    public static string Of(object value) => value is string || value.GetType().GetCustomAttribute<DebuggerDisplayAttribute>() is not { Value: { } format }
        ? value.ToString() ?? ""
        : Expression().Replace(format, expression => Evaluate(value, expression.Groups[1].Value));

    private static string Evaluate(object value, string expression)
    {
        string name = expression.Split(',')[0].Trim();
        Type type = value.GetType();
        object? shown = name.EndsWith("()", StringComparison.Ordinal)
            ? (type.GetMethod(name[..^2], Members, []) ?? throw NotSupported(type, expression)).Invoke(value, null)
            : type.GetProperty(name, Members) is { } property ? property.GetValue(value)
            : (type.GetField(name, Members) ?? throw NotSupported(type, expression)).GetValue(value);
        return shown is null ? "null" : Of(shown);
    }

    private static NotSupportedException NotSupported(Type type, string expression) =>
        new($"The debugger display of {type.Name} holds '{expression}'. Write the name of a member, so that this test can evaluate it.");

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Expression();
}
