using BillingClients;

namespace Quickstart;

/// <summary>The tour at one provider.</summary>
internal sealed class Visit(Showcase showcase, ICustomerClient client, CustomerCreate ada)
{
    public Showcase Showcase { get; } = showcase;

    public ICustomerClient Client { get; } = client;

    public CustomerCreate Ada { get; } = ada;

    public Customer? Customer { get; set; }

    public BillingException? Mistake { get; set; }

    public Dictionary<Step, StepResult> Results { get; } = [];

    public CustomerKey Key => Client.Provider.Capabilities.Update.ById != Support.Unsupported
        ? CustomerKey.FromId(Customer!.Id)
        : CustomerKey.FromExternalId(Ada.ExternalId!);
}
