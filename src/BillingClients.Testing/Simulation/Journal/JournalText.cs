using System.Globalization;

namespace BillingClients.Testing;

/// <summary>Words of the assertions' messages. Pure.</summary>
internal static class JournalText
{
    private const int MostListed = 50;

    public static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} times"),
    };

    public static string Requests(int count) => count == 1 ? "1 request" : string.Create(CultureInfo.InvariantCulture, $"{count} requests");

    /// <summary>A heading and a line for each request, the last ones if there are many; empty for none.</summary>
    public static string List(string heading, IReadOnlyList<JournalEntry> requests)
    {
        if (requests.Count == 0)
        {
            return "";
        }

        string which = requests.Count > MostListed ? string.Create(CultureInfo.InvariantCulture, $" (the last {MostListed} of {requests.Count})") : "";
        return $"{Environment.NewLine}{heading}{which}:{string.Concat(requests.TakeLast(MostListed).Select(static request => Line($"{request}")))}";
    }

    public static string Line(string text) => $"{Environment.NewLine}  {text}";
}
