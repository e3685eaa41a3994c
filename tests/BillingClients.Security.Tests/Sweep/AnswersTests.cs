using BillingClients.Security.Tests.Subjects;
using BillingClients.Testing;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>Whatever a provider answers, nothing of what was sent is printed, logged, traced or measured.</summary>
public sealed class AnswersTests
{
    public static TheoryData<string> Names => Subject.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_success_leaks_nothing_and_the_request_holds_what_was_planted(string provider)
    {
        await using Swept swept = await Swept.StartAsync(provider);
        foreach (ICustomerClient client in swept.Clients)
        {
            await swept.RunAsync("create", async () => await client.CreateAsync(swept.Canaries.Customer, swept.Canaries.Options(ownKey: true)));
            string id = swept.Provider.Customers[^1].Id;
            foreach (SweptCall call in SweptCall.Of(client, swept.Canaries, id).OrderBy(static call => call.Kind == OperationKind.Delete))
            {
                await swept.RunAsync(call.Name, () => call.RunAsync(swept.Canaries.Options(), TestContext.Current.CancellationToken));
            }
        }

        swept.ShouldHaveLeakedNothing();
        swept.Provider.Requests.ShouldContain(static request => request.Committed);
        CanarySearch search = new(swept.Canaries);
        string requests = string.Join('\n', swept.Provider.Requests.Select(static request => $"{request.Target} {request.BodyText} {string.Join(' ', request.Headers)}"));
        new[] { "API key", "API key of a call", "header", "e-mail", "name" }.ShouldBeSubsetOf(search.In(requests));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_error_that_repeats_what_was_sent_in_every_place_leaks_nothing(string provider)
    {
        await using Swept swept = await Swept.StartAsync(provider, static options => options.MaxAttempts = 1);
        int number = 0;
        foreach (int status in EchoingAnswers.Statuses)
        {
            await swept.RunLoggedAsync($"HTTP {status}", swept.Canaries.Options(ownKey: true), () => AnswerNext(Testing.Requests.Any));
            await swept.RunLoggedAsync($"HTTP {status} to a write", swept.Canaries.Options(), () => AnswerNext(IsWrite));

            void AnswerNext(RequestMatch when)
            {
                int picked = number++;
                swept.Provider.ClearScripts();
                swept.Provider.ClearCustomers();
                swept.Provider.Answer(request => EchoingAnswers.Error(status, picked, swept.Canaries, request), when);
            }
        }

        swept.ShouldHaveLeakedNothing();
        swept.Failures.Keys.ShouldBe(
            [
                typeof(BillingValidationException), typeof(BillingAuthenticationException), typeof(BillingPermissionException),
                typeof(BillingNotFoundException), typeof(BillingConflictException), typeof(BillingRateLimitException), typeof(BillingProviderException),
                typeof(AmbiguousOutcomeException),
            ],
            ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Errors_that_are_retried_and_creates_that_are_looked_up_leak_nothing(string provider)
    {
        await using Swept swept = await Swept.StartAsync(provider, static options => options.MaxAttempts = 3);
        int number = 0;
        foreach (int first in new[] { 408, 429, 500, 503 })
        {
            foreach (int second in new[] { 400, 404, 409, 500 })
            {
                await swept.RunLoggedAsync($"HTTP {first}, then {second}", before: () => AnswerNext(Testing.Requests.Any, first, second));
                await swept.RunLoggedAsync($"HTTP {first} to a write, then {second}", before: () => AnswerNext(IsWrite, first, second));
            }
        }

        swept.ShouldHaveLeakedNothing();
        swept.Failures.Keys.ShouldContain(typeof(AmbiguousOutcomeException));
        swept.Provider.Requests.ShouldContain(static request => request.Status == 408);

        void AnswerNext(RequestMatch firstRequest, int first, int second)
        {
            int picked = number;
            number += 2;
            swept.Provider.ClearScripts();
            swept.Provider.ClearCustomers();
            swept.Provider.Answer(request => EchoingAnswers.Error(first, picked, swept.Canaries, request), firstRequest);
            swept.Provider.Answer(request => EchoingAnswers.Error(second, picked + 1, swept.Canaries, request), _ => swept.Provider.PendingScripts == 1);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_redirect_that_holds_what_was_sent_leaks_nothing(string provider)
    {
        await using Swept swept = await Swept.StartAsync(provider);
        Uri location = new($"https://elsewhere.example/{Uri.EscapeDataString(string.Join('/', swept.Canaries.All.Values))}");
        foreach (int status in new[] { 301, 302, 303, 307, 308 })
        {
            SimulatedAnswer answer = SimulatedAnswer.Text(status, location.ToString()).WithHeader("Location", location.AbsoluteUri);
            await swept.RunAllAsync($"HTTP {status}", before: () =>
            {
                swept.Provider.ClearCustomers();
                swept.Provider.Answer(answer.WithHeader("X-Request-Id", swept.Canaries.ApiKey));
            });
        }

        swept.ShouldHaveLeakedNothing();
        swept.Failures.Keys.ShouldContain(typeof(RedirectRefusedException));
        swept.Failures.Keys.Except([typeof(RedirectRefusedException), typeof(AmbiguousOutcomeException)]).ShouldBeEmpty("303 means that a create may have been processed.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_answer_that_cannot_be_read_leaks_nothing(string provider)
    {
        await using Swept swept = await Swept.StartAsync(provider, static options => options.MaxAttempts = 1);
        int number = 0;
        foreach (string body in EchoingAnswers.UnreadableBodies(swept.Canaries))
        {
            await swept.RunLoggedAsync("unreadable", before: () => AnswerNext(body, Testing.Requests.Any));
            await swept.RunLoggedAsync("unreadable, to a write", before: () => AnswerNext(body, IsWrite));
        }

        swept.ShouldHaveLeakedNothing();
        swept.Failures.ShouldContainKey(typeof(UnreadableResponseException));
        swept.Failures.ShouldContainKey(typeof(AmbiguousOutcomeException));

        void AnswerNext(string body, RequestMatch when)
        {
            int picked = number++;
            swept.Provider.ClearScripts();
            swept.Provider.ClearCustomers();
            swept.Provider.Answer(request => EchoingAnswers.Success(body, picked, swept.Canaries, request), when);
        }
    }

    // A create may look before it writes.
    private static bool IsWrite(JournalEntry request) => request.Method != "GET";
}
