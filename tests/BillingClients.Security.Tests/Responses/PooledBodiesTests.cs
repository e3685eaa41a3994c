using System.Buffers;
using System.Text;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Security.Tests.Responses;

/// <summary>However a body arrives and however the call ends, nothing of the answer or the request is left in the buffers of the shared pool.</summary>
public sealed class PooledBodiesTests
{
    private const string Canary = "canary.pooled@example.com";

    private static readonly byte[] CanaryBytes = Encoding.UTF8.GetBytes(Canary);

    // Smaller than the first buffer, larger than it, and larger than the limits in these tests.
    private static readonly int[] Sizes = [100, 6_000, 70_000];

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task The_pool_keeps_nothing_of_a_call(string subject)
    {
        ReplayHandler replay = new();
        await using Bench bench = await Bench.StartAsync(subject, Set, http => http.ConfigurePrimaryHttpMessageHandler(() => replay));
        CustomerCreate sample = Bench.Sample with { Email = Canary };
        List<string> found = [];
        int number = 0;
        int searched = 0;
        PoolSearch.For(CanaryBytes);
        IReadOnlyList<Golden> goldens = await GoldenSet.OfAsync(subject);
        foreach (Golden golden in goldens.Where(golden => golden.Case != "failure, then success" && !IsReadByHttpClient(golden, goldens)))
        {
            number++;
            foreach (Arrival arrival in Arrival.All)
            {
                int size = Sizes[number++ % Sizes.Length];
                string what = $"{subject}, {golden}, {arrival.Name}, {size} bytes";

                // A new buffer may hold what the garbage collector has left there. A second run does not find that again.
                if (await LeftAsync(what) is not null && await LeftAsync(what) is { } left)
                {
                    found.Add($"{what}: {left}");
                }

                async Task<string?> LeftAsync(string what)
                {
                    replay.Play([.. golden.Answers.Select(answer => Planted(answer, size, arrival))]);
                    Task call = golden.Operation.RunAsync(bench.Client, golden.Key, sample, null, TestContext.Current.CancellationToken);
                    searched += call.IsCompleted ? 1 : 0;
                    string? left = call.IsCompleted ? PoolSearch.For(CanaryBytes) : null;
                    await Outcome.OfAsync(() => call, subject, () => what);
                    return left;
                }
            }
        }

        found.ShouldBeEmpty();
        searched.ShouldBeGreaterThan(100, "most calls must end at once: one that waits continues on another thread, where its buffers cannot be searched");

        static void Set(ProviderOptions options)
        {
            GoldenSet.Set(options);
            options.MaxAttempts = 1;
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(2048)]
    [InlineData(100_000)]
    public void A_buffer_that_is_returned_as_it_is_is_found(int size)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(size);
        byte[] canary = Guid.NewGuid().ToByteArray();
        canary.CopyTo(buffer, buffer.Length - canary.Length);

        ArrayPool<byte>.Shared.Return(buffer);

        PoolSearch.For(canary).ShouldNotBeNull().ShouldStartWith($"{buffer.Length} bytes");
        PoolSearch.For(canary).ShouldBeNull();
    }

    // HttpClient itself buffers the answer to a delete that has no result, and does not clear that buffer.
    private static bool IsReadByHttpClient(Golden golden, IReadOnlyList<Golden> goldens) =>
        golden.Operation.Kind == OperationKind.Delete
        && goldens.Any(other => other.Operation == golden.Operation && other.Case == Golden.Success && other.Answers[^1].Body.Length == 0);

    // The sample's e-mail address is in each answer about it. With a member in front of the others, it is also in each answer about nobody.
    private static Answer Planted(Answer answer, int size, Arrival arrival)
    {
        string body = Encoding.UTF8.GetString(answer.Body).Replace(Bench.Sample.Email!, Canary, StringComparison.Ordinal);
        string filler = string.Concat(Enumerable.Repeat($"{Canary} ", 1 + (size / Canary.Length)));
        string comma = body.StartsWith("{}", StringComparison.Ordinal) ? "" : ",";
        string planted = body.StartsWith('{') ? $"{{\"planted\":\"{filler}\"{comma}{body[1..]}" : body + filler;
        return answer with { Body = Encoding.UTF8.GetBytes(planted), Arriving = arrival.Content };
    }
}
