using BillingClients.Security.Tests.Subjects;
using BillingClients.Testing;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>What a gateway's page repeats of a request is not shown. It never counts as "not found", as a conflict, or as a delete that worked.</summary>
public sealed class GatewayPagesTests
{
    public static TheoryData<string> Names => Subject.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_in_place_of_an_answer_leaks_nothing_and_says_nothing_about_a_customer(string provider)
    {
        WriteRequests writes = await WriteRequests.OfAsync(provider);
        await using Swept swept = await Swept.StartAsync(provider, static options => options.MaxAttempts = 1);
        int number = 0;
        foreach (int status in GatewayPage.Statuses)
        {
            bool wrote = false;
            await swept.RunLoggedAsync($"HTTP {status}", before: AnswerEverything, after: Told);

            void AnswerEverything()
            {
                wrote = false;
                swept.Provider.ClearScripts();
                AnswerNext();
            }

            // A create that may have taken effect is looked for, and the gateway answers that too.
            void AnswerNext() => swept.Provider.Answer(request =>
            {
                wrote |= writes.Include(request.Method, request.Path);
                AnswerNext();
                return PageFor(status, number++, swept.Canaries, request);
            });

            void Told(SweptCall call, Exception? failure) =>
                ToldOutcome.ShouldSayNothingAboutACustomer(call, failure, wrote && GatewayPage.LeavesOpen(status), $"{provider}, HTTP {status}");
        }

        swept.ShouldHaveLeakedNothing();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_after_a_lost_answer_leaves_the_outcome_open(string provider)
    {
        WriteRequests writes = await WriteRequests.OfAsync(provider);
        await using Swept swept = await Swept.StartAsync(provider, static options => options.MaxAttempts = 3);
        int number = 0;
        foreach (int status in new[] { 403, 404, 409 })
        {
            bool wrote = false;
            await swept.RunLoggedAsync($"a lost answer, then HTTP {status}", before: LoseTheFirstWrite, after: Told);

            void LoseTheFirstWrite()
            {
                wrote = false;
                swept.Provider.ClearScripts();
                AnswerNext(502, request => writes.Include(request.Method, request.Path));
            }

            void AnswerNext(int next, RequestMatch when) => swept.Provider.Answer(
                request =>
                {
                    wrote = true;
                    AnswerNext(status, Testing.Requests.Any);
                    return PageFor(next, number++, swept.Canaries, request);
                },
                when);

            // If the client reads before it writes, the provider itself answers that there is no such customer.
            void Told(SweptCall call, Exception? failure)
            {
                if (wrote)
                {
                    ToldOutcome.ShouldSayNothingAboutACustomer(call, failure, isOpen: true, $"{provider}, 502, then {status}");
                }
            }
        }

        swept.ShouldHaveLeakedNothing();
        swept.Failures.ShouldContainKey(typeof(AmbiguousOutcomeException));
    }

    // JSON in no known format may be the answer to a delete, which need not say anything.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_with_the_status_of_a_success_does_not_count_as_a_success(string provider)
    {
        WriteRequests writes = await WriteRequests.OfAsync(provider);
        await using Swept swept = await Swept.StartAsync(provider, static options => options.MaxAttempts = 1);
        foreach (int page in new[] { 0, 1, 2, 4 })
        {
            bool wrote = false;
            await swept.RunLoggedAsync($"page {page}", before: AnswerNext, after: Told);

            void AnswerNext()
            {
                wrote = false;
                swept.Provider.ClearScripts();
                swept.Provider.Answer(request =>
                {
                    wrote |= writes.Include(request.Method, request.Path);
                    return PageFor(200, page, swept.Canaries, request);
                });
            }

            void Told(SweptCall call, Exception? failure) => ToldOutcome.ShouldSayNothingAboutACustomer(call, failure, wrote, $"{provider}, page {page}");
        }

        swept.ShouldHaveLeakedNothing();
    }

    private static SimulatedAnswer PageFor(int status, int number, Canaries canaries, JournalEntry request)
    {
        string everything = string.Join(' ', canaries.All.Values);
        string headers = string.Join('\n', request.Headers.Select(static header => $"{header.Key}: {header.Value}"));
        GatewayPage page = GatewayPage.Of(status, number, $"{request.Method} {request.Target}\n{headers}\n\n{request.BodyText}\n{everything}");
        string[] sent = EchoingAnswers.SentWords(canaries, request);
        string header = sent[number % sent.Length];
        SimulatedAnswer answer = SimulatedAnswer.Text(status, page.Body) with { ContentType = page.ContentType };
        return new[] { "Server", "Via", "X-Cache", "CF-Ray", "X-Request-Id", "Set-Cookie", "WWW-Authenticate", "Proxy-Authenticate" }
            .Aggregate(answer, (made, name) => made.WithHeader(name, header));
    }
}
