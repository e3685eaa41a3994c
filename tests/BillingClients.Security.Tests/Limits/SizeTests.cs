using System.Text;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Responses;
using BillingClients.Security.Tests.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Security.Tests.Limits;

/// <summary>What is read of an answer has limits: each one is tried at it, and one above it.</summary>
public sealed class SizeTests
{
    private const int Most = 16 * 1024;
    private const int Deepest = 64;

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task A_body_of_MaxResponseBytes_is_read_and_one_more_byte_is_too_much(string subject)
    {
        ReplayHandler replay = new();
        await using Bench bench = await ReplayedAsync(subject, replay, static options => options.MaxResponseBytes = Most);
        foreach (Golden golden in await SuccessesAsync(subject))
        {
            replay.Play(Last(golden, body => Padded(body, Most)));
            await bench.RunAsync(golden.Operation, golden.Key);

            replay.Play(Last(golden, body => Padded(body, Most + 1)));
            UnreadableResponseException failure = Unreadable(await Should.ThrowAsync<BillingException>(() => bench.RunAsync(golden.Operation, golden.Key), golden.ToString()));
            failure.Message.ShouldContain($"MaxResponseBytes, {Most} bytes");
        }
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task An_error_keeps_MaxErrorBodyBytes_of_its_body(string subject)
    {
        await using Bench standard = await Bench.StartAsync(subject);
        (await KeptAsync(standard, 8 * 1024)).ShouldBe(8 * 1024);
        (await KeptAsync(standard, (8 * 1024) + 1)).ShouldBe(8 * 1024);

        await using Bench small = await Bench.StartAsync(subject, static options => options.MaxErrorBodyBytes = 100);
        (await KeptAsync(small, 100)).ShouldBe(100);
        (await KeptAsync(small, 101)).ShouldBe(100);

        await using Bench none = await Bench.StartAsync(subject, static options => options.MaxErrorBodyBytes = 0);
        (await KeptAsync(none, 1)).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task A_success_that_cannot_be_read_keeps_no_more_than_an_error(string subject)
    {
        ReplayHandler replay = new();
        await using Bench bench = await ReplayedAsync(subject, replay, static options => options.MaxErrorBodyBytes = 100);
        foreach (Golden golden in (await SuccessesAsync(subject)).Where(static golden => golden.Operation.Kind != OperationKind.Delete))
        {
            replay.Play(Last(golden, static _ => [.. Enumerable.Repeat((byte)'x', 1000)]));

            BillingException failure = await Should.ThrowAsync<BillingException>(() => bench.RunAsync(golden.Operation, golden.Key), golden.ToString());

            Unreadable(failure).ResponseBody.ShouldBe(new string('x', 100), golden.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task JSON_is_read_to_64_levels(string subject)
    {
        ReplayHandler replay = new();
        await using Bench bench = await ReplayedAsync(subject, replay, static _ => { });
        foreach (Golden golden in await SuccessesAsync(subject))
        {
            // The object around it is a level too.
            replay.Play(Last(golden, static body => Nested(body, Deepest - 1)));
            await bench.RunAsync(golden.Operation, golden.Key);

            replay.Play(Last(golden, static body => Nested(body, Deepest)));
            Unreadable(await Should.ThrowAsync<BillingException>(() => bench.RunAsync(golden.Operation, golden.Key), golden.ToString()));
        }
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task Headers_are_read_to_MaxResponseHeadersKilobytes(string subject)
    {
        int size = 0;
        await using LiteralServer server = new((stream, token) => stream.WriteAsync(Head(size), token).AsTask());
        await using Bench bench = await Bench.StartAsync(
            subject,
            options =>
            {
                options.BaseAddress = server.Address;
                options.MaxResponseHeadersKilobytes = 2;
            },
            static http => http.UseSocketsHttpHandler(static (handler, _) => handler.PooledConnectionLifetime = TimeSpan.Zero));
        foreach (Operation operation in Operation.Of(bench.Client))
        {
            size = 2048;
            (await Should.ThrowAsync<BillingException>(() => bench.RunAsync(operation, "crm-1815"), operation.Name)).StatusCode.ShouldBe(418);

            size = 2049;
            (await Should.ThrowAsync<BillingException>(() => bench.RunAsync(operation, "crm-1815"), operation.Name)).StatusCode.ShouldBeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task The_largest_limits_work(string subject)
    {
        await using Bench bench = await Bench.StartAsync(subject, static options =>
        {
            options.MaxResponseBytes = 1 << 30;
            options.MaxErrorBodyBytes = 1 << 30;
            options.MaxResponseHeadersKilobytes = 65_536;
        });
        foreach (Operation operation in Operation.Of(bench.Client))
        {
            await bench.RunAsync(operation, await bench.PrepareAsync(operation));
        }

        (await KeptAsync(bench, 100_000)).ShouldBe(100_000);
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public void A_limit_that_is_none_is_refused(string subject)
    {
        (Action<ProviderOptions> Set, string Setting, bool IsFine)[] rows =
        [
            (static options => options.MaxResponseBytes = 1024, "MaxResponseBytes", true),
            (static options => options.MaxResponseBytes = 1023, "MaxResponseBytes", false),
            (static options => options.MaxResponseBytes = 1 << 30, "MaxResponseBytes", true),
            (static options => options.MaxResponseBytes = (1 << 30) + 1, "MaxResponseBytes", false),
            (static options => options.MaxErrorBodyBytes = (1 << 30) + 1, "MaxErrorBodyBytes", false),
            (static options => options.MaxResponseHeadersKilobytes = 65_537, "MaxResponseHeadersKilobytes", false),
            (static options => options.MaxErrorBodyBytes = 0, "MaxErrorBodyBytes", true),
            (static options => options.MaxErrorBodyBytes = -1, "MaxErrorBodyBytes", false),
            (static options => options.MaxResponseHeadersKilobytes = 1, "MaxResponseHeadersKilobytes", true),
            (static options => options.MaxResponseHeadersKilobytes = 0, "MaxResponseHeadersKilobytes", false),
        ];
        foreach ((Action<ProviderOptions> set, string setting, bool isFine) in rows)
        {
            ArgumentException? refused = Record.Exception(() => Subject.Called(subject).NewClient(
                options =>
                {
                    options.ApiKey = Keys.Of(subject);
                    set(options);
                },
                null)) as ArgumentException;
            (refused is null).ShouldBe(isFine, setting);
            (refused?.Message ?? setting).ShouldContain(setting);
        }
    }

    private static async Task<int> KeptAsync(Bench bench, int size)
    {
        bench.Provider.Answer(404, new string('x', size));
        BillingException failure = await Should.ThrowAsync<BillingException>(() => bench.RunAsync(Operation.Of(bench.Client).First(static operation => operation.KeyKind is not null), "crm-1815"));
        return failure.ResponseBody?.Length ?? 0;
    }

    private static Task<Bench> ReplayedAsync(string subject, ReplayHandler replay, Action<ProviderOptions> set) =>
        Bench.StartAsync(subject, set, http => http.ConfigurePrimaryHttpMessageHandler(() => replay));

    private static async Task<IEnumerable<Golden>> SuccessesAsync(string subject) =>
        (await GoldenSet.OfAsync(subject)).Where(static golden => golden.Case == Golden.Success && golden.Answers[^1].Body.Length > 0);

    // What a create answers leaves open whether it worked.
    private static UnreadableResponseException Unreadable(BillingException failure) =>
        (failure is AmbiguousOutcomeException open ? open.InnerException : failure).ShouldBeOfType<UnreadableResponseException>();

    private static IReadOnlyList<Answer> Last(Golden golden, Func<byte[], byte[]> change) =>
        golden.With(golden.Answers.Count - 1, golden.Answers[^1] with { Body = change(golden.Answers[^1].Body) });

    // The limit is on all of it: the status line, the headers and the empty line.
    private static byte[] Head(int size)
    {
        const string Start = "HTTP/1.1 418 Teapot\r\nContent-Length: 0\r\nX-Filler: ";
        const string End = "\r\n\r\n";
        return Encoding.ASCII.GetBytes(Start + new string('x', size - Start.Length - End.Length) + End);
    }

    private static byte[] Padded(byte[] body, int size) => [.. body, .. Enumerable.Repeat((byte)' ', size - body.Length)];

    private static byte[] Nested(byte[] body, int levels) =>
        [.. body[..body.AsSpan().LastIndexOf((byte)'}')], .. Encoding.ASCII.GetBytes($",\"deep\":{new string('[', levels)}{new string(']', levels)}}}")];
}
