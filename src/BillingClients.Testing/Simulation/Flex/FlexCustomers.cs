namespace BillingClients.Testing;

/// <summary>Flex's endpoints for one customer.</summary>
internal sealed class FlexCustomers(FlexStore store)
{
    public SimulatedAnswer Create(SimulatedCall call)
    {
        call.ExpectQuery();
        return FlexCustomerRequest.TryRead(call, isCreate: true, out FlexCustomerRequest request)
            ?? store.Create(request, FlexKey.IsTest(call)).ToAnswer();
    }

    public SimulatedAnswer Retrieve(SimulatedCall call)
    {
        call.ExpectQuery();
        return Find(call)?.ToAnswer() ?? FlexAnswers.NotFound;
    }

    public SimulatedAnswer Update(SimulatedCall call)
    {
        call.ExpectQuery();
        return Find(call) is null
            ? FlexAnswers.NotFound
            : FlexCustomerRequest.TryRead(call, isCreate: false, out FlexCustomerRequest request)
                ?? store.Update(call.Route("id"), FlexKey.IsTest(call), request)?.ToAnswer()
                ?? FlexAnswers.NotFound;
    }

    private FlexCustomer? Find(SimulatedCall call) => store.Find(call.Route("id"), FlexKey.IsTest(call));
}
