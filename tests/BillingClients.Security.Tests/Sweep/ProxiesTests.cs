using System.Net;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>
/// A proxy sees the requests that it forwards, and its address has a user and a password. Whatever it answers, nothing of these is printed, and its answer
/// never counts as one about a customer.
/// </summary>
public sealed class ProxiesTests
{
    // Nothing listens at these addresses: the proxy answers by itself.
    private static readonly Uri Forwarded = new("http://127.0.0.1:9/v1");
    private static readonly Uri Tunnelled = new("https://localhost:9/v1");

    public static TheoryData<string> Names => Subject.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_proxy_that_forwards_leaks_nothing_and_the_outcome_is_right(string provider)
    {
        WriteRequests writes = await WriteRequests.OfAsync(provider);
        ProxyAnswer answer = ProxyAnswer.All[0];
        Canaries? canaries = null;
        string seen = "";
        bool wrote = false;
        await using LiteralServer proxy = new((request, stream, token) =>
        {
            string[] line = request.Split(' ');
            wrote |= writes.Include(line[0], new Uri(line[1]).AbsolutePath[Forwarded.AbsolutePath.Length..]);
            seen += request;
            return stream.WriteAsync(answer.Bytes(request, canaries!), token).AsTask();
        });
        await using Swept swept = await StartAsync(provider, proxy, Forwarded);
        canaries = swept.Canaries;
        foreach (ProxyAnswer next in ProxyAnswer.All)
        {
            answer = next;
            await swept.RunLoggedAsync(
                next.Name,
                before: () => wrote = false,
                after: (call, failure) => ToldOutcome.ShouldSayNothingAboutACustomer(call, failure, wrote && next.LeavesOpen, $"{provider}, {next.Name}"));
        }

        swept.ShouldHaveLeakedNothing();
        new[] { "API key", "header", "e-mail", "proxy's user", "proxy's password" }.ShouldBeSubsetOf(new CanarySearch(canaries).In(seen));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_proxy_that_does_not_connect_leaks_nothing_and_nothing_was_sent(string provider)
    {
        ProxyAnswer answer = ProxyAnswer.All[0];
        Canaries? canaries = null;
        string seen = "";
        await using LiteralServer proxy = new((request, stream, token) =>
        {
            seen += request;
            return stream.WriteAsync(answer.Bytes(request, canaries!), token).AsTask();
        });
        await using Swept swept = await StartAsync(provider, proxy, Tunnelled);
        canaries = swept.Canaries;
        foreach (ProxyAnswer next in ProxyAnswer.All)
        {
            answer = next;
            await swept.RunLoggedAsync(
                next.Name, after: (call, failure) => ToldOutcome.ShouldSayNothingAboutACustomer(call, failure, isOpen: false, $"{provider}, {next.Name}"));
        }

        swept.ShouldHaveLeakedNothing();
        swept.Failures.Keys.ShouldHaveSingleItem().ShouldBe(typeof(BillingConnectionException));
        new CanarySearch(canaries).In(seen).ShouldBe(["proxy's user", "proxy's password"], ignoreOrder: true);
    }

    // The framework's messages quote the proxy's address. It sends the credentials to a proxy that asks for them.
    private static Task<Swept> StartAsync(string provider, LiteralServer proxy, Uri baseAddress) => Swept.StartAsync(
        provider,
        options =>
        {
            options.BaseAddress = baseAddress;
            options.MaxAttempts = 1;
        },
        (http, canaries) => http.UseSocketsHttpHandler(
            (handler, _) => handler.Proxy = ProxyAt(proxy.Address, canaries["proxy's user"], canaries["proxy's password"])));

    private static WebProxy ProxyAt(Uri address, string user, string password) =>
        new(new UriBuilder(address) { UserName = user, Password = password }.Uri) { Credentials = new NetworkCredential(user, password) };
}
