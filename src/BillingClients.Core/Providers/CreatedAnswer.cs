namespace BillingClients.Providers;

/// <summary>Compares the answer to a create with what was sent. Pure.</summary>
internal static class CreatedAnswer
{
    /// <summary>
    /// The property that shows that the answer is about another customer: the external id, the e-mail address or the name. Null if none does. What is missing in
    /// the answer is not compared.
    /// </summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="answer">The answer.</param>
    internal static string? OtherProperty(CustomerCreate sent, Customer answer) =>
        !IsSame(sent.ExternalId, answer.ExternalId, SentText.IsSame) ? nameof(sent.ExternalId)
        : !IsSame(sent.Email, answer.Email, SentText.IsSameEmail) ? nameof(sent.Email)
        : !HasSentNames(sent, answer) && !HasSentName(sent, answer) ? nameof(sent.Name)
        : null;

    // The usual case, without making whole names of the parts.
    private static bool HasSentNames(CustomerCreate sent, Customer answer) =>
        answer.Name is null && answer.FirstName is not null && answer.FirstName == sent.FirstName && answer.LastName == sent.LastName;

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
