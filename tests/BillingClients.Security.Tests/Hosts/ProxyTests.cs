using System.Net;
using System.Text;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Security.Tests.Hosts;

/// <summary>The address of a proxy may hold a user and a password, and the framework quotes it.</summary>
public sealed class ProxyTests
{
    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task A_proxy_that_refuses_does_not_show_its_password(string subject)
    {
        await using LiteralServer proxy = new(static (stream, token) => stream.WriteAsync(
            Encoding.ASCII.GetBytes("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"), token).AsTask());
        Uri address = new UriBuilder(proxy.Address) { UserName = "canary-user", Password = "canary-password" }.Uri;
        await using Bench bench = await Bench.StartAsync(
            subject,
            static options => options.BaseAddress = new Uri("https://localhost:9/v1"),
            http => http.UseSocketsHttpHandler((handler, _) => handler.Proxy = new WebProxy(address)));

        foreach (Operation operation in Operation.Of(bench.Client))
        {
            BillingConnectionException failure = await Should.ThrowAsync<BillingConnectionException>(() => bench.RunAsync(operation, "crm-1815"));

            failure.ToString().ShouldNotContain("canary");
            failure.InnerException.ShouldBeOfType<HttpRequestException>().HttpRequestError.ShouldBe(HttpRequestError.ProxyTunnelError);
            failure.OutcomeUnknown.ShouldBeFalse();
        }

        proxy.Requests.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_address_in_any_other_message_of_a_handler_does_not_show_its_password_either()
    {
        await using Bench bench = await Bench.StartAsync(
            "flexprice", http: static http => http.AddHttpMessageHandler(static () => new Failing()));

        BillingConnectionException failure = await Should.ThrowAsync<BillingConnectionException>(
            () => bench.RunAsync(Operation.Of(bench.Client).First(), "crm-1815"));

        failure.ToString().ShouldNotContain("canary");
    }

    private sealed class Failing : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("no route", new HttpRequestException("No way to http://canary-user:canary-password@proxy.example:3128/"));
    }
}
