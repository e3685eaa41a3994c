using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers.Tests.All;

/// <summary>An id with a control character makes an answer unreadable. It would end a line of the log and begin another.</summary>
public sealed class ForgedIdTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task It_is_neither_returned_nor_logged(string provider)
    {
        LogLines lines = new();
        Forger forger = new();
        await using Bench bench = await Bench.StartAsync(
            provider, static options => options.MaxAttempts = 1, builder => builder.ConfigureHttpClient(http => http.AddHttpMessageHandler(() => forger)).UseLogging(), lines);
        CustomerCapabilities can = bench.Client.Provider.Capabilities;
        Customer ada = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);
        CustomerKey key = can.Get.ById == Support.Unsupported ? CustomerKey.FromExternalId("crm-1815") : CustomerKey.FromId(ada.Id);
        forger.IsOn = true;

        await ShouldBeUnreadableAsync(() => bench.Client.GetAsync(key, cancellationToken: Token));
        await ShouldBeUnreadableAsync(() => bench.Client.UpdateAsync(key, new CustomerUpdate { Name = "Ada King" }, cancellationToken: Token));
        await ShouldBeUnreadableAsync(() => bench.Client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token));
        await Should.ThrowAsync<AmbiguousOutcomeException>(
            () => bench.Client.CreateAsync(new CustomerCreate { ExternalId = "crm-1816", Name = "Grace Hopper", Email = "grace@example.com" }, cancellationToken: Token));

        forger.Forged.ShouldBeGreaterThan(3);
        lines.All.ShouldAllBe(static line => !line.Contains("forged") && !line.Any(char.IsControl));
    }

    private static async Task ShouldBeUnreadableAsync(Func<Task> call)
    {
        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(call);
        failure.ToString().ShouldNotContain("forged");
    }

    private sealed class Forger : DelegatingHandler
    {
        public bool IsOn { get; set; }

        public int Forged { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            if (IsOn && answer.IsSuccessStatusCode)
            {
                string body = await answer.Content.ReadAsStringAsync(cancellationToken);
                string forged = Regex.Replace(body, "\"(id|customer_id)\":\"[^\"]*\"", "\"$1\":\"c1\\n2026 [CRIT] forged\"");
                Forged += forged == body ? 0 : 1;
                answer.Content = new StringContent(forged, Encoding.UTF8, "application/json");
            }

            return answer;
        }
    }
}
