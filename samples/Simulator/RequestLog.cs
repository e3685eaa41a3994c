using BillingClients.Testing;

namespace Simulator;

/// <summary>Writes a line for each request, and keeps the journal from growing. Safe for concurrent use.</summary>
internal sealed class RequestLog(TextWriter output, Detail detail)
{
    private const int Kept = 1000;

    private readonly TextWriter _output = TextWriter.Synchronized(output);
    private RequestJournal? _journal;

    internal void Follow(RequestJournal journal) => _journal = journal;

    internal void Write(JournalEntry request)
    {
        if (detail != Detail.Nothing)
        {
            // The journal's own words, which mask keys: the request, then its headers and its body.
            string words = request.ToString();
            _output.WriteLine(detail == Detail.Everything ? words : words.Split(" | ")[0]);
        }

        if (_journal is { Count: > Kept } full)
        {
            full.Clear();
        }
    }
}
