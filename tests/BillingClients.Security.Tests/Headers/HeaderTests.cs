using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using BillingClients.Testing;

namespace BillingClients.Security.Tests.Headers;

/// <summary>Nothing that a caller gives as a header can end the header, add another one, or take the place of one that the client sets.</summary>
public sealed class HeaderTests
{
    private const string Canary = "canary1815";

    private static readonly string[] Reserved =
    [
        "Authorization", "x-api-key", "Host", "Content-Type", "Content-Length", "Content-Encoding", "Content-Whatever", "Transfer-Encoding", "Connection", "Keep-Alive", "Upgrade", "Expect", "TE",
        "Trailer", "Cookie", "Proxy-Authorization", "Proxy-Connection", "Idempotency-Key", "x-idempotency-key", "Accept", "User-Agent",
    ];

    /// <summary>The providers whose keys show what kind they are.</summary>
    public static TheoryData<string> WithKindsOfKeys { get; } =
        [.. DiscoveredProvider.All.Select(static provider => provider.Name).Where(static name => Keys.OfAnotherKind(name) is not null)];

    /// <summary>Characters that no header can carry, and some that only look as if.</summary>
    private static IEnumerable<char> Bad => [.. Enumerable.Range(0, ' ').Select(static code => (char)code), '\u007f', '\u0080', '\u0085', '\u00e9', '\u2028', '\u560a', '\uff0d', '\ud800'];

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task A_header_that_holds_a_bad_character_is_refused_without_showing_it(string subject)
    {
        await using Bench bench = await Bench.StartAsync(subject);
        foreach (string text in Bad.SelectMany(Around))
        {
            await RefusesAsync<BillingValidationException>(bench, text, new CallOptions { ApiKey = Keys.Of(subject, text) });
            await RefusesAsync<BillingValidationException>(bench, text, new CallOptions { IdempotencyKey = text });
            await RefusesAsync<BillingValidationException>(bench, text, new CallOptions { Headers = new Dictionary<string, string> { ["X-Trace"] = text } });
            await RefusesAsync<BillingValidationException>(bench, text, new CallOptions { Headers = new Dictionary<string, string> { [text] = "1" } });
        }

        bench.Simulator.Journal.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task A_key_that_holds_a_bad_character_or_a_blank_is_refused_wherever_it_comes_from(string subject)
    {
        string key = "";
        await using Bench bench = await Bench.StartAsync(subject, options =>
        {
            options.ApiKey = null;
            options.ApiKeyProvider = _ => new(key);
        });
        foreach (string text in ((char[])[.. Bad, ' ']).SelectMany(Around))
        {
            key = Keys.Of(subject, text);
            await RefusesAsync<BillingAuthenticationException>(bench, text, options: null);
            string told = Should.Throw<ArgumentException>(() => Subject.Called(subject).NewClient(options => options.ApiKey = key, null)).ToString();
            told.ShouldContain("ApiKey");
            told.ShouldNotContain(Canary);
        }

        bench.Simulator.Journal.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(WithKindsOfKeys))]
    public async Task A_key_of_another_kind_is_refused_wherever_it_comes_from(string subject)
    {
        string key = Keys.OfAnotherKind(subject)!;
        await using Bench bench = await Bench.StartAsync(subject, options =>
        {
            options.ApiKey = null;
            options.ApiKeyProvider = _ => new(key);
        });

        await RefusesAsync<BillingAuthenticationException>(bench, key, options: null);
        await RefusesAsync<BillingValidationException>(bench, key, new CallOptions { ApiKey = key });
        Should.Throw<ArgumentException>(() => Subject.Called(subject).NewClient(options => options.ApiKey = key, null)).Message.ShouldNotContain("canary");
        bench.Simulator.Journal.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task A_header_of_the_clients_own_cannot_be_replaced_in_any_case(string subject)
    {
        await using Bench bench = await Bench.StartAsync(subject);
        foreach (string name in Reserved.Append(Subject.Called(subject).KeyHeader).SelectMany(static name => (string[])[name, name.ToUpperInvariant(), name.ToLowerInvariant(), Mixed(name)]))
        {
            await RefusesAsync<BillingValidationException>(bench, name, new CallOptions { Headers = new Dictionary<string, string> { [name] = Canary } });
        }

        bench.Simulator.Journal.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task Any_header_arrives_as_it_was_given_or_is_refused_before_sending(string subject)
    {
        await using Bench bench = await Bench.StartAsync(subject);
        Operation list = Operation.Of(bench.Client).First(static operation => operation.Kind == OperationKind.List);
        int arrived = 0;
        int cases = Fuzz.Cases / (2 * Subject.All.Count);
        for (int number = 0; number < cases; number++)
        {
            Random random = Fuzz.Of(number);
            string value = Drawn(random);
            string what = Fuzz.Describe(number, $"{subject}, {Fuzz.Show(value)}");
            bench.Simulator.Journal.Clear();
            try
            {
                await bench.RunAsync(list, "", new CallOptions { Headers = new Dictionary<string, string> { ["X-Trace"] = value } });
            }
            catch (BillingValidationException)
            {
                bench.Simulator.Journal.Count.ShouldBe(0, what);
                continue;
            }

            // A blank at an end is not part of a header's value.
            JournalEntry request = bench.Provider.Requests.ShouldHaveSingleItem();
            (request.Header("X-Trace") ?? "").ShouldBe(value.Trim(' '), what);
            request.Headers.Select(static header => header.Key).ShouldNotContain("X-Injected", what);
            arrived++;
        }

        arrived.ShouldBeInRange(cases / 10, cases * 9 / 10);
    }

    private static async Task RefusesAsync<TException>(Bench bench, string text, CallOptions? options)
        where TException : BillingException
    {
        foreach (Operation operation in Operation.Of(bench.Client))
        {
            TException refused = await Should.ThrowAsync<TException>(() => bench.RunAsync(operation, "crm-1815", options), $"{operation.Name}, {Fuzz.Show(text)}");
            refused.StatusCode.ShouldBeNull();
            refused.ToString().ShouldNotContain("canary");
        }
    }

    private static IEnumerable<string> Around(char bad) => [$"{bad}{Canary}", $"{Canary}{bad}", $"{Canary}{bad}X-Injected: {Canary}"];

    private static string Drawn(Random random)
    {
        string[] parts = ["a", "Z", "0", " ", "-", ",", ";", "\"", "~", "!", "\t", "\r\n", "\nX-Injected: 1", "\0", "é", "\ud83d\ude00", "\ud800", "\u0085", "\u007f", "bearer "];
        int plain = parts.Length / 2;
        int most = random.Next(2) == 0 ? plain : parts.Length;
        return string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(most)]));
    }

    private static string Mixed(string name) => string.Concat(name.Select(static (c, i) => i % 2 == 0 ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c)));
}
