namespace TestingYourApp;

/// <summary>How a sign-up went: a customer's id, or when to try again.</summary>
public sealed record SignUpResult(string? CustomerId, TimeSpan? TryAgainIn)
{
    /// <summary>The user is a customer.</summary>
    public static SignUpResult Done(string customerId) => new(customerId, null);

    /// <summary>The provider could not do it now.</summary>
    public static SignUpResult Later(TimeSpan wait) => new(null, wait);
}
