using BillingClients.Security.Tests.Fixtures;
using BillingClients.Testing;

namespace BillingClients.Security.Tests.Paths;

/// <summary>Whatever text an application takes for a value of its own interface, the request reaches the endpoint that the interface declares, or is not sent.</summary>
public sealed class OwnEndpointPathTests : IAsyncLifetime
{
    private ProviderSimulator _simulator = null!;
    private FlexpriceCustomerClient _client = null!;
    private IPartsApi _parts = null!;

    private FlexpriceSimulation Flexprice => _simulator.Flexprice;

    public async ValueTask InitializeAsync()
    {
        _simulator = await ProviderSimulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _client = new FlexpriceCustomerClient(new FlexpriceOptions { ApiKey = Flexprice.ApiKey, BaseAddress = Flexprice.BaseAddress, MaxAttempts = 1 });
        _parts = _client.GetApi<IPartsApi>(NoBodies.Default);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _simulator.DisposeAsync();
    }

    [Fact]
    public async Task Each_value_arrives_as_it_is_or_is_refused_before_sending()
    {
        int sent = 0;
        for (int number = 0; number < Fuzz.Cases; number++)
        {
            Random random = Fuzz.Of(number);
            (string thing, string part, string search) = (RandomKey.Of(random), RandomKey.Of(random), RandomKey.Of(random));
            string what = Fuzz.Describe(number, $"{Fuzz.Show(thing)}, {Fuzz.Show(part)}, {Fuzz.Show(search)}");

            if (await RequestOfAsync(name => _parts.GetAsync(thing, part, search, name), number) is { } request)
            {
                string[] target = request.Target.Split('?');
                target[0].Split('/').Select(Uri.UnescapeDataString).ShouldBe(["", "flexprice", "v1", "things", thing, "parts", part], what);
                target[1..].Select(static query => Uri.UnescapeDataString(query)).ShouldBe([$"search={search}"], what);
                sent++;
            }
        }

        sent.ShouldBeInRange(Fuzz.Cases / 10, Fuzz.Cases * 9 / 10, "both kinds of text have to be tried");
    }

    [Fact]
    public async Task Values_that_the_application_escaped_itself_reach_no_other_endpoint()
    {
        int sent = 0;
        for (int number = 0; number < Fuzz.Cases; number++)
        {
            Random random = Fuzz.Of(number);
            (string thing, string part) = (RandomKey.Of(random), RandomKey.Of(random));
            string what = Fuzz.Describe(number, $"{Fuzz.Show(thing)}, {Fuzz.Show(part)}");

            if (await RequestOfAsync(name => _parts.GetEncodedAsync(thing, part, name), number) is { } request)
            {
                request.Target.Split('?')[0].ShouldMatch("^/flexprice/v1/things/[^/]+/parts/[^/]+$", what);
                sent++;
            }
        }

        sent.ShouldBeInRange(Fuzz.Cases / 10, Fuzz.Cases * 9 / 10, "both kinds of text have to be tried");
    }

    // The server refuses an address that is too long, and then has no request.
    private async Task<JournalEntry?> RequestOfAsync(Func<string, Task<string>> get, int number)
    {
        _simulator.Journal.Clear();
        string name = Fuzz.Describe(number, "case");
        try
        {
            await get(name);
        }
        catch (BillingValidationException refusal) when (refusal.StatusCode is null)
        {
            _simulator.Journal.ShouldBeEmpty(name);
            return null;
        }
        catch (ArgumentException)
        {
            // Refit takes braces in an escaped value for a placeholder.
            _simulator.Journal.ShouldBeEmpty(name);
            return null;
        }
        catch (BillingException)
        {
            // Nobody answers at this path.
        }

        return _simulator.Journal.SingleOrDefault();
    }
}
