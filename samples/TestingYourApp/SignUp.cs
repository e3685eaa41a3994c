namespace TestingYourApp;

/// <summary>The application's own code: what is tested here. It would live in a project of its own.</summary>
public sealed class SignUp(ICustomerClient customers)
{
    /// <summary>Makes a user a customer, once, however often it is called.</summary>
    public async Task<SignUpResult> RegisterAsync(User user, CancellationToken cancellationToken)
    {
        try
        {
            Customer customer = await customers.GetOrCreateAsync(
                new CustomerCreate { ExternalId = user.Id, Name = user.Name, Email = user.Email }, cancellationToken: cancellationToken);
            return SignUpResult.Done(customer.Id);
        }
        catch (BillingException failure) when (failure.IsTransient || failure is AmbiguousOutcomeException)
        {
            // GetOrCreateAsync looks before it creates, so the job that comes later makes no second customer.
            return SignUpResult.Later(failure.RetryAfter ?? TimeSpan.FromMinutes(1));
        }
    }
}
