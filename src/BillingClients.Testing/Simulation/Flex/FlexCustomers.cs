namespace BillingClients.Testing;

/// <summary>Flex's endpoints for one customer.</summary>
internal sealed class FlexCustomers(FlexStore store)
{
    public SimulatedAnswer Create(SimulatedCall call)
    {
        call.ExpectQuery();
        return FlexCustomerRequest.TryRead(call, isCreate: true, out FlexCustomerRequest request)
            ?? store.CreateOrUpdate(request, FlexKey.IsTest(call)).ToAnswer();
    }

    public SimulatedAnswer Retrieve(SimulatedCall call)
    {
        call.ExpectQuery();
        return Find(call)?.ToAnswer() ?? FlexAnswers.NotFound;
    }

    public SimulatedAnswer Update(SimulatedCall call)
    {
        call.ExpectQuery();
        if (Find(call) is not { } customer)
        {
            return FlexAnswers.NotFound;
        }

        return FlexCustomerRequest.TryRead(call, isCreate: false, out FlexCustomerRequest request) ?? store.Update(customer.Id, request) switch
        {
            { Changed: { } changed } => changed.ToAnswer(),
            { KeyHolder: not null } => FlexAnswers.InvalidField("email", "email_taken", "another customer has the e-mail address"),
            _ => FlexAnswers.NotFound,
        };
    }

    public SimulatedAnswer Delete(SimulatedCall call)
    {
        call.ExpectQuery();
        return Find(call) is { } customer && store.Delete(customer.Id) ? SimulatedAnswer.Empty(204) : FlexAnswers.NotFound;
    }

    private FlexCustomer? Find(SimulatedCall call) => store.Find(call.Route("id"), FlexKey.IsTest(call));
}
