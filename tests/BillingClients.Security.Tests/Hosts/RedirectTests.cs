using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Security.Tests.Hosts;

/// <summary>A redirect is never followed: it would carry the key and the body to wherever it points.</summary>
public sealed class RedirectTests
{
    private static readonly int[] Statuses = [301, 302, 303, 307, 308];

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task No_operation_follows_a_redirect_wherever_it_points(string subject)
    {
        await using LiteralServer elsewhere = LiteralServer.Unwanted();
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        SimulatedProvider provider = simulator[subject];
        int number = 0;
        foreach (ClientForm form in ClientForm.All)
        {
            (ICustomerClient client, IDisposable owner) = form.Make(Subject.Called(subject), options => Reach(options, provider));
            using IDisposable disposed = owner;
            foreach ((Operation operation, string location) in
                from operation in Operation.Of(client)
                from location in LocationsOf(provider, elsewhere)
                select (operation, location))
            {
                // Every status meets every location, though not in each operation and form.
                int status = Statuses[number++ % Statuses.Length];
                await RefusesAsync(provider, $"{subject} {form.Name}, {operation.Name}, {status} to {location}", client, operation, status, location);
            }
        }

        elsewhere.Connections.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public async Task A_redirect_from_https_to_http_is_not_followed(string subject)
    {
        await using LiteralServer elsewhere = LiteralServer.Unwanted();
        using X509Certificate2 certificate = SelfSigned();
        await using LiteralServer secure = new(
            (stream, token) => stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 307 Temporary Redirect\r\nLocation: {elsewhere.Address}\r\nContent-Length: 0\r\n\r\n"), token).AsTask(),
            certificate);
        await using Bench bench = await Bench.StartAsync(
            subject,
            options => options.BaseAddress = secure.Address,
            static http => http.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                AllowAutoRedirect = true,
                PooledConnectionLifetime = TimeSpan.Zero,
#pragma warning disable CA5359 // The server of this test signs its own certificate.
                SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
#pragma warning restore CA5359
            }));
        int operations = 0;
        foreach (Operation operation in Operation.Of(bench.Client))
        {
            await Should.ThrowAsync<RedirectRefusedException>(() => bench.RunAsync(operation, "crm-1815"), operation.Name);
            operations++;
        }

        secure.Requests.ShouldBe(operations);
        elsewhere.Connections.ShouldBe(0);
    }

    private static async Task RefusesAsync(SimulatedProvider provider, string what, ICustomerClient client, Operation operation, int status, string location)
    {
        int before = provider.Requests.Count;
        SimulatedAnswer redirect = SimulatedAnswer.Empty(status);
        provider.Answer(location.Length == 0 ? redirect : redirect.WithHeader("Location", location));

        BillingException failure = await Should.ThrowAsync<BillingException>(
            () => operation.RunAsync(client, "crm-1815", Bench.Sample, null, TestContext.Current.CancellationToken), what);

        // 303 means that the request was processed. So the client looks what a create has done.
        bool isOpen = failure is AmbiguousOutcomeException;
        (isOpen ? failure.InnerException : failure).ShouldBeOfType<RedirectRefusedException>(what).StatusCode.ShouldBe(status, what);
        isOpen.ShouldBe(status == 303 && provider.Requests[before].Method == "POST" && operation.Kind == OperationKind.Create, what);
        provider.Requests.Count.ShouldBe(before + (isOpen ? 2 : 1), what);
    }

    // The last four stay on the same host: another path, the same one (a loop), a path of the root, and none at all.
    private static IEnumerable<string> LocationsOf(SimulatedProvider provider, LiteralServer elsewhere) =>
    [
        elsewhere.Address.ToString(), $"//127.0.0.1:{elsewhere.Address.Port}/", $"https://127.0.0.1:{elsewhere.Address.Port}/", "http://user:pass@evil.invalid/", "javascript:alert(1)", "",
        $"{provider.BaseAddress}/elsewhere", provider.BaseAddress.ToString(), "/", "?", "#",
    ];

    private static void Reach(ProviderOptions options, SimulatedProvider provider)
    {
        options.ApiKey = provider.ApiKey;
        options.BaseAddress = provider.BaseAddress;
        options.RetryBaseDelay = TimeSpan.Zero;
    }

    private static X509Certificate2 SelfSigned()
    {
        using ECDsa key = ECDsa.Create();
        CertificateRequest request = new("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
