namespace BillingClients.Providers;

/// <summary>The options of a client without dependency injection: a checked copy of an object that the application may change.</summary>
internal sealed class GivenOptions<TOptions> : IOptionsSource<TOptions>
    where TOptions : ProviderOptions
{
    private readonly TOptions _given;
    private volatile TOptions _value;
    private volatile TOptions _withGoodKey;

    /// <summary>Validates the options.</summary>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    internal GivenOptions(TOptions options)
    {
        _given = options;
        _value = _withGoodKey = (TOptions)options.Copy();
        if (Failures(_value) is { Count: > 0 } failures)
        {
            throw new ArgumentException(string.Join(" ", failures), nameof(options));
        }
    }

    public TOptions Value => _value;

    public void TakeChanges()
    {
        if (_given.HasSameSettings(_value))
        {
            return;
        }

        TOptions changed = (TOptions)_given.Copy();
        TOptions withGoodKey = WithoutBadKey(changed);
        IReadOnlyList<string> failures = [.. Failures(withGoodKey), .. AddressChange.Check(_value, changed, typeof(TOptions).Name)];
        if (failures.Count > 0)
        {
            throw new InvalidOperationException(
                $"The client's options were changed and are no longer valid. {string.Join(" ", failures)} {WriteEffect.NothingSent}");
        }

        (_value, _withGoodKey) = (changed, withGoodKey);
    }

    // A bad key does not fail here, but when the request is sent, with a BillingAuthenticationException like a bad key from another source.
    private TOptions WithoutBadKey(TOptions changed)
    {
        if (changed.ApiKeyProvider is not null || ApiKeyCheck.Check(changed, changed.ApiKey) is null)
        {
            return changed;
        }

        TOptions rest = (TOptions)changed.Copy();
        rest.ApiKey = _withGoodKey.ApiKey;
        rest.ApiKeyProvider = _withGoodKey.ApiKeyProvider;
        return rest;
    }

    private static IReadOnlyList<string> Failures(TOptions options) => options.Validate(typeof(TOptions).Name);
}
