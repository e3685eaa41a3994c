namespace BillingClients.Providers;

/// <summary>Gives a client its options, validated.</summary>
internal interface IOptionsSource<out TOptions>
    where TOptions : ProviderOptions
{
    /// <summary>The options that are in force. Nobody else changes this object.</summary>
    TOptions Value { get; }

    /// <summary>Puts a change of the options in force, if there is one. Called when a call begins.</summary>
    /// <exception cref="InvalidOperationException">The changed options are not valid.</exception>
    void TakeChanges();
}
