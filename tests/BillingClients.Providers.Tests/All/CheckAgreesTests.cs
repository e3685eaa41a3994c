namespace BillingClients.Providers.Tests.All;

/// <summary><c>Check</c> and the call find the same problems, in requests of any kind.</summary>
public sealed class CheckAgreesTests
{
    private const int Seed = 1815;
    private const int Requests = 300;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_create_is_refused_with_the_problems_that_Check_lists(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        RandomRequest random = new(Seed);
        await AgreesAsync(bench, () =>
        {
            (CustomerCreate customer, CallOptions? options) = (random.NextCreate(), random.NextOptions());
            return (bench.Client.Check(customer, options), () => bench.Client.CreateAsync(customer, options, Token));
        });
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task An_update_is_refused_with_the_problems_that_Check_lists(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        Customer ada = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);
        CustomerKey key = bench.Client.Provider.Capabilities.Update.ById == Support.Unsupported ? CustomerKey.FromExternalId("crm-1815") : CustomerKey.FromId(ada.Id);
        RandomRequest random = new(Seed);
        await AgreesAsync(bench, () =>
        {
            (CustomerUpdate update, CallOptions? options) = (random.NextUpdate(), random.NextOptions());
            return (bench.Client.Check(update, options), () => bench.Client.UpdateAsync(key, update, options, Token));
        });
    }

    private static async Task AgreesAsync(Bench bench, Func<(IReadOnlyList<FieldError> Problems, Func<Task> Call)> next)
    {
        int refused = 0;
        for (int i = 0; i < Requests; i++)
        {
            (IReadOnlyList<FieldError> problems, Func<Task> call) = next();
            bench.Simulator.Journal.Clear();

            Exception? failure = await Record.ExceptionAsync(call);

            problems.Select(static problem => problem.Field).ShouldBeUnique();
            (bench.Simulator.Journal.Count > 0).ShouldBe(problems.Count == 0, $"request {i}: {failure}");
            if (problems.Count > 0)
            {
                ErrorsOf(failure).ShouldBe(problems, $"request {i}");
                refused++;
            }
        }

        refused.ShouldBeInRange(Requests / 5, Requests * 4 / 5);
    }

    private static IReadOnlyList<FieldError>? ErrorsOf(Exception? failure) => failure switch
    {
        BillingValidationException { StatusCode: null } refusal => refusal.Errors,
        UnsupportedFieldException refusal => refusal.Errors,
        _ => null,
    };
}
