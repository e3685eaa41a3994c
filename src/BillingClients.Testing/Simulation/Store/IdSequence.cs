using System.Globalization;

namespace BillingClients.Testing;

/// <summary>Ids in the providers' styles: unique in one sequence, and the same for the same seed, clock and order. Safe for concurrent use.</summary>
internal sealed class IdSequence(int seed)
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const ulong FortyBits = (1UL << 40) - 1;

    private readonly object _gate = new();
    private readonly Random _random = new(seed);
    private ulong _count;

    /// <summary>26 characters: 48 bits of time, 40 random ones, 40 of a scrambled count.</summary>
    public string Ulid(DateTimeOffset now)
    {
        (ulong random, ulong count) = Next();
        return Digits((ulong)now.ToUnixTimeMilliseconds(), Crockford, 10) + Digits(random, Crockford, 8) + Digits(count, Crockford, 8);
    }

    /// <summary>A version 4 UUID in lower case.</summary>
    public string Uuid()
    {
        (ulong random, ulong count) = Next();
        string hex = string.Create(CultureInfo.InvariantCulture, $"{count:x10}{random:x10}{Next().Random:x10}");
        return $"{hex[..8]}-{hex[8..12]}-4{hex[12..15]}-a{hex[15..18]}-{hex[18..30]}";
    }

    /// <summary>Letters and digits, at least 12.</summary>
    public string Token(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 12);
        (ulong random, ulong count) = Next();
        string token = Digits(random, Base62, length - 7) + Digits(count, Base62, 7);
        return token;
    }

    private static string Digits(ulong value, string alphabet, int length) =>
        string.Create(length, (value, alphabet), static (digits, state) =>
        {
            ulong rest = state.value;
            for (int place = digits.Length - 1; place >= 0; place--)
            {
                digits[place] = state.alphabet[(int)(rest % (ulong)state.alphabet.Length)];
                rest /= (ulong)state.alphabet.Length;
            }
        });

    private (ulong Random, ulong Count) Next()
    {
        lock (_gate)
        {
            // Multiplying by an odd number is one to one modulo a power of two: the ids look random and stay unique.
            ulong count = unchecked(++_count * 0x9E3779B97F4A7C15) & FortyBits;
            return ((ulong)_random.NextInt64() & FortyBits, count);
        }
    }
}
