using System.Text.Json;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using BillingClients.Testing;

namespace BillingClients.Security.Tests.Paths;

/// <summary>Whatever text a caller takes for a key, the request stays where the operation's template has it, or is not sent.</summary>
public sealed class PathTests
{
    private const string CaseHeader = "X-Case";
    private const string Marker = "mark1815@example.com";

    // The journal is read and emptied after each batch.
    private const int Batch = 2000;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task Any_text_is_one_segment_of_the_path_or_is_refused_before_sending(string subject)
    {
        await using Bench bench = await Bench.StartAsync(subject);
        (Operation Operation, Template Template)[] targets = await TargetsOf(bench);
        int cases = Fuzz.Cases / Subject.All.Count;
        int sent = 0;
        for (int first = 0; first < cases; first += Batch)
        {
            bench.Simulator.Journal.Clear();
            Case[] batch = [.. Enumerable.Range(first, Math.Min(Batch, cases - first)).Select(number => new Case(number, number % targets.Length, RandomKey.Of(Fuzz.Of(number))))];
            bool[] refused = new bool[batch.Length];
            await Parallel.ForAsync(0, batch.Length, None, async (i, _) => refused[i] = await RunAsync(bench, targets[batch[i].Target].Operation, batch[i]) is BillingValidationException { StatusCode: null });

            ILookup<string?, JournalEntry> requests = bench.Provider.Requests.ToLookup(static request => request.Header(CaseHeader));
            bench.Simulator.Journal.Count.ShouldBe(requests.Sum(static group => group.Count()), "a request left the provider's base address");
            for (int i = 0; i < batch.Length; i++)
            {
                string what = Fuzz.Describe(batch[i].Number, $"{subject}, {targets[batch[i].Target].Operation.Name}, {Fuzz.Show(batch[i].Text)}");
                IEnumerable<JournalEntry> own = requests[batch[i].Header];
                own.Any().ShouldBe(!refused[i], what);
                own.FirstOrDefault(request => !targets[batch[i].Target].Template.Fits(request.Target, batch[i].Text) && !IsSearchedFor(request, batch[i].Text))
                    ?.Target.ShouldBeNull(what);
                sent += refused[i] ? 0 : 1;
            }
        }

        sent.ShouldBeInRange(cases / 10, cases * 9 / 10, "both kinds of text have to be tried");
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task A_key_that_no_path_can_carry_is_refused_for_what_it_is(string subject)
    {
        await using Bench bench = await Bench.StartAsync(subject);
        foreach (Operation operation in Operation.Of(bench.Client).Where(static operation => operation.KeyKind is not null))
        {
            foreach (string key in (string[])["", " ", ".", "..", "a\0", "a\r\nb", "\u007f", "\u0085", "\ud800", "\udc00\ud800", new string('x', 1025)])
            {
                BillingValidationException refused = await Should.ThrowAsync<BillingValidationException>(() => bench.RunAsync(operation, key), $"{operation.Name}, {Fuzz.Show(key)}");
                refused.Message.ShouldContain($"CustomerKey.From{operation.KeyKind}");
            }
        }

        bench.Simulator.Journal.ShouldBeEmpty();
    }

    // Some providers take filters in a body and numbers as page tokens: then there is no URL to walk out of.
    private static async Task<(Operation, Template)[]> TargetsOf(Bench bench)
    {
        List<(Operation, Template)> targets = [];
        foreach (Operation operation in TextOperations.Of(bench.Client))
        {
            bench.Simulator.Journal.Clear();
            await RunAsync(bench, operation, new Case(-1, 0, Marker));
            if (bench.Provider.Requests.Select(static request => Uri.UnescapeDataString(request.Target).Split(Marker)).FirstOrDefault(static around => around.Length == 2) is { } around)
            {
                targets.Add((operation, new Template(around[0], around[1])));
            }
            else
            {
                operation.KeyKind.ShouldBeNull($"{operation.Name} has a key, which is in no URL");
            }
        }

        return [.. targets];
    }

    // An external id with a slash does not stay one segment at Flexprice, so it is sent in a body.
    private static bool IsSearchedFor(JournalEntry request, string text) =>
        request.Target == "/flexprice/v1/customers/search"
        && text.Contains('/', StringComparison.Ordinal)
        && JsonElement.Parse(request.BodyText).GetProperty("external_id").GetString() == text;

    private static async Task<Exception?> RunAsync(Bench bench, Operation operation, Case drawn)
    {
        try
        {
            await bench.RunAsync(operation, drawn.Text, new CallOptions { Headers = new Dictionary<string, string> { [CaseHeader] = drawn.Header } });
            return null;
        }
        catch (BillingException failure)
        {
            return failure;
        }
    }

    private sealed record Case(int Number, int Target, string Text)
    {
        public string Header { get; } = $"{Number}";
    }
}
