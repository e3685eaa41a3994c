using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Errors;

/// <summary>A conflict and an unknown outcome name the next step that the provider allows.</summary>
public sealed class NextStepTests
{
    private const string ById = "with FindAsync(CustomerKey.FromExternalId(...))";
    private const string ByEmail = "with ListAsync and its filter Email";
    private const string ByHand = "in Own's dashboard";

    private static readonly CustomerCapabilities ExternalId = new()
    {
        Get = new KeySupport(Support.Native, Support.Native),
        Filters = new FilterSupport(Support.Native, Support.Native, default, default),
    };

    private static readonly CustomerCapabilities Email = new() { Filters = new FilterSupport(Support.Native, default, default, default) };

    private static readonly CustomerCapabilities Neither = new();

    public static TheoryData<CustomerCapabilities, bool, string, bool> Ways => new()
    {
        { ExternalId, false, ById, true },
        { ExternalId, true, ById, false },
        { Email, false, ByEmail, true },
        { Email, true, ByHand, false },
        { Neither, false, ByHand, false },
    };

    [Theory]
    [MemberData(nameof(Ways), DisableDiscoveryEnumeration = true)]
    public void After_an_unknown_outcome(CustomerCapabilities capabilities, bool lacksKey, string where, bool canGetOrCreate)
    {
        using LoneCall lone = NewCall(capabilities, lacksKey);

        Failures.OfCall(lone.Call, LoneCall.Failed(503, outcomeUnknown: true)).Message.ShouldEndWith(
            $"It is unknown whether the customer was created. Look for the customer {where} before you create it again."
                + (canGetOrCreate ? " Or call GetOrCreateAsync, which does both." : ""));
    }

    [Theory]
    [MemberData(nameof(Ways), DisableDiscoveryEnumeration = true)]
    public void After_a_taken_key(CustomerCapabilities capabilities, bool lacksKey, string where, bool canGetOrCreate)
    {
        using LoneCall lone = NewCall(capabilities, lacksKey);
        string orGetOrCreate = canGetOrCreate ? ", or call GetOrCreateAsync" : "";

        MessageOf(lone, ErrorKind.KeyTaken, existingId: null).ShouldEndWith($"another customer has the same unique key. Look for it {where}{orGetOrCreate}.");
        MessageOf(lone, ErrorKind.KeyTaken, "cust_1").ShouldEndWith($"another customer has the same unique key. Read it (see ExistingId){orGetOrCreate}.");
        Failures.AnotherHasTheKey(lone.Call, "cust_1").Message.ShouldEndWith($"and was created before this call. Read it (see ExistingId){orGetOrCreate}.");
    }

    [Theory]
    [MemberData(nameof(Ways), DisableDiscoveryEnumeration = true)]
    public void After_another_conflict(CustomerCapabilities capabilities, bool lacksKey, string where, bool canGetOrCreate)
    {
        using LoneCall lone = NewCall(capabilities, lacksKey);

        MessageOf(lone, ErrorKind.Conflict, existingId: null).ShouldEndWith(
            "it conflicts with what is stored. See ProviderMessage for what to change. If the customer exists already, look for it"
                + $" {where}{(canGetOrCreate ? ", or call GetOrCreateAsync" : "")}.");
        MessageOf(lone, ErrorKind.Conflict, "cust_1").ShouldEndWith($"If the customer exists already, read it (see ExistingId){(canGetOrCreate ? ", or call GetOrCreateAsync" : "")}.");
    }

    [Theory]
    [InlineData(OperationKind.Update)]
    [InlineData(OperationKind.Delete)]
    public void After_a_conflict_of_another_write(OperationKind kind)
    {
        using LoneCall lone = new(new BillingOperation("customer", kind), ExternalId);

        MessageOf(lone, ErrorKind.Conflict, existingId: null).ShouldEndWith("it conflicts with what is stored. See ProviderMessage for what has to change first.");
        MessageOf(lone, ErrorKind.KeyTaken, "cust_1").ShouldEndWith("Use another one, or change that customer first.");
    }

    private static LoneCall NewCall(CustomerCapabilities capabilities, bool lacksKey)
    {
        LoneCall lone = new(capabilities: capabilities);
        lone.Call.LacksUniqueKey = lacksKey;
        return lone;
    }

    private static string MessageOf(LoneCall lone, ErrorKind kind, string? existingId) => Failures.FromAnswer(
        lone.Call, new ErrorResponse(409, """{"code":"code"}"""), new ProviderError { Kind = kind, Code = "code", ExistingId = existingId }, null, null).Message;
}
