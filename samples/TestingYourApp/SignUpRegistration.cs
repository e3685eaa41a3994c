using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TestingYourApp;

/// <summary>What the application registers.</summary>
public static class SignUpRegistration
{
    /// <summary>Registers the sign-up and the billing client that it needs.</summary>
    public static IServiceCollection AddSignUp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddFlexprice(configuration.GetSection("Billing:Flexprice"));
        return services.AddSingleton<SignUp>();
    }
}
