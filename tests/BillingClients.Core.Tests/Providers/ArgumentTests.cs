using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>Who writes a provider and passes null learns which argument it was.</summary>
public sealed class ArgumentTests
{
    private static readonly ProviderDescriptor Own = new("own", "Own", new CustomerCapabilities());
    private static readonly ApiKeyHeader Header = new("Authorization", "");

    [Fact]
    public void Of_an_account()
    {
        IsNamed("provider", static () => ProviderAccount.Create(null!, Header, new OwnOptions()));
        IsNamed("header", static () => ProviderAccount.Create(Own, null!, new OwnOptions()));
        IsNamed("options", static () => ProviderAccount.Create<OwnOptions>(Own, Header, null!));
    }

    [Fact]
    public void Of_a_client()
    {
        using ProviderAccount<OwnOptions> account = ProviderAccount.Create(Own, Header, new OwnOptions { ApiKey = "key" });

        IsNamed("account", static () => new FunctionClient(null!, null!));
        IsNamed("endpoints", () => new FunctionClient(account, null!));
    }

    [Fact]
    public async Task Of_reading_an_answer()
    {
        using LoneCall lone = new(CustomerOperation.Get);

        ArgumentNullException noAnswer = await Should.ThrowAsync<ArgumentNullException>(() => ReadAsync(null!, static (_, _) => ""));
        ArgumentNullException noMap = await Should.ThrowAsync<ArgumentNullException>(() => ReadAsync(Task.FromResult<OwnCustomer?>(new()), null!));

        noAnswer.ParamName.ShouldBe("answer");
        noMap.ParamName.ShouldBe("map");

        async Task<string> ReadAsync(Task<OwnCustomer?> answer, Func<OwnCustomer, ResponseInfo, string> map) => await lone.Call.ReadAsync(answer, map);
    }

    [Fact]
    public void Of_an_exception()
    {
        IsNamed("details", static () => new BillingProviderException("It failed.", null!));

        new BillingValidationException("It is wrong.", new BillingErrorDetails { Provider = "own" }).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Of_asking_for_a_service()
    {
        using OwnClient client = new(new Uri("https://own.example/"));

        IsNamed("serviceType", () => client.GetService(null!));
        client.GetService(typeof(ICustomerClient)).ShouldBeSameAs(client);
        client.GetService(typeof(ICustomerClient), "key").ShouldBeNull();
        client.GetService(typeof(string)).ShouldBeNull();
    }

    private static void IsNamed(string argument, Func<object?> call) => Should.Throw<ArgumentNullException>(() => call()).ParamName.ShouldBe(argument);
}
