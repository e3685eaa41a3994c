using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Testing;

/// <summary>One call of <c>UseSimulator</c>. A later one takes its place.</summary>
internal sealed class SimulatorUse
{
    private SimulatorUse()
    {
    }

    /// <summary>Whether <c>UseSimulator</c> was called again.</summary>
    public bool IsReplaced { get; private set; }

    /// <summary>Begins a new one, in place of the one before.</summary>
    public static SimulatorUse Replace(IServiceCollection services)
    {
        foreach (ServiceDescriptor earlier in services.Where(static service => service.ServiceType == typeof(SimulatorUse)))
        {
            ((SimulatorUse)earlier.ImplementationInstance!).IsReplaced = true;
        }

        SimulatorUse use = new();
        services.AddSingleton(use);
        return use;
    }
}
