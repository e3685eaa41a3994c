using System.Reflection;
using BillingClients.Providers;
using BillingClients.Testing;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>No public type of a shipped assembly prints what it holds: not in a log, not in a debugger. A new type is covered by being there.</summary>
public sealed class PrintedTypesTests
{
    private const string Canary = "Canaryprinted";

    /// <summary>What is printed on purpose, with the reason. Everything else is a leak.</summary>
    private static readonly Dictionary<(Type Type, string Property), string> OnPurpose = new()
    {
        [(typeof(Customer), nameof(Customer.Provider))] = "documented: provider and id",
        [(typeof(Customer), nameof(Customer.Id))] = "documented: provider and id",
        [(typeof(CustomerStatus), nameof(CustomerStatus.Value))] = "an open enumeration is its word",
        [(typeof(CustomerMode), nameof(CustomerMode.Value))] = "an open enumeration is its word",
        [(typeof(WireTimestamp), nameof(WireTimestamp.Text))] = "a moment",
        [(typeof(WireFormatException), nameof(WireFormatException.Field))] = "a field's name, written in a mapping",
        [(typeof(ProviderDescriptor), nameof(ProviderDescriptor.Name))] = "a provider's name",
        [(typeof(ProviderDescriptor), nameof(ProviderDescriptor.DisplayName))] = "a provider's name",
        [(typeof(Endpoint), nameof(Endpoint.Method))] = "an adapter's own words: verb and path with placeholders",
        [(typeof(Endpoint), nameof(Endpoint.Template))] = "an adapter's own words: verb and path with placeholders",
        [(typeof(ApiKeyHeader), nameof(ApiKeyHeader.Name))] = "an adapter's own words: the header's name",
        [(typeof(ApiKeyHeader), nameof(ApiKeyHeader.Prefix))] = "an adapter's own words: the word before the key",
        [(typeof(CustomerClientRegistration), nameof(CustomerClientRegistration.Name))] = "the name that a client is registered under",
        [(typeof(CustomerClientRegistration), nameof(CustomerClientRegistration.HttpClientName))] = "the name that a client is registered under",
        [(typeof(BillingException), nameof(BillingException.Client))] = "the name that a client is registered under",
        [(typeof(BillingException), "Effect")] = "this library's own sentence about whether a write took effect",
        [(typeof(BillingException), "Tries")] = "this library's own sentence about the attempts",
        [(typeof(SimulatedProvider), nameof(SimulatedProvider.Name))] = "where the simulator is",
        [(typeof(SimulatedProvider), nameof(SimulatedProvider.AccountName))] = "the name that a client is registered under",
        [(typeof(SimulatedProvider), nameof(SimulatedProvider.BaseAddress))] = "where the simulator is",
        [(typeof(SimulatedCustomer), nameof(SimulatedCustomer.Id))] = "the id that the simulator made",
        [(typeof(SimulatedAnswer), nameof(SimulatedAnswer.ContentType))] = "what a test scripted",
    };

    /// <summary>The simulator's record of what a test sent, made to be read when the test fails. Its own tests see to it that keys are masked.</summary>
    private static readonly Type[] Journals = [typeof(RequestJournal), typeof(JournalEntry), typeof(InjectedFault), typeof(SimulatedFault)];

    [Fact]
    public void No_public_type_prints_what_it_holds()
    {
        using Observed observed = new();
        foreach (Type type in ShippedTypes.All.Except(Journals))
        {
            observed.AddPrinted(type.Name, new Filled(TextFor).New(type));
        }

        observed.Texts.Where(static seen => seen.Text.Contains(Canary, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_type_that_holds_personal_data_was_filled()
    {
        Type[] filled = [.. ShippedTypes.All.Where(static type => IsFilled(type))];

        new[]
        {
            typeof(Customer), typeof(CustomerCreate), typeof(CustomerUpdate), typeof(CustomerListRequest), typeof(CustomerKey), typeof(CustomerPage),
            typeof(Address), typeof(TaxId), typeof(CallOptions), typeof(FieldError), typeof(ResponseInfo), typeof(BillingErrorDetails), typeof(ProviderError),
            typeof(ErrorResponse), typeof(AtlasOptions), typeof(FlexCustomerFields), typeof(FlexpriceCustomer), typeof(AmbiguousOutcomeException),
            typeof(UnreadableResponseException), typeof(BillingValidationException),
        }.ShouldBeSubsetOf(filled);
        ShippedTypes.Assemblies.Select(static assembly => assembly.GetName().Name).ShouldBe(
            ["BillingClients.Conformance", "BillingClients.Core", "BillingClients.Testing", .. ProviderSources.Packages], ignoreOrder: true);
    }

    [Fact]
    public void What_is_printed_on_purpose_is_still_there() =>
        OnPurpose.Keys.Where(static key => key.Type.GetProperty(key.Property, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is null).ShouldBeEmpty();

    private static bool IsFilled(Type type)
    {
        Filled filled = new(TextFor);
        filled.New(type);
        return filled.Count > 0;
    }

    private static string TextFor(FieldInfo field) => OnPurpose.ContainsKey((field.DeclaringType!, PropertyOf(field))) ? "plain" : $"{Canary} {field.Name}";

    // The field of a property is called <Name>k__BackingField.
    private static string PropertyOf(FieldInfo field) => field.Name.Split('<', '>') is [_, string property, _] ? property : field.Name;
}
