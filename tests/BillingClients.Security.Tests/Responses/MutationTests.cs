using System.Text;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Security.Tests.Responses;

/// <summary>Whatever a provider answers, a call ends with a result that holds together or with a <see cref="BillingException"/>.</summary>
public sealed class MutationTests
{
    // Generous: 64 KiB of body is the limit in these tests.
    private const long MostBytes = 8 * 1024 * 1024;

    private const int OneInSoManyOverSockets = 20;

    // Stands for bytes that are no UTF-8 until the body is made.
    private const string NoUnicode = "no-unicode-1815";

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task A_mutated_answer_ends_in_a_result_or_a_billing_exception(string subject)
    {
        IReadOnlyList<Golden> goldens = await GoldenSet.OfAsync(subject);
        ReplayHandler replay = new();
        await using Bench bench = await Bench.StartAsync(subject, GoldenSet.Set, http => http.ConfigurePrimaryHttpMessageHandler(() => replay));
        long mostBytes = 0;
        int results = 0;
        int unreadable = 0;
        for (int number = 0; number < Fuzz.Cases; number++)
        {
            MutatedCall call = MutatedCall.Draw(goldens, number, subject);
            replay.Play(call.Answers);
            int thread = Environment.CurrentManagedThreadId;
            long before = GC.GetAllocatedBytesForCurrentThread();
            BillingException? failure = await Outcome.OfAsync(() => bench.RunAsync(call.Golden.Operation, call.Golden.Key), subject, call.ToString);

            // A call that waits before a look-up goes on in another thread, whose bytes are not its own.
            mostBytes = Environment.CurrentManagedThreadId == thread ? Math.Max(mostBytes, GC.GetAllocatedBytesForCurrentThread() - before) : mostBytes;
            results += failure is null ? 1 : 0;
            unreadable += failure is UnreadableResponseException or AmbiguousOutcomeException ? 1 : 0;
        }

        mostBytes.ShouldBeLessThan(MostBytes);
        results.ShouldBeGreaterThan(Fuzz.Cases / 20, "too few answers could still be read");
        unreadable.ShouldBeGreaterThan(Fuzz.Cases / 20, "too few answers could not be read any more");
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task Text_that_is_not_Unicode_does_no_harm_in_any_place(string subject)
    {
        ReplayHandler replay = new();
        await using Bench bench = await Bench.StartAsync(subject, GoldenSet.Set, http => http.ConfigurePrimaryHttpMessageHandler(() => replay));
        foreach (Golden golden in (await GoldenSet.OfAsync(subject)).Where(static golden => golden.Case != "failure, then success"))
        {
            foreach ((int place, byte[] body, string what) in golden.Answers.SelectMany(WithNoUnicode))
            {
                replay.Play(golden.With(place, golden.Answers[place] with { Body = body }));
                await Outcome.OfAsync(() => bench.RunAsync(golden.Operation, golden.Key), subject, () => $"{subject}, {golden}, answer {place}: {what}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task The_same_goes_for_answers_that_come_over_sockets(string subject)
    {
        IReadOnlyList<Golden> goldens = await GoldenSet.OfAsync(subject);
        await using Bench bench = await Bench.StartAsync(subject, GoldenSet.Set);
        for (int number = 0; number < Fuzz.Cases; number += OneInSoManyOverSockets)
        {
            MutatedCall call = MutatedCall.Draw(goldens, number, subject);
            bench.Provider.ClearScripts();
            foreach (Answer answer in call.Answers.Where(static answer => answer.Status is < 600 and not (204 or 205 or 304)))
            {
                bench.Provider.Answer(ToSimulated(answer));
            }

            await Outcome.OfAsync(() => bench.RunAsync(call.Golden.Operation, call.Golden.Key), subject, call.ToString);
        }

        bench.Simulator.Journal.Where(static request => request.Objection?.Contains("the simulator failed", StringComparison.Ordinal) == true).ShouldBeEmpty();
    }

    private static IEnumerable<(int Place, byte[] Body, string What)> WithNoUnicode(Answer answer, int place) =>
        from raw in (string[])["\"\\ud800\"", "{\"\\ud800\":1}", $"\"{NoUnicode}\"", $"{{\"{NoUnicode}\":1}}"]
        from mutated in answer.Body.AsSpan().StartsWith("{"u8) ? JsonMutation.Everywhere(answer.Body, raw) : []
        select (place, Break(mutated.Json), mutated.What);

    private static byte[] Break(byte[] json) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(json).Replace(NoUnicode, "\u00ff\u00c0", StringComparison.Ordinal));

    private static SimulatedAnswer ToSimulated(Answer answer)
    {
        SimulatedAnswer simulated = SimulatedAnswer.Json(answer.Status, answer.Body) with { ContentType = answer.ContentType };
        return answer.Headers.Aggregate(simulated, static (made, header) => made.WithHeader(header.Key, header.Value));
    }

    private sealed record MutatedCall(int Number, string Subject, Golden Golden, int Place, IReadOnlyList<Answer> Answers, string What)
    {
        public static MutatedCall Draw(IReadOnlyList<Golden> goldens, int number, string subject)
        {
            Random random = Fuzz.Of(number);
            Golden golden = random.Pick(goldens);
            int place = random.Next(golden.Answers.Count);
            (Answer answer, string what) = Mutation.Apply(golden.Answers[place], random);
            return new MutatedCall(number, subject, golden, place, golden.With(place, answer), what);
        }

        public override string ToString() => Fuzz.Describe(Number, $"{Subject}, {Golden}, answer {Place}{What}: {Answers[Place].Status} {Fuzz.Show(Encoding.UTF8.GetString(Answers[Place].Body))}");
    }
}
