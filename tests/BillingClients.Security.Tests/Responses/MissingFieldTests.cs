using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Security.Tests.Responses;

/// <summary>An answer that lacks something is still read, or the exception names what is missing.</summary>
public sealed class MissingFieldTests
{
    /// <summary>Every member that an operation cannot do without. All others may be missing.</summary>
    public static TheoryData<string, string[]> Required => new()
    {
        {
            "atlas",
            [
                "create: id",
                "get by id: id",
                "update by id: id",
                "delete by id: deleted",
                "list: data, data[0].id",
                "update by id, metadata: id, id",
            ]
        },
        {
            "runonatlas",
            [
                "create: id",
                "get by id: id",
                "get by external id: id, externalId",
                "update by id: externalId, id",
                "update by external id: externalId, id, externalId",
                "list: results, pages, currentPage, results[0].id",
            ]
        },
        {
            "flexprice",
            [
                "create: id",
                "get by id: id",
                "get by external id: id, external_id",
                "update by id: id",
                "update by external id: id, external_id",
                "delete by id:",
                "delete by external id: id, external_id",
                "list: items, pagination, pagination.total, pagination.offset, items[0].id",
                "update by id, metadata: id",
                "update by external id, metadata: id, external_id",
            ]
        },
        {
            "flowglad",
            [
                "create: data, data.customer, data.customer.id",
                "get by external id: customer, customer.id, customer.externalId",
                "update by external id: customer, customer.id, customer.externalId",
                "delete by external id: customer, customer.externalId",
                "list: data, hasMore, data[0].id",
            ]
        },
        {
            "flex",
            [
                "create: customers, customer, customer.customer_id",
                "get by id: customer, customer.customer_id",
                "update by id: customer, customer.customer_id",
                "delete by id:",
                "list: customers, customers[0].customer_id",
                "update by id, metadata: customer, customer.customer_id, customer, customer.customer_id",
            ]
        },
    };

    /// <summary>Read the lines that the message shows before you add them to <see cref="Required"/>: is each really needed?</summary>
    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task Every_provider_has_its_lines_here(string subject)
    {
        if (!Required.Any(row => row.Data.Item1 == subject))
        {
            Assert.Fail($"Add {subject} to {nameof(Required)}. As it is, these must be there:\n{string.Join('\n', await RequiredAsync(subject))}");
        }
    }

    [Theory]
    [MemberData(nameof(Required))]
    public async Task An_answer_without_a_member_is_read_or_the_exception_names_the_member(string subject, string[] expected) =>
        (await RequiredAsync(subject)).ShouldBe(expected);

    private static async Task<IReadOnlyList<string>> RequiredAsync(string subject)
    {
        ReplayHandler replay = new();
        FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
        await using Bench bench = await Bench.StartAsync(subject, http: http => http.ConfigurePrimaryHttpMessageHandler(() => replay), clock: clock);
        List<string> found = [];
        foreach (Golden golden in (await GoldenSet.OfAsync(subject)).Where(static golden => golden.Case == Golden.Success))
        {
            found.Add($"{golden.Operation.Name}: {string.Join(", ", await RequiredAsync(bench, replay, clock, golden))}".TrimEnd());
        }

        return found;
    }

    private static async Task<IReadOnlyList<string>> RequiredAsync(Bench bench, ReplayHandler replay, FakeTimeProvider clock, Golden golden)
    {
        List<string> required = [];
        foreach ((int place, string member, byte[] json) in golden.Answers.SelectMany(Without))
        {
            string what = $"{bench.Provider.Name}, {golden}, answer {place} without {member}";
            // So much later that the client has forgotten the customer of the replay before.
            clock.Advance(TimeSpan.FromHours(1));
            replay.Play(golden.With(place, golden.Answers[place] with { Body = json }));
            BillingException? failure = await Outcome.OfAsync(() => bench.RunAsync(golden.Operation, golden.Key), bench.Provider.Name, () => what);
            if (failure is not null)
            {
                // What a create answers leaves open whether it worked.
                UnreadableResponseException unreadable = (failure is AmbiguousOutcomeException open ? open.InnerException : failure).ShouldBeOfType<UnreadableResponseException>(what);
                string field = unreadable.Field.ShouldNotBeNull(what);

                // The external id that was asked for is named as in the model, because each provider has another word for it.
                NameOf(field == nameof(Customer.ExternalId) ? member : field).ShouldBe(NameOf(member), what);
                required.Add(member[2..]);
            }
        }

        return required;
    }

    private static string NameOf(string field) => field.Split('.')[^1].Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    private static IEnumerable<(int Place, string Member, byte[] Json)> Without(Answer answer, int place) =>
        JsonMutation.WithoutEach(answer.Body).Select(without => (place, without.Member, without.Json));
}
