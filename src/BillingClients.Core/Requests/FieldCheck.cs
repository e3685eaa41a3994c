using System.Text;

namespace BillingClients.Providers;

/// <summary>The check of one call before anything is sent. It collects what is wrong, and the call throws all of it at once. For writing a provider.</summary>
/// <remarks>
/// Each property is refused once, with the first problem that was found. The messages name properties and remedies. They contain no values, because values are
/// personal data. For one call, on one thread.
/// </remarks>
/// <param name="provider">The provider.</param>
/// <param name="operation">The operation.</param>
public sealed class FieldCheck(ProviderDescriptor provider, BillingOperation operation)
{
    internal const int LongestInUrl = 4096;

    private static readonly List<FieldProblem> NoProblems = [];

    // Made for the first problem: a call that is not refused needs no list.
    private List<FieldProblem>? _problems;

    /// <summary>The provider.</summary>
    public ProviderDescriptor Provider => provider;

    /// <summary>The operation.</summary>
    public BillingOperation Operation => operation;

    /// <summary>What is wrong so far, in the order in which it was found; empty if nothing is.</summary>
    public IReadOnlyList<FieldError> Errors => _problems is null ? [] : [.. _problems.Select(static problem => problem.Error)];

    /// <summary>The fields that are left out, because the provider cannot store them and the policy is to ignore them.</summary>
    internal FieldSet Ignored { get; set; }

    /// <summary>Refuses a property, unless it was refused already. The check goes on.</summary>
    /// <param name="property">The property, such as <c>BillingAddress.Country</c>.</param>
    /// <param name="problem">What is wrong and what to do, without the value; such as "must be two letters, such as US; it has 3".</param>
    public void Refuse(string property, string problem) => Add(FieldProblem.Of(provider, property, problem));

    /// <summary>Throws one exception with everything that was refused. Does nothing if nothing was. <see cref="RequestCheck.Finish"/> also names the client.</summary>
    /// <exception cref="UnsupportedFieldException">All that was refused are fields that the provider cannot store, change or clear.</exception>
    /// <exception cref="BillingValidationException">Something else was refused, too.</exception>
    public void ThrowIfRefused() => ThrowIfRefused(client: null);

    /// <inheritdoc cref="ThrowIfRefused()"/>
    /// <param name="client">The name of the client, for the exception; null if it is not known.</param>
    internal void ThrowIfRefused(string? client)
    {
        if (_problems is not null)
        {
            throw Refusal.Of(provider, operation, _problems, client);
        }
    }

    /// <summary>Checks a text: it is not empty, is valid Unicode and does not contain U+0000.</summary>
    /// <param name="property">The property, such as <c>BillingAddress.City</c>.</param>
    /// <param name="text">The text; null passes.</param>
    public void Text(string property, string? text)
    {
        if (text is not null && TextCheck.Check(text) is { } problem)
        {
            Refuse(property, problem);
        }
    }

    /// <summary>Checks the texts of a list, as <see cref="Text"/> does. None is null.</summary>
    /// <param name="property">The property.</param>
    /// <param name="texts">The texts; null passes.</param>
    public void Texts(string property, IReadOnlyList<string>? texts)
    {
        foreach (string? text in texts ?? [])
        {
            if (text is null)
            {
                Refuse(property, "has an entry that is null. Leave it out");
            }

            Text(property, text);
        }
    }

    /// <summary>Checks a text that is sent in a query, as <see cref="Text"/> does. It has at most 4,096 characters.</summary>
    /// <param name="property">The property.</param>
    /// <param name="text">The text; null passes.</param>
    public void TextInUrl(string property, string? text)
    {
        // Many servers accept a few KiB only, and before .NET 10 Uri accepts at most 64 Ki characters.
        Text(property, text);
        AtMost(LongestInUrl, property, text);
    }

    /// <summary>Checks the length of a text in UTF-16 characters, as .NET and JavaScript count.</summary>
    /// <param name="length">How many characters the provider allows.</param>
    /// <param name="property">The property.</param>
    /// <param name="text">The text; null passes.</param>
    public void AtMost(int length, string property, string? text)
    {
        if (text?.Length > length)
        {
            Refuse(property, $"has {text.Length} characters; at most {length} are allowed. Shorten it");
        }
    }

