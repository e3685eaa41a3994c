using System.Text.Json.Nodes;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Responses;
using BillingClients.Security.Tests.Subjects;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Security.Tests.Hosts;

/// <summary>Nothing that an answer or a page token says makes the client turn to another host.</summary>
public sealed class OnlyTheConfiguredHostTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task Addresses_in_an_answer_are_not_visited(string subject)
    {
        await using LiteralServer elsewhere = LiteralServer.Unwanted();
        await using Bench bench = await Bench.StartAsync(subject);
        int succeeded = 0;
        foreach (Golden golden in (await GoldenSet.OfAsync(subject)).Where(static golden => golden.Case == Golden.Success))
        {
            bench.Simulator.Journal.Clear();
            foreach (Answer answer in golden.Answers)
            {
                bench.Provider.Answer(WithAddresses(answer, elsewhere.Address.ToString()));
            }

            await bench.RunAsync(golden.Operation, golden.Key);
            bench.Provider.Requests.Count.ShouldBe(golden.Answers.Count, golden.ToString());
            succeeded++;
        }

        succeeded.ShouldBeGreaterThan(3);
        elsewhere.Connections.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task A_page_token_is_a_value_and_never_an_address(string subject)
    {
        await using LiteralServer elsewhere = LiteralServer.Unwanted();
        await using Bench bench = await Bench.StartAsync(subject);
        await bench.RunAsync(Operation.Of(bench.Client).First(static operation => operation.Kind == OperationKind.List), "");
        string listPath = bench.Provider.Requests.ShouldHaveSingleItem().Path;
        string host = $"127.0.0.1:{elsewhere.Address.Port}";
        foreach (string token in (string[])[$"http://{host}/", $"//{host}/", $"@{host}", $"/../../{host}", $"?x=//{host}", "#", "&limit=1", "\\\\evil.invalid", "%2f%2fevil.invalid", ":80@evil.invalid"])
        {
            try
            {
                await bench.Client.ListPageAsync(new CustomerListRequest { PageToken = token }, cancellationToken: None);
            }
            catch (BillingValidationException)
            {
                // No token of this provider, before sending or by its own word.
            }
        }

        bench.Simulator.Journal.ShouldAllBe(request => request.Provider == subject && request.Path == listPath);
        elsewhere.Connections.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task An_address_that_the_application_swaps_underneath_gets_nothing(string subject)
    {
        await using LiteralServer elsewhere = LiteralServer.Unwanted();
        await using Bench bench = await Bench.StartAsync(subject, http: http => http.ConfigureHttpClient(client => client.BaseAddress = elsewhere.Address));
        foreach (Operation operation in Operation.Of(bench.Client))
        {
            await Should.ThrowAsync<InvalidOperationException>(() => bench.RunAsync(operation, "crm-1815"), operation.Name);
        }

        bench.Simulator.Journal.ShouldBeEmpty();
        elsewhere.Connections.ShouldBe(0);
    }

    private static SimulatedAnswer WithAddresses(Answer answer, string address)
    {
        SimulatedAnswer simulated = answer.Body.Length == 0 ? SimulatedAnswer.Empty(answer.Status) : SimulatedAnswer.Json(answer.Status, Pointing(answer.Body, address));
        return (simulated with { Headers = answer.Headers })
            .WithHeader("Location", address)
            .WithHeader("Content-Location", address)
            .WithHeader("Refresh", $"0; url={address}")
            .WithHeader("Link", $"<{address}>; rel=\"next\", <{address}>; rel=\"preload\"")
            .WithHeader("Alt-Svc", $"http/1.1=\"{new Uri(address).Authority}\"");
    }

    private static string Pointing(byte[] body, string address)
    {
        JsonObject root = JsonNode.Parse(body)!.AsObject();
        foreach (string name in (string[])["next", "next_url", "nextUrl", "url", "href", "$ref", "$schema", "_links"])
        {
            root[name] = address;
        }

        return root.ToJsonString();
    }
}
