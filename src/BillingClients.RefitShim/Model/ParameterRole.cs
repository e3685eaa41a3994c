namespace BillingClients.RefitShim.Model;

internal enum ParameterRole
{
    Path,
    Query,
    Header,
    Body,
    Cancellation,
}
