namespace BillingClients.RefitShim.Tests.Generating;

public class InterfaceDiagnosticTests
{
    private const string Ping = "[Get(\"/ping\")] Task PingAsync(CancellationToken cancellationToken);";

    [Theory]
    [InlineData("class Api { [Get(\"/ping\")] public Task PingAsync(CancellationToken cancellationToken) => Task.CompletedTask; }", "Api")]
    [InlineData("interface IApi<T> { " + Ping + " }", "IApi")]
    [InlineData("class Outer { private interface IHidden { " + Ping + " } }", "IHidden")]
    [InlineData("class Outer<T> { public interface IApi { " + Ping + " } }", "IApi")]
    [InlineData("file interface IApi { " + Ping + " }", "IApi")]
    [InlineData("class Api { public void Send([Body] string text) { } }", "Api")]
    public void Only_a_reachable_interface_without_type_parameters_is_supported(string type, string name) =>
        Source.ShouldReport(
            type,
            "BCRS001",
            $"{name} uses Refit attributes, which are supported on the methods of non-generic interfaces that are internal or public");

    [Fact]
    public void An_inherited_interface_is_refused() =>
        Source.ShouldReport(
            "interface IApi : IDisposable { " + Ping + " }",
            "BCRS002",
            "IApi inherits IDisposable; declare all endpoints in one interface, without a base");

    [Theory]
    [InlineData("string Name { get; }", "Name")]
    [InlineData("event EventHandler Changed;", "Changed")]
    public void A_member_that_is_no_method_is_refused(string member, string name) =>
        Source.ShouldReport(
            "interface IApi { " + Ping + member + " }",
            "BCRS003",
            $"IApi.{name} isn't a method; a Refit interface supports only methods with a verb attribute");

    [Fact]
    public void A_type_inside_the_interface_is_refused() =>
        Source.ShouldReport(
            "interface IApi { " + Ping + "class Nested; }",
            "BCRS003",
            "IApi.Nested isn't a method; a Refit interface supports only methods with a verb attribute");

    [Fact]
    public void An_indexer_is_refused() =>
        Source.ShouldReport(
            "interface IApi { " + Ping + " int this[int at] { get; } }",
            "BCRS003",
            "IApi.this[] isn't a method; a Refit interface supports only methods with a verb attribute");

    [Theory]
    [InlineData("Task OtherAsync() => Task.CompletedTask;")]
    [InlineData("static Task OtherAsync() => Task.CompletedTask;")]
    [InlineData("static abstract Task OtherAsync();")]
    public void A_method_with_a_body_is_refused(string method) =>
        Source.ShouldReport(
            "interface IApi { " + Ping + method + " }",
            "BCRS004",
            "IApi.OtherAsync has a body or is static; a Refit interface supports only methods without a body, use an extension method instead");

    [Theory]
    [InlineData("[Headers(\"A: b\")] interface IApi { " + Ping + " }", "IApi", "Headers")]
    [InlineData("interface IApi { [Multipart] " + Ping + " }", "IApi.PingAsync", "Multipart")]
    [InlineData("interface IApi { [Get(\"/ping\")] Task PingAsync([Query] string? text, CancellationToken cancellationToken); }", "IApi.PingAsync", "Query")]
    [InlineData("interface IApi { [Known] " + Ping + " } } namespace Refit { class KnownAttribute : Attribute;", "IApi.PingAsync", "Known")]
    public void Another_attribute_of_Refit_is_refused(string type, string name, string attribute) =>
        Source.ShouldReport(
            type,
            "BCRS024",
            $"{name} uses [{attribute}]; "
            + "supported are [Get], [Post], [Put], [Patch], [Delete] and [Headers] on a method, [Body], [AliasAs] and [Header] on a parameter");

    [Fact]
    public void Attributes_that_are_not_of_Refit_are_left_alone() =>
        Source.ShouldReportNothing("interface IApi { [Obsolete] " + Ping + " }");

    [Fact]
    public void A_refused_interface_gets_no_implementation() =>
        GeneratorRun.Over(GeneratorRun.Usings + "interface IApi : IDisposable { " + Ping + " }").Sources.Keys.ShouldNotContain("IApi.g.cs");

    [Fact]
    public void Every_reason_is_reported_at_once_and_only_once() =>
        GeneratorRun.Over(GeneratorRun.Usings + """
            interface IApi
            {
                [Get("ping")] int PingAsync(CancellationToken cancellationToken);
                [Get("/pong")] Task PongAsync([Header("A")] string? a);
            }
            """).Diagnostics.Select(static each => each.Id).Order().ShouldBe(["BCRS008", "BCRS009", "BCRS011"]);
}