    /// <summary>Checks the length of a text in Unicode code points, which Go and PostgreSQL call characters. An emoji may be one of them and two <c>char</c> in .NET.</summary>
    /// <param name="length">How many code points the provider allows.</param>
    /// <param name="property">The property.</param>
    /// <param name="text">The text; null passes.</param>
    public void AtMostCodePoints(int length, string property, string? text)
    {
        // No text has more code points than UTF-16 characters, so nearly every text is not counted.
        if (text?.Length > length && CodePointsOf(text) is var count && count > length)
        {
            Refuse(property, $"has {count} characters; at most {length} are allowed. Shorten it");
        }
    }

    /// <summary>Checks the length of a text in bytes of UTF-8.</summary>
    /// <param name="length">How many bytes the provider allows.</param>
    /// <param name="property">The property.</param>
    /// <param name="text">The text; null passes.</param>
    public void AtMostUtf8Bytes(int length, string property, string? text)
    {
        if (text is not null && Encoding.UTF8.GetByteCount(text) is var count && count > length)
        {
            Refuse(property, $"has {count} bytes in UTF-8; at most {length} are allowed. Letters outside ASCII take two to four bytes. Shorten it");
        }
    }

    /// <summary>Checks the entries of a map of metadata: no key is empty, no value is null, and all of them can be sent.</summary>
    /// <param name="property">The property.</param>
    /// <param name="metadata">The entries; null passes.</param>
    public void Metadata(string property, IReadOnlyDictionary<string, string>? metadata)
    {
        foreach ((string key, string value) in metadata ?? CustomerMetadata.Empty)
        {
            // An empty value is allowed. The message does not contain the key, because it may be personal data.
            if (key.Length == 0 || value is null || TextCheck.Check(key) is not null || (value.Length > 0 && TextCheck.Check(value) is not null))
            {
                Refuse(property, "has an entry with an empty key, a null value, or text that is not valid Unicode or contains U+0000");
            }
        }
    }

    /// <summary>Refuses a field that the provider cannot store, change or clear.</summary>
    /// <param name="field">The field.</param>
    /// <param name="problem">What the provider cannot do, such as "cannot store".</param>
    /// <param name="remedy">What to do; a sentence.</param>
    internal void RefuseUnsupported(CustomerField field, string problem, string remedy) => Add(FieldProblem.Unsupported(provider, field, problem, remedy));

    // Without a lambda, which would cost bytes in every call.
    internal bool IsRefused(string property)
    {
        foreach (FieldProblem problem in _problems ?? NoProblems)
        {
            if (problem.Error.Field == property)
            {
                return true;
            }
        }

        return false;
    }

    internal void Email(string property, string? email)
    {
        Text(property, email);
        if (email is not null && TextCheck.CheckEmail(email) is { } problem)
        {
            Refuse(property, problem);
        }
    }

    internal void Key(string property, string key)
    {
        if (TextCheck.CheckKey(key) is { } problem)
        {
            Refuse(property, problem);
        }
    }

    internal void Address(string property, Address address)
    {
        Part(property, "Line1", address.Line1);
        Part(property, "Line2", address.Line2);
        Part(property, "City", address.City);
        Part(property, "State", address.State);
        Part(property, "PostalCode", address.PostalCode);
        Part(property, "Country", address.Country);
    }

    internal void TaxIds(string property, IReadOnlyList<TaxId> taxIds)
    {
        for (int i = 0; i < taxIds.Count; i++)
        {
            if (taxIds[i] is not { Type: { } type, Value: { } value })
            {
                Refuse(property, "has an entry that is null, or whose Type or Value is null. Leave it out, or set both");
                continue;
            }

            Text($"{property}.Type", type);
            Text($"{property}.Value", value);
        }
    }

    // The whole name is only built for a refusal.
    private void Part(string property, string name, string? text)
    {
        if (text is not null && TextCheck.Check(text) is { } problem)
        {
            Refuse($"{property}.{name}", problem);
        }
    }

    private void Add(FieldProblem problem)
    {
        if (!IsRefused(problem.Error.Field))
        {
            (_problems ??= []).Add(problem);
        }
    }

    private static int CodePointsOf(string text)
    {
        int count = 0;
        foreach (Rune _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
