namespace BillingClients.Testing;

/// <summary>Flexprice's endpoints for one customer.</summary>
internal sealed class FlexpriceCustomers(FlexpriceStore store, FlexpriceAnswers answers)
{
    public SimulatedAnswer Create(SimulatedCall call)
    {
        call.ExpectQuery();
        if (FlexpriceCustomerRequest.Read(call, isCreate: true) is not { } request)
        {
            return answers.InvalidFormat();
        }

        if (FlexpriceValidation.OfCreate(request) is { Count: > 0 } failures)
        {
            call.AddObjection($"invalid: {string.Join(", ", failures.Keys)}");
            return answers.InvalidFields(failures);
        }

        return store.TryCreate(request, out FlexpriceCustomer customer)
            ? customer.ToJson().Answer(201)
            : answers.AlreadyExists(customer.ExternalId);
    }

    public SimulatedAnswer Retrieve(SimulatedCall call)
    {
        call.ExpectQuery("expand");
        string id = call.Route("id");
        return store.Find(id) is { } customer ? Ok(customer, call) : answers.CustomerNotFound(id);
    }

    public SimulatedAnswer RetrieveByExternalId(SimulatedCall call)
    {
        call.ExpectQuery("expand");
        string externalId = call.Route("external_id");
        return store.FindPublished(externalId) is { } customer ? Ok(customer, call) : answers.LookupKeyNotFound(externalId);
    }

    /// <summary>The customer is named by its id, by its external id, or by both.</summary>
    public SimulatedAnswer Update(SimulatedCall call)
    {
        call.ExpectQuery("id", "external_customer_id");
        if (FlexpriceCustomerRequest.Read(call, isCreate: false) is not { } request)
        {
            return answers.InvalidFormat();
        }

        string? id = call.Query("id");
        if (call.Query("external_customer_id") is { Length: > 0 } externalId)
        {
            if (store.FindPublished(externalId) is not { } found)
            {
                return answers.LookupKeyNotFound(externalId);
            }

            if (!string.IsNullOrEmpty(id) && id != found.Id)
            {
                call.AddObjection("id and external_customer_id are of different customers");
                return answers.DifferentCustomers();
            }

            id = found.Id;
        }

        if (string.IsNullOrEmpty(id))
        {
            call.AddObjection("neither id nor external_customer_id");
            return answers.NoIdentifier();
        }

        if (FlexpriceValidation.OfUpdate(request) is { Count: > 0 } failures)
        {
            call.AddObjection($"invalid: {string.Join(", ", failures.Keys)}");
            return answers.InvalidFields(failures);
        }

        return Apply(id, request);
    }

    public SimulatedAnswer Delete(SimulatedCall call)
    {
        call.ExpectQuery();
        string id = call.Route("id");
        SimulatedAnswer? refusal = null;
        StoreChange<FlexpriceCustomer> change = store.Update(id, customer =>
        {
            refusal = RefusalToDelete(customer);
            return refusal is null ? customer with { Status = FlexpriceCustomer.Archived } : customer;
        });
        return change.Changed is null ? answers.CustomerNotFound(id) : refusal ?? SimulatedAnswer.Empty(204);
    }

    private static SimulatedAnswer Ok(FlexpriceCustomer customer, SimulatedCall call) =>
        customer.ToJson(FlexpriceSearch.ExpandsIntegrations(call.Query("expand"))).Answer(200);

    private SimulatedAnswer Apply(string id, FlexpriceCustomerRequest request)
    {
        bool panics = false;
        StoreChange<FlexpriceCustomer> change = store.Update(id, customer =>
        {
            bool moves = request.ExternalId is not null && request.ExternalId != customer.ExternalId;
            panics = moves && customer.Metadata is null;
            return panics ? customer : request.ApplyTo(moves ? FlexpriceOldExternalIds.Note(customer, request.ExternalId!) : customer);
        });
        return change switch
        {
            _ when panics => FlexpriceAnswers.Panic,
            { Changed: { } customer } => customer.ToJson().Answer(200),
            { KeyHolder: { } holder } => answers.AlreadyExists(holder.ExternalId),
            _ => answers.CustomerNotFound(id),
        };
    }

    private SimulatedAnswer? RefusalToDelete(FlexpriceCustomer customer) => customer switch
    {
        { Status: not FlexpriceCustomer.Published } => answers.NotPublished(),
        _ when store.SubscriptionsOf(customer.Id).Count > 0 => answers.HasSubscriptions(),
        _ when store.HasWallet(customer.Id) => answers.HasWallets(),
        _ => null,
    };
}
