using BillingClients.Security.Tests.Fixtures;
using BillingClients.Security.Tests.Subjects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingClients.Security.Tests.Hosts;

/// <summary>Keys go over https, or to this machine's loopback, and to no other place than the address says.</summary>
public sealed class BaseAddressTests
{
    private static readonly string[] Refused =
    [
        "http://api.example.com", "http://10.0.0.1/", "http://localhost.evil.example/", "http://127.0.0.1.evil.example/", "http://0.0.0.0/", "http://[::]/", "http://[::ffff:10.0.0.1]/",
        "ftp://localhost/", "file:///etc/passwd", "ws://localhost/", "https://user:canary@localhost/", "http://127.0.0.1:80@evil.example/", "https://api.example.com/?key=canary",
        "https://api.example.com/#canary", "/v1", "api.example.com", "https://api.example.com//v1", "http://localhost///v1/", "http://localhost//localhost/v1",
    ];

    private static readonly string[] Accepted = ["https://api.example.com/v1", "http://localhost:5000/", "http://127.0.0.1/", "http://127.1.2.3:80/v1/", "http://[::1]:5000/"];

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public void An_address_that_would_show_the_key_to_the_network_or_lead_elsewhere_is_refused(string subject)
    {
        foreach (string address in (string[])[.. Refused, $"http://{Environment.MachineName}/"])
        {
            foreach (Exception refused in (Exception[])[
                Should.Throw<ArgumentException>(() => Subject.Called(subject).NewClient(options => Set(options, subject, address), null), address),
                Should.Throw<OptionsValidationException>(() => Registered(subject, address), address)])
            {
                refused.Message.ShouldContain("BaseAddress");
                refused.Message.ShouldNotContain("canary");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Subject.Names), MemberType = typeof(Subject))]
    public void Https_and_loopback_are_taken(string subject)
    {
        foreach (string address in Accepted)
        {
            ((IDisposable)Subject.Called(subject).NewClient(options => Set(options, subject, address), null)).Dispose();
            Registered(subject, address).Provider.Name.ShouldBe(subject);
        }
    }

    private static ICustomerClient Registered(string subject, string address)
    {
        ServiceCollection services = new();
        Subject.Called(subject).Register(services, subject, options => Set(options, subject, address));
        return services.BuildServiceProvider().GetRequiredService<ICustomerClient>();
    }

    private static void Set(ProviderOptions options, string subject, string address)
    {
        options.ApiKey = Keys.Of(subject);
        options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute);
    }
}
