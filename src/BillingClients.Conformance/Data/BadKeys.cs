using Xunit;

namespace BillingClients.Conformance;

/// <summary>Keys that no client may send: nothing, blanks, dots, control characters, half a character, far too long.</summary>
public static class BadKeys
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["nothing"] = "",
        ["a blank"] = " ",
        ["a dot"] = ".",
        ["two dots"] = "..",
        ["a line break"] = "crm\r\n1",
        ["a zero"] = "crm\0",
        ["half a surrogate pair"] = "crm\ud83d",
        ["4,000 characters"] = new('x', 4_000),
    };

    /// <summary>Their names; the values themselves do not travel well between test runners.</summary>
    public static TheoryData<string> Names { get; } = new(Values.Keys);

    internal static string ValueOf(string name) => Values[name];
}
