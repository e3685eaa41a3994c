namespace BillingClients.Wire.Tests.Comparison;

/// <summary>Where two texts differ, line by line, each difference with the lines around it.</summary>
internal static class LineDifference
{
    private const int Context = 3;
    private const int Most = 60;

    internal static string Of(string actual, string expected)
    {
        (char Sign, string Line)[] all = [.. Lines(actual.Split('\n'), expected.Split('\n'))];
        bool[] isNear = [.. all.Select((_, place) => Around(all, place).Any(static line => line.Sign != ' '))];
        IEnumerable<string> shown = all.Index()
            .Where(each => isNear[each.Index])
            .SelectMany(each => isNear[Math.Max(0, each.Index - 1)] ? [Print(each.Item)] : (string[])["  …", Print(each.Item)]);
        return string.Join('\n', shown.Take(Most).Concat(shown.Skip(Most).Take(1).Select(static _ => "  … and more")));
    }

    private static (char Sign, string Line)[] Around((char Sign, string Line)[] all, int place) =>
        all[Math.Max(0, place - Context)..Math.Min(all.Length, place + Context + 1)];

    private static string Print((char Sign, string Line) line) => $"  {line.Sign} {line.Line}";

    private static IEnumerable<(char Sign, string Line)> Lines(string[] old, string[] now)
    {
        int[,] common = LongestCommon(old, now);
        int i = 0;
        int j = 0;
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                yield return (' ', old[i++]);
                j++;
            }
            else if (j == now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return ('-', old[i++]);
            }
            else
            {
                yield return ('+', now[j++]);
            }
        }
    }

    /// <summary>The length of the longest common subsequence of the two texts from each pair of lines on.</summary>
    private static int[,] LongestCommon(string[] old, string[] now)
    {
        int[,] common = new int[old.Length + 1, now.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
