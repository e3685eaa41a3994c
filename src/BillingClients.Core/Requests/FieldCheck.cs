using System.Text;

namespace BillingClients.Providers;

/// <summary>Checks the fields of one request, so that they can be sent unchanged. For writing a provider.</summary>
/// <remarks>The messages name properties and remedies. They contain no values, because values are personal data.</remarks>
/// <param name="Provider">The provider.</param>
/// <param name="Operation">The operation.</param>
public readonly record struct FieldCheck(ProviderDescriptor Provider, BillingOperation Operation)
{
    internal const int LongestInUrl = 4096;

    /// <summary>Checks a text.</summary>
    /// <param name="property">The property, such as <c>BillingAddress.City</c>.</param>
    /// <param name="text">The text; null passes.</param>
    /// <exception cref="BillingValidationException">The text is empty, not valid Unicode, or contains U+0000.</exception>
    public void Text(string property, string? text)
    {
        if (text is not null && TextCheck.Check(text) is { } problem)
        {
            throw Refuse(property, problem);
        }
    }

    /// <summary>Checks the texts of a list.</summary>
    /// <param name="property">The property.</param>
    /// <param name="texts">The texts; null passes.</param>
    /// <exception cref="BillingValidationException">A text is null, empty, not valid Unicode, or contains U+0000.</exception>
    public void Texts(string property, IReadOnlyList<string>? texts)
    {
        foreach (string text in texts ?? [])
        {
            Text(property, text ?? throw Refuse(property, "has an entry that is null. Leave it out"));
        }
    }

    /// <summary>Checks a text that is sent in a query. It has at most 4,096 characters.</summary>
    /// <param name="property">The property.</param>
    /// <param name="text">The text; null passes.</param>
    /// <exception cref="BillingValidationException">The text is too long, empty, not valid Unicode, or contains U+0000.</exception>
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
    /// <exception cref="BillingValidationException">The text is too long.</exception>
    public void AtMost(int length, string property, string? text)
    {
        if (text?.Length > length)
        {
            throw Refuse(property, $"has {text.Length} characters; at most {length} are allowed. Shorten it");
        }
    }

    /// <summary>Checks the length of a text in Unicode code points, which Go and PostgreSQL call characters. An emoji may be one of them and two <c>char</c> in .NET.</summary>
    /// <param name="length">How many code points the provider allows.</param>
    /// <param name="property">The property.</param>
    /// <param name="text">The text; null passes.</param>
    /// <exception cref="BillingValidationException">The text is too long.</exception>
    public void AtMostCodePoints(int length, string property, string? text)
    {
        // No text has more code points than UTF-16 characters, so nearly every text is not counted.
        if (text?.Length > length && CodePointsOf(text) is var count && count > length)
        {
            throw Refuse(property, $"has {count} characters; at most {length} are allowed. Shorten it");
        }
    }

    /// <summary>Checks the length of a text in bytes of UTF-8.</summary>
    /// <param name="length">How many bytes the provider allows.</param>
    /// <param name="property">The property.</param>
    /// <param name="text">The text; null passes.</param>
    /// <exception cref="BillingValidationException">The text is too long.</exception>
    public void AtMostUtf8Bytes(int length, string property, string? text)
    {
        if (text is not null && Encoding.UTF8.GetByteCount(text) is var count && count > length)
        {
            throw Refuse(property, $"has {count} bytes in UTF-8; at most {length} are allowed. Letters outside ASCII take two to four bytes. Shorten it");
        }
    }

    /// <summary>Checks the entries of a map of metadata.</summary>
    /// <param name="property">The property.</param>
    /// <param name="metadata">The entries; null passes.</param>
    /// <exception cref="BillingValidationException">A key is empty, a value is null, or a text cannot be sent.</exception>
    public void Metadata(string property, IReadOnlyDictionary<string, string>? metadata)
    {
        foreach ((string key, string value) in metadata ?? CustomerMetadata.Empty)
        {
            // An empty value is allowed. The message does not contain the key, because it may be personal data.
            if (key.Length == 0 || value is null || TextCheck.Check(key) is not null || (value.Length > 0 && TextCheck.Check(value) is not null))
            {
                throw Refuse(property, "has an entry with an empty key, a null value, or text that is not valid Unicode or contains U+0000");
            }
        }
    }

    /// <summary>Makes the exception for a property that cannot be sent.</summary>
    /// <param name="property">The property.</param>
    /// <param name="problem">What is wrong and what to do, without the value; such as "must be two letters, such as US; it has 3".</param>
    public BillingValidationException Refuse(string property, string problem) => Refusal.Request(Provider, Operation, property, problem);

    internal void Email(string property, string? email)
    {
        Text(property, email);
        if (email is not null && TextCheck.CheckEmail(email) is { } problem)
        {
            throw Refuse(property, problem);
        }
    }

    internal void Key(string property, string key)
    {
        if (TextCheck.CheckKey(key) is { } problem)
        {
            throw Refuse(property, problem);
        }
    }

    internal void Address(string property, Address address)
    {
        Part("Line1", address.Line1, this);
        Part("Line2", address.Line2, this);
        Part("City", address.City, this);
        Part("State", address.State, this);
        Part("PostalCode", address.PostalCode, this);
        Part("Country", address.Country, this);

        // The name is only built for the exception.
        void Part(string name, string? text, FieldCheck check)
        {
            if (text is not null && TextCheck.Check(text) is { } problem)
            {
                throw check.Refuse($"{property}.{name}", problem);
            }
        }
    }

    internal void TaxIds(string property, IReadOnlyList<TaxId> taxIds)
    {
        for (int i = 0; i < taxIds.Count; i++)
        {
            if (taxIds[i] is not { Type: { } type, Value: { } value })
            {
                throw Refuse(property, "has an entry that is null, or whose Type or Value is null. Leave it out, or set both");
            }

            Text($"{property}.Type", type);
            Text($"{property}.Value", value);
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
