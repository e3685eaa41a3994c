using System.Globalization;
using BillingClients.Benchmarks.Contestants;

namespace BillingClients.Benchmarks.Commands;

/// <summary>What stands in the tables.</summary>
internal static class Names
{
    public static string Of(Operation operation) => operation switch
    {
        Operation.Create => "create",
        Operation.Get => "get",
        Operation.Update => "update",
        Operation.List => "list 100",
        _ => "error",
    };

    public static string Of(Side side) => side switch
    {
        Side.HandWritten => "`HttpClient`, by hand",
        Side.HttpJson => "System.Net.Http.Json",
        Side.RestSharp => "RestSharp",
        Side.ClientModel => "System.ClientModel",
        Side.Refit => "Refit, defaults",
        Side.RefitAtItsBest => "Refit, best settings",
        _ => "BillingClients",
    };

    /// <summary>Numbers as the tables have them, in no culture.</summary>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
