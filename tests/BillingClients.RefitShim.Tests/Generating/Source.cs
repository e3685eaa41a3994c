using Microsoft.CodeAnalysis;

namespace BillingClients.RefitShim.Tests.Generating;

/// <summary>What the generator says of a piece of source.</summary>
internal static class Source
{
    public static void ShouldReport(string type, string id, string message)
    {
        Diagnostic found = GeneratorRun.Over(Whole(type)).Diagnostics.ShouldHaveSingleItem();

        found.Id.ShouldBe(id);
        found.Severity.ShouldBe(DiagnosticSeverity.Error);
        found.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(message);
        found.Location.GetLineSpan().Path.ShouldBe("Adapter.cs");
    }

    /// <summary>As <see cref="ShouldReport"/>, for an interface of this one method.</summary>
    public static void MethodShouldReport(string method, string id, string message) => ShouldReport("interface IApi { " + method + " }", id, message);

    public static void ShouldReportNothing(string type)
    {
        GeneratorRun run = GeneratorRun.Over(Whole(type));

        run.Diagnostics.ShouldBeEmpty();
        run.CompilerComplaints().ShouldBeEmpty();
    }

    private static string Whole(string type) => GeneratorRun.Usings + "namespace Adapter { record Customer(string Id); " + type + " }";
}
