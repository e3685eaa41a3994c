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

        if (Refusal(call, request, "Failed to create customer") is { } refusal)
        {
            return refusal;
        }

        return store.TryCreate(request, out FlexpriceCustomer customer)
            ? customer.ToJson().Answer(201)
            : answers.AlreadyExists(customer.ExternalId);
    }

    public SimulatedAnswer Retrieve(SimulatedCall call)
    {
        call.ExpectQuery("expand");
        string id = call.Route("id");
        return answers.RefusedExpand(call.Query("expand"))
            ?? (store.Find(id) is { } customer ? customer.ToJson().Answer(200) : answers.CustomerNotFound(id));
    }

    public SimulatedAnswer RetrieveByExternalId(SimulatedCall call)
    {
        call.ExpectQuery("expand");
        string externalId = call.Route("external_id");
        return answers.RefusedExpand(call.Query("expand"))
            ?? (store.FindPublished(externalId) is { } customer ? customer.ToJson().Answer(200) : answers.LookupKeyNotFound(externalId));
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

        return Apply(call, id, request);
    }

    public SimulatedAnswer Delete(SimulatedCall call)
    {
        call.ExpectQuery();
        string id = call.Route("id");
        SimulatedAnswer? refusal = null;
        StoreChange<FlexpriceCustomer> change = store.Change(id, (seen, row) =>
        {
            refusal = RefusalToDelete(seen);
            return refusal is null ? row with { Status = FlexpriceCustomer.Archived } : row;
        });
        return change.Changed is null ? answers.CustomerNotFound(id) : refusal ?? SimulatedAnswer.Empty(204);
    }

    // The server reads the customer from the replica, writes all of its columns but the status, and answers with what it has in memory: it does not read back
    // when the row was changed.
    private SimulatedAnswer Apply(SimulatedCall call, string id, FlexpriceCustomerRequest request)
    {
        SimulatedAnswer? refusal = null;
        FlexpriceCustomer? answered = null;
        StoreChange<FlexpriceCustomer> change = store.Change(id, (seen, row) =>
        {
            bool moves = request.ExternalId is not null && request.ExternalId != seen.ExternalId;
            refusal = moves && seen.Metadata is null ? FlexpriceAnswers.Panic : Refusal(call, request, "Failed to update customer");
            if (refusal is not null)
            {
                return row;
            }

            answered = request.ApplyTo(moves ? FlexpriceOldExternalIds.Note(seen, request.ExternalId!) : seen);
            return answered with { Status = row.Status };
        });
        return change switch
        {
            { KeyHolder: { } holder } => answers.AlreadyExists(holder.ExternalId),
            { Changed: null } => answers.CustomerNotFound(id),
            _ => refusal ?? answered!.ToJson().Answer(200),
        };
    }

    // What passed the validators is refused by the domain model or by the database.
    private SimulatedAnswer? Refusal(SimulatedCall call, FlexpriceCustomerRequest request, string failed)
    {
        if (FlexpriceValidation.OfAddress(request) is { } problem)
        {
            call.AddObjection($"invalid: {problem}");
            return answers.Invalid(problem);
        }

        if (FlexpriceValidation.FitsColumns(request))
        {
            return null;
        }

        call.AddObjection("a text does not fit its column");
        return answers.DatabaseFailed(failed);
    }

    private SimulatedAnswer? RefusalToDelete(FlexpriceCustomer customer) => customer switch
    {
        { Status: not FlexpriceCustomer.Published } => answers.NotPublished(),
        _ when store.SubscriptionsOf(customer.Id).Count > 0 => answers.HasSubscriptions(),
        _ when store.HasWallet(customer.Id) => answers.HasWallets(),
        _ => null,
    };
}
