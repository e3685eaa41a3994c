namespace TestingYourApp;

/// <summary>The logic of the sign-up, with the fake: no port, no container, and failures by callback.</summary>
public sealed class SignUpLogicTests : IDisposable
{
    private static readonly User Ada = new("crm-1815", "Ada Lovelace", "ada@example.com");

    private readonly FakeCustomerClient _billing = new();

    private SignUp SignUp => new(_billing);

    public void Dispose() => _billing.Dispose();

    [Fact]
    public async Task A_user_becomes_a_customer()
    {
        SignUpResult result = await SignUp.RegisterAsync(Ada, TestContext.Current.CancellationToken);

        Customer stored = Assert.Single(_billing.Customers);
        Assert.Equal(stored.Id, result.CustomerId);
        Assert.Equal("Ada Lovelace", stored.Name);
    }

    [Fact]
    public async Task Signing_up_twice_makes_one_customer()
    {
        SignUpResult first = await SignUp.RegisterAsync(Ada, TestContext.Current.CancellationToken);
        SignUpResult second = await SignUp.RegisterAsync(Ada, TestContext.Current.CancellationToken);

        Assert.Equal(first, second);
        Assert.Single(_billing.Calls, call => call.Operation == CustomerOperation.Create);
    }

    [Fact]
    public async Task A_provider_that_asks_to_wait_is_asked_again_then()
    {
        _billing.OnCall = (call, _) => throw call.RateLimited(TimeSpan.FromSeconds(20));

        SignUpResult result = await SignUp.RegisterAsync(Ada, TestContext.Current.CancellationToken);

        Assert.Equal(SignUpResult.Later(TimeSpan.FromSeconds(20)), result);
        Assert.Empty(_billing.Customers);
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_signing_up_again()
    {
        _billing.OnAnswer = (call, _) => call.Operation == CustomerOperation.Create ? throw call.Ambiguous() : default;
        SignUpResult open = await SignUp.RegisterAsync(Ada, TestContext.Current.CancellationToken);

        _billing.OnAnswer = null;
        SignUpResult settled = await SignUp.RegisterAsync(Ada, TestContext.Current.CancellationToken);

        Assert.Null(open.CustomerId);
        Assert.Equal(Assert.Single(_billing.Customers).Id, settled.CustomerId);
    }
}
