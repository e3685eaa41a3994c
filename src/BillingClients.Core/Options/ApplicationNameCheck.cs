using System.Buffers;

namespace BillingClients.Providers;

/// <summary>What <see cref="ProviderOptions.ApplicationName"/> must be: products of a <c>User-Agent</c> header (RFC 9110, sections 5.6.2 and 10.1.5).</summary>
internal static class ApplicationNameCheck
{
    private const int Longest = 128;

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>What is wrong, in a sentence that does not show the name; null when nothing is.</summary>
    internal static string? Check(string? name)
    {
        if (name is null)
        {
            return null;
        }

        if (name.Length > Longest)
        {
            return $"has {name.Length} characters. Make it {Longest} or less.";
        }

        return name.Split(' ').All(IsProduct)
            ? null
            : "cannot be sent in a User-Agent header. Write a name, with or without a version, such as 'acme-portal/2.1': "
                + "letters, digits and !#$%&'*+-.^_`|~, and one space between several. Leave it out for none.";
    }

    private static bool IsProduct(string product) => product.Split('/') switch
    {
        [string name] => IsToken(name),
        [string name, string version] => IsToken(name) && IsToken(version),
        _ => false,
    };

    private static bool IsToken(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(TokenCharacters);
}
