namespace BillingClients.Chaos;

/// <summary>Compares what callers were told with what the provider holds.</summary>
/// <param name="stored">What the provider holds.</param>
internal sealed class Audit(Stored stored)
{
    internal Findings Of(LedgerEntry entry) => new(
        Describe(entry, Losses(entry)), Describe(entry, Doublings(entry)), Describe(entry, Surprises(entry)), Describe(entry, FalseReports(entry)));

    private static string[] Describe(LedgerEntry entry, IEnumerable<string> findings) =>
        [.. findings.Select(finding => $"{Identity.Of(entry.Asked)}: {finding}; told {string.Join(", ", entry.Calls)}")];

    private IEnumerable<string> Losses(LedgerEntry entry)
    {
        if (entry.Customer is not { } created || entry.Deleted is not null)
        {
            yield break;
        }

        if (stored.Find(created.Id) is not { } customer)
        {
            yield return $"created as {created.Id}, and not there";
        }
        else if (entry.Updated?.Told == Told.Done && !Contestant.IsChanged(customer))
        {
            yield return $"updated, and {customer.Id} is not changed";
        }
        else if (entry.Updated is null && entry.Twin is null && customer.Name != entry.Asked.Name)
        {
            yield return $"stored with another name than the one sent, as {customer.Id}";
        }
    }

    private IEnumerable<string> Doublings(LedgerEntry entry)
    {
        if (stored.MadeBy(entry) is { Length: > 1 } several)
        {
            yield return $"stored {several.Length} times";
        }

        if (entry.Creates.Select(static create => create.Customer?.Id).OfType<string>().Distinct().Count() > 1)
        {
            yield return "two callers got two customers";
        }
    }

    // An unknown create is told by its own type, and nothing else is.
    private static IEnumerable<string> Surprises(LedgerEntry entry) =>
        from call in entry.Calls
        let isAmbiguous = call.Failure is AmbiguousOutcomeException
        where call.Told == Told.Untyped
            || (call.Failure is BillingException { OutcomeUnknown: var isUnknown } && isAmbiguous != (isUnknown && entry.Creates.Contains(call)))
        select $"threw {call.Failure}";

    private IEnumerable<string> FalseReports(LedgerEntry entry) =>
    [
        .. FalselyCreated(entry), .. FalselyNotCreated(entry), .. FalselyFound(entry), .. FalseConflicts(entry), .. FalselyUnchanged(entry), .. FalselyRead(entry),
        .. FalselyUpdated(entry), .. FalselyDeleted(entry),
    ];

    private IEnumerable<string> FalselyCreated(LedgerEntry entry)
    {
        if (entry.Customer is not { } customer)
        {
            yield break;
        }

        if (Identity.Of(customer) != Identity.Of(entry.Asked) || customer.Id == entry.RivalId)
        {
            yield return $"told of {customer.Id}, who is somebody else";
        }
        else if (!entry.MayExist && stored.Existed(customer.Id, entry.Creates[0].BeganAt))
        {
            yield return $"told that {customer.Id} was created, who existed before the call";
        }

        if (customer.Name != entry.Asked.Name)
        {
            yield return $"told that {customer.Id} was created, and given another name";
        }

        if (entry.Twin?.Customer?.Id == customer.Id)
        {
            yield return $"told that {customer.Id} was created, as was another caller";
        }
    }

    private IEnumerable<string> FalselyNotCreated(LedgerEntry entry)
    {
        if (entry.Created == Told.Failed && entry.Twin?.Created is null or Told.Failed && stored.MadeBy(entry) is [var customer, ..])
        {
            yield return $"told that nothing was created, and {customer.Id} is there";
        }
    }

    private IEnumerable<string> FalselyFound(LedgerEntry entry) =>
        from open in entry.Creates.Select(static create => create.Failure).OfType<AmbiguousOutcomeException>()
        where open.Found is { } found && found.Id != entry.RivalId && !stored.HasIdentity(found.Id, entry)
        select $"told that it may be {open.Found!.Id}, who is somebody else";

    private IEnumerable<string> FalseConflicts(LedgerEntry entry) =>
        from conflict in ConflictsOf(entry)
        where conflict.ExistingId is { } id && id != entry.RivalId && !stored.HasIdentity(id, entry)
        select $"told that {conflict.ExistingId} has the key, and it has not";

    // A failed create must not have changed the customer of a rival or a twin, unless its caller was told so.
    private IEnumerable<string> FalselyUnchanged(LedgerEntry entry)
    {
        if ((entry.RivalId ?? entry.Twin?.Customer?.Id) is not { } id || entry.Created != Told.Failed || stored.Find(id) is not { } existing)
        {
            yield break;
        }

        bool toldChanged = ConflictsOf(entry).Any(static conflict => conflict.ExistingWasChanged);
        bool isChanged = existing.Name == entry.Asked.Name;
        if (toldChanged != isChanged)
        {
            yield return toldChanged ? $"told that {id} was changed, and it was not" : $"told that nothing was changed, and {id} was";
        }
    }

    private static IEnumerable<string> FalselyRead(LedgerEntry entry)
    {
        if (entry.Read?.Customer is { } read && (Identity.Of(read) != Identity.Of(entry.Asked) || read.Name != entry.Asked.Name))
        {
            yield return $"read, and got {read.Id}, who is somebody else";
        }
    }

    private IEnumerable<string> FalselyUpdated(LedgerEntry entry)
    {
        if (entry.Updated?.Told == Told.Failed && stored.Find(entry.Customer!.Id) is { } customer && Contestant.IsChanged(customer))
        {
            yield return $"told that {customer.Id} was not updated, and it was";
        }

        if (entry.Updated?.Customer is { } updated && (Identity.Of(updated) != Identity.Of(entry.Asked) || !Contestant.IsChanged(updated)))
        {
            yield return $"updated, and got {updated.Id}, who is somebody else or is not changed";
        }
    }

    private IEnumerable<string> FalselyDeleted(LedgerEntry entry)
    {
        if (entry.Deleted?.Told == Told.Done && !stored.IsGone(entry))
        {
            yield return "told that it was deleted, and it is there";
        }

        if (entry.Deleted?.Told == Told.Failed && stored.IsGone(entry))
        {
            yield return "told that it was not deleted, and it is gone";
        }
    }

    private static IEnumerable<BillingConflictException> ConflictsOf(LedgerEntry entry) =>
        entry.Creates.Select(static create => create.Failure).OfType<BillingConflictException>();
}
