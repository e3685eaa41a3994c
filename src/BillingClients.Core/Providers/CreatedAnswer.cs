namespace BillingClients.Providers;

/// <summary>Refuses the answer to a create that is about another customer than the one that was sent. Pure.</summary>
internal static class CreatedAnswer
{
    /// <summary>Compares the external id, the e-mail address and the name. What is missing in the answer is not compared.</summary>
    /// <param name="call">The call.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="wasThereBefore">Whether the customer of the answer existed before this call.</param>
    /// <exception cref="BillingConflictException">The caller's idempotency key was used before, for another customer.</exception>
    /// <exception cref="UnreadableResponseException">The answer is about another customer, for an unknown reason.</exception>
    internal static void RequireSent(ProviderCall call, CustomerCreate sent, Customer answer, bool wasThereBefore)
    {
        if (OtherProperty(sent, answer) is { } property)
        {
            throw call.HasCallersKey && wasThereBefore ? Failures.KeyWasUsedBefore(call, answer.Id) : Failures.AboutAnother(call, property);
        }
    }

    private static string? OtherProperty(CustomerCreate sent, Customer answer) =>
        !IsSame(sent.ExternalId, answer.ExternalId, SentText.IsSame) ? nameof(sent.ExternalId)
        : !IsSame(sent.Email, answer.Email, SentText.IsSameEmail) ? nameof(sent.Email)
        : !HasSentName(sent, answer) ? nameof(sent.Name)
        : null;

    // At a provider with two name fields, the whole name was split, or only the two parts were sent. An answer with only one of them lacks the whole name.
    private static bool HasSentName(CustomerCreate sent, Customer answer)
    {
        if (answer.FirstName is null != answer.LastName is null)
        {
            return true;
        }

        string? answered = answer.Name ?? CustomerName.Join(answer.FirstName, answer.LastName);
        return IsSame(CustomerName.Of(sent), answered, SentText.IsSameName)
            || ((sent.FirstName ?? sent.LastName) is not null && IsSame(CustomerName.Join(sent.FirstName, sent.LastName), answered, SentText.IsSameName));
    }

    private static bool IsSame(string? sent, string? answered, Func<string, string, bool> isSame) =>
        string.IsNullOrEmpty(sent) || string.IsNullOrEmpty(answered) || isSame(sent, answered);
}
