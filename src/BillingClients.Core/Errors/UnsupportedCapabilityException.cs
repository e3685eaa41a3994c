using BillingClients.Providers;

namespace BillingClients;

/// <summary>The provider cannot do this. Nothing was sent.</summary>
public sealed class UnsupportedCapabilityException : BillingException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do; no personal data.</param>
    /// <param name="details">What is known of the failure.</param>
    /// <param name="capability">The name in <see cref="CustomerCapabilities"/>, such as <c>Get.ById</c>.</param>
    /// <param name="alternative">What to do instead.</param>
    public UnsupportedCapabilityException(string message, BillingErrorDetails details, string capability, string alternative)
        : base(message, details, null)
    {
        Capability = capability;
        Alternative = alternative;
    }

    /// <summary>The name in <see cref="CustomerCapabilities"/>, such as <c>Get.ById</c>.</summary>
    public string Capability { get; }

    /// <summary>What to do instead.</summary>
    public string Alternative { get; }
}
