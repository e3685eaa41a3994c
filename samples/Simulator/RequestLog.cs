using BillingClients.Testing;

namespace Simulator;

/// <summary>Writes a line for each request. Safe for concurrent use.</summary>
internal sealed class RequestLog(TextWriter output, Detail detail)
{
    private readonly TextWriter _output = TextWriter.Synchronized(output);

    internal void Write(JournalEntry request)
    {
        if (detail != Detail.Nothing)
        {
            // The journal's own words, which mask keys: the request, then its headers and its body.
            string words = request.ToString();
            _output.WriteLine(detail == Detail.Everything ? words : words.Split(" | ")[0]);
        }
    }
}
