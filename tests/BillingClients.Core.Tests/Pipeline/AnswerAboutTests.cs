using BillingClients.Providers;

namespace BillingClients.Core.Tests.Pipeline;

/// <summary>An answer must be about the customer that was asked for.</summary>
public sealed class AnswerAboutTests : IDisposable
{
    private static readonly CustomerKey Id = CustomerKey.FromId("cust_1");
    private static readonly CustomerKey ExternalId = CustomerKey.FromExternalId("crm-1815");
    private static readonly CustomerCapabilities ReturnsExternalIds = new()
    {
        Fields = new Dictionary<CustomerField, FieldSupport> { [CustomerField.ExternalId] = FieldSupport.ReadOnly() },
    };

    private readonly LoneCall _lone = new(CustomerOperation.Get, ReturnsExternalIds);

    public void Dispose() => _lone.Dispose();

    [Theory]
    [InlineData("cust_1", null)]
    [InlineData("CUST_1", "crm-1906")]
    [InlineData(null, null)]
    [InlineData("", "")]
    public void By_id_the_case_of_the_id_and_a_missing_one_do_not_matter(string? id, string? externalId) => _lone.Call.RequireAnswerAbout(Id, id, externalId);

    [Theory]
    [InlineData("crm-1815")]
    [InlineData(" crm-1815 ")]
    public void By_external_id_blanks_around_it_do_not_matter(string externalId) => _lone.Call.RequireAnswerAbout(ExternalId, "cust_2", externalId);

    [Fact]
    public void Another_id_is_another_customer() => Refused(_lone, Id, "cust_2", "crm-1815").ShouldContain("its Id is not the one that was asked for");

    [Theory]
    [InlineData("crm-1906")]
    [InlineData("CRM-1815")]
    public void Another_external_id_is_another_customer(string externalId) =>
        Refused(_lone, ExternalId, "cust_1", externalId).ShouldContain("its ExternalId is not the one that was asked for");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void By_external_id_an_answer_without_one_is_refused_unless_the_provider_does_not_return_them(string? externalId)
    {
        using LoneCall secretive = new(CustomerOperation.Get);

        Refused(_lone, ExternalId, "cust_1", externalId).ShouldContain("it does not say which customer it is about");
        secretive.Call.RequireAnswerAbout(ExternalId, "cust_1", externalId);
    }

    private static string Refused(LoneCall lone, CustomerKey key, string? id, string? externalId) =>
        Should.Throw<UnreadableResponseException>(() => lone.Call.RequireAnswerAbout(key, id, externalId)).Message;
}
