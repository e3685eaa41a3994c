using System.Reflection;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using BillingClients.Security.Tests.Sweep;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Security.Tests.Responses;

/// <summary>
/// A provider may answer with any text in any place. In what is printed, the text does not end a line or change a terminal. In the next request, it stays one
/// segment of the path.
/// </summary>
public sealed class OddTextTests
{
    private const int MostShown = 10;
    private const int Turns = 28;

    public static TheoryData<string> Names => Subject.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_odd_text_in_any_place_of_an_answer_stays_in_one_line_and_in_its_place(string subject)
    {
        IReadOnlyList<Golden> goldens = await GoldenSet.OfAsync(subject);
        using Observed observed = new();
        ReplayHandler replay = new();
        await using Bench bench = await Bench.StartAsync(
            subject, GoldenSet.Set, http => http.ConfigurePrimaryHttpMessageHandler(() => replay), log: observed.Log);
        HashSet<string> shapes = await ShapesAsync(bench, replay, goldens);
        int number = 0;
        int followed = 0;
        foreach (Golden golden in goldens.Where(static golden => golden.Case != "failure, then success"))
        {
            foreach ((IReadOnlyList<Answer> answers, string what) in Odd(golden, number++))
            {
                replay.Play(answers);
                object? result = await RunAsync(
                    () => golden.Operation.RunAsync(bench.Client, golden.Key, Bench.Sample, null, TestContext.Current.CancellationToken));
                Keep(observed, $"{subject}, {golden}, {what}", result);
                ShouldHaveKeptThePaths(replay, shapes, $"{subject}, {golden}, {what}");
                foreach (Customer customer in CustomersIn(result).Where(static customer => IsOdd(customer.Id) || IsOdd(customer.ExternalId)))
                {
                    await FollowAsync(bench, replay, shapes, goldens, customer, $"{subject}, {golden}, {what}");
                    followed++;
                }
            }
        }

        observed.Texts.Where(static seen => Unprintable.IsIn(InOneLine(seen)))
            .Select(static seen => $"{seen.Where}: {Fuzz.Show(seen.Text)}").Take(MostShown).ShouldBeEmpty();
        followed.ShouldBeGreaterThan(3);
    }

    // Every place of an answer gets one of the texts, and the next answer the next one.
    private static IEnumerable<(IReadOnlyList<Answer> Answers, string What)> Odd(Golden golden, int number)
    {
        for (int place = 0; place < golden.Answers.Count; place++)
        {
            Answer answer = golden.Answers[place];
            foreach (string id in OddText.RequestIds)
            {
                yield return (golden.With(place, answer with { Headers = [.. answer.Headers, new("X-Request-Id", id)] }), $"request id {Fuzz.Show(id)}");
            }

            foreach ((byte[] body, string what) in OddText.All.Where((_, text) => text % Turns == number % Turns).SelectMany(raw => Places(answer, raw)))
            {
                yield return (golden.With(place, answer with { Body = body }), $"answer {place}, {what}");
            }
        }
    }

    private static IEnumerable<(byte[] Json, string What)> Places(Answer answer, string raw) =>
        answer.Body.AsSpan().StartsWith("{"u8) ? JsonMutation.Everywhere(answer.Body, raw) : [];

    // The requests of answers as they should be, and of the calls that may follow: verb, and how many segments the path has.
    private static async Task<HashSet<string>> ShapesAsync(Bench bench, ReplayHandler replay, IReadOnlyList<Golden> goldens)
    {
        HashSet<string> shapes = [];
        foreach (Golden golden in goldens)
        {
            replay.Play(golden.Answers);
            await RunAsync(() => bench.RunAsync(golden.Operation, golden.Key));
            shapes.UnionWith(replay.Requests.Select(ShapeOf));
        }

        return shapes;
    }

    private static string ShapeOf(HttpRequestMessage request) => $"{request.Method} {request.RequestUri!.AbsolutePath.Count(static c => c == '/')}";

    private static void ShouldHaveKeptThePaths(ReplayHandler replay, HashSet<string> shapes, string what) =>
        replay.Requests.Where(request => !shapes.Contains(ShapeOf(request))).Select(static request => request.RequestUri!.PathAndQuery).ShouldBeEmpty(what);

    // What a program does with a customer that it has read.
    private static async Task FollowAsync(
        Bench bench, ReplayHandler replay, HashSet<string> shapes, IReadOnlyList<Golden> goldens, Customer customer, string what)
    {
        foreach (Golden next in goldens.Where(static golden => golden.Case == Golden.Success && golden.Operation.KeyKind is not null))
        {
            string? key = next.Operation.KeyKind == CustomerKeyKind.Id ? customer.Id : customer.ExternalId;
            if (string.IsNullOrEmpty(key))
            {
                continue;
            }

            replay.Play(next.Answers);
            object? result = await RunAsync(() => bench.RunAsync(next.Operation, key));
            ShouldHaveKeptThePaths(replay, shapes, $"{what}, then {next.Operation.Name}");
            (replay.Requests.Count == 0).ShouldBe(result is BillingValidationException, $"{what}, then {next.Operation.Name}");
        }
    }

    private static async Task<object?> RunAsync(Func<Task> call)
    {
        try
        {
            Task task = call();
            await task;
            return task switch { Task<Customer> customer => customer.Result, Task<CustomerPage> page => page.Result, _ => null };
        }
        catch (BillingException failure)
        {
            return failure;
        }
    }

    private static void Keep(Observed observed, string what, object? result)
    {
        if (result is BillingException failure)
        {
            observed.Add(what, failure);
        }

        foreach (object? printed in CustomersIn(result).SelectMany(PartsOf).Append(result is BillingException ? null : result))
        {
            observed.AddPrinted(what, printed);
        }
    }

    private static IEnumerable<Customer> CustomersIn(object? result) =>
        result switch { Customer customer => [customer], CustomerPage page => page.Items, _ => [] };

    // The customer, the provider's own answer, and every value of a type of this library in the two.
    private static IEnumerable<object?> PartsOf(Customer customer) =>
        ((object?[])[customer, customer.ProviderData]).SelectMany(static whole => ValuesOf(whole).Append(whole));

    private static IEnumerable<object?> ValuesOf(object? whole) =>
        from property in whole?.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public) ?? []
        where property.GetIndexParameters().Length == 0
        let value = property.GetValue(whole)
        where value is not null && ShippedTypes.Assemblies.Contains(value.GetType().Assembly)
        select value;

    private static bool IsOdd(string? text) => text?.Contains("c1", StringComparison.Ordinal) == true;

    // The line breaks of a stack trace are allowed.
    private static string InOneLine((string Where, string Text) seen) => seen.Where.EndsWith("Exception.ToString()", StringComparison.Ordinal)
        ? seen.Text.Replace(Environment.NewLine, " ", StringComparison.Ordinal)
        : seen.Text;
}
