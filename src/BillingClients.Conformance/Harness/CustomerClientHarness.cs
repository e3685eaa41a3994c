using System.Globalization;
using BillingClients.Providers;

namespace BillingClients.Conformance;

/// <summary>What the conformance suite needs to know of one client: how it is made, what to send, and what its provider saw. Derive one per client.</summary>
/// <remarks>
/// Each test has a harness of its own: <see cref="StartAsync"/>, clients, tests, <see cref="DisposeAsync"/>. Only <see cref="CreateClient"/> has to be
/// written; each of the
/// others lets the suite see more. <see cref="SimulatorHarness"/> knows the rest for the providers that are simulated.
/// </remarks>
public abstract class CustomerClientHarness : IAsyncDisposable
{
    private int _number;

    /// <summary>
    /// How many requests reached the provider so far; null when that cannot be told. With it, the suite checks that what is refused is not sent.
    /// </summary>
    public virtual int? RequestCount => null;

    /// <summary>How many customers the provider has stored; null when that cannot be told. With it, the suite checks that a create happens once.</summary>
    public virtual int? CustomerCount => null;

    /// <summary>What the provider found wrong with the requests so far; empty when nothing was, or when it cannot tell.</summary>
    public virtual IReadOnlyList<string> Objections => [];

    /// <summary>What must never be printed, such as the API key.</summary>
    public virtual IReadOnlyList<string> Secrets => [];

    /// <summary>How long a call may take to notice that it was cancelled. Only a failing test waits that long.</summary>
    public virtual TimeSpan Patience => TimeSpan.FromSeconds(20);

    /// <summary>
    /// Put into every sample, so that samples of different runs differ. Give a fresh one for a provider that keeps its customers between runs.
    /// </summary>
    protected virtual string Run => "run1";

    /// <summary>Starts what the clients talk to. Called once, first.</summary>
    /// <param name="cancellationToken">Cancels the test.</param>
    public virtual ValueTask StartAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Makes a client. The test disposes it.</summary>
    /// <param name="unsupportedFields">The client's setting for fields that the provider cannot hold.</param>
    public abstract ICustomerClient CreateClient(UnsupportedFields unsupportedFields = UnsupportedFields.Throw);

    /// <summary>
    /// Whether something that the capabilities call <see cref="Support.Unknown"/> works at the provider that the tests run against. When it does, the suite
    /// checks it; when not, the
    /// suite checks that the client leaves it to the provider.
    /// </summary>
    /// <param name="capability">The name in <see cref="CustomerCapabilities"/>, such as <c>Get.ByExternalId</c>, <c>Filters.Email</c> or
    /// <c>Fields.Email.Clear</c>.</param>
    public virtual bool Answers(string capability) => false;

    /// <summary>
    /// A customer with every field of the common model, each one acceptable to the provider (whether it can hold it or not), and different for each number.
    /// Override it
    /// for a provider that wants other values: <c>base.Sample(number) with { Phone = … }</c>.
    /// </summary>
    /// <param name="number">1, 2, 3 and so on.</param>
    public virtual CustomerCreate Sample(int number)
    {
        string n = number.ToString(CultureInfo.InvariantCulture);
        string four = (number % 10_000).ToString("0000", CultureInfo.InvariantCulture);
        return new CustomerCreate
        {
            ExternalId = $"crm-{Run}-{n}",
            Name = $"Ada-{n} Lovelace-{n}",
            FirstName = $"Ada-{n}",
            LastName = $"Lovelace-{n}",
            Email = $"ada.{Run}.{n}@example.com",
            Phone = $"+1415555{four}",
            Description = $"Plan {n}",
            BillingAddress = SampleAddress($"{n} Main St", "94105"),
            ShippingAddress = SampleAddress($"{n} Pier St", "94105-1234"),
            TaxIds = [new TaxId("eu_vat", $"DE12345{four}")],
            // True in the first sample, which most tests use: false counts as absent where the provider has no such field.
            TaxExempt = number % 2 == 1,
            Metadata = new Dictionary<string, string> { ["plan"] = $"gold {n}", [$"seat_{n}"] = "\u00fc \"quoted\"" },
        };
    }

    /// <summary>The next sample.</summary>
    public CustomerCreate NextSample() => Sample(++_number);

    /// <summary>A key that addresses nobody.</summary>
    /// <param name="kind">The kind of key.</param>
    public virtual CustomerKey MissingKey(CustomerKeyKind kind) =>
        kind == CustomerKeyKind.Id ? CustomerKey.FromId("no-such-customer") : CustomerKey.FromExternalId($"nobody-{Run}");

    /// <summary>External ids that the provider takes although a careless client would break on them in a path or a query.</summary>
    public virtual IReadOnlyList<string> OddExternalIds => ["a/b", "a?b=c&d", "a#b", "a%2Fb", "a+b c", "a;b:c@d", "\u00e9\u4e16"];

    /// <summary>Makes the provider keep the next request without an answer; null when it cannot be made to.</summary>
    public virtual HeldRequest? HoldNextRequest() => null;

    /// <summary>Makes a client that makes one attempt and retries nothing; null if there is no such setting. The test disposes it.</summary>
    public virtual ICustomerClient? CreateClientWithoutRetries() => null;

    /// <summary>Makes the next create, update or delete go wrong; false if the provider cannot be made to.</summary>
    /// <param name="how">How it goes wrong.</param>
    public virtual bool LoseNextAnswer(LostAnswer how) => false;

    /// <summary>
    /// Makes the next reads answer as if the provider had no customers, as a replica that lags behind does. Returns false if that is not possible.
    /// </summary>
    /// <param name="reads">How many reads.</param>
    public virtual bool HideCustomers(int reads) => false;

    /// <summary>Makes a gateway answer one request with a 404 page in HTML; false if that is not possible.</summary>
    /// <param name="toWrite">
    /// True for the next create, update or delete, after the one that <see cref="LoseNextAnswer"/> affects; false for the next read.
    /// </param>
    public virtual bool AnswerWithGatewayPage(bool toWrite) => false;

    /// <summary>Ends what <see cref="StartAsync"/> started, and removes what the tests stored where that is needed.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static Address SampleAddress(string street, string postalCode) =>
        new() { Line1 = street, Line2 = "Floor 2", City = "San Francisco", State = "CA", PostalCode = postalCode, Country = "US" };
}
