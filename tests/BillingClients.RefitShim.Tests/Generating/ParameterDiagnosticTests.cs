namespace BillingClients.RefitShim.Tests.Generating;

public class ParameterDiagnosticTests
{
    [Theory]
    [InlineData("ref int value")]
    [InlineData("in int value")]
    [InlineData("out int value")]
    public void A_parameter_by_reference_is_refused(string parameter) =>
        Source.MethodShouldReport(
            $"[Get(\"/ping\")] Task PingAsync({parameter}, CancellationToken cancellationToken);",
            "BCRS010",
            "IApi.PingAsync takes value by reference or as params; parameters are supported by value only");

    [Theory]
    [InlineData("string?")]
    [InlineData("int?")]
    [InlineData("Guid")]
    [InlineData("DayOfWeek")]
    [InlineData("Customer")]
    public void A_path_parameter_of_another_type_is_refused(string type) =>
        Source.MethodShouldReport(
            $"[Get(\"/{{id}}\")] Task PingAsync({type} id, CancellationToken cancellationToken);",
            "BCRS015",
            $"IApi.PingAsync takes the path parameter id of type {type}; supported are string, int, long and bool, none of them nullable");

    [Theory]
    [InlineData("DayOfWeek")]
    [InlineData("decimal?")]
    [InlineData("DateTimeOffset")]
    [InlineData("List<string>")]
    [InlineData("string[]")]
    [InlineData("Customer")]
    public void A_query_parameter_of_another_type_is_refused(string type) =>
        Source.MethodShouldReport(
            $"[Get(\"/ping\")] Task PingAsync({type} filter, CancellationToken cancellationToken);",
            "BCRS016",
            $"IApi.PingAsync takes the query parameter filter of type {type}; "
            + "supported are string, int, long, bool and their nullable forms, and [Body] for a body");

    [Fact]
    public void A_header_parameter_of_another_type_is_refused() =>
        Source.MethodShouldReport(
            "[Get(\"/ping\")] Task PingAsync([Header(\"A\")] int a, CancellationToken cancellationToken);",
            "BCRS017",
            "IApi.PingAsync takes the header parameter a of type int; supported are string and string?");

    [Fact]
    public void Two_bodies_are_refused() =>
        Source.MethodShouldReport(
            "[Post(\"/ping\")] Task PingAsync([Body] Customer one, [Body] Customer two, CancellationToken cancellationToken);",
            "BCRS018",
            "IApi.PingAsync has several [Body] parameters; keep one");

    [Theory]
    [InlineData("Get")]
    [InlineData("Delete")]
    public void A_body_is_refused_where_servers_may_ignore_it(string verb) =>
        Source.MethodShouldReport(
            $"[{verb}(\"/ping\")] Task PingAsync([Body] Customer one, CancellationToken cancellationToken);",
            "BCRS019",
            "IApi.PingAsync has a [Body] parameter, which is supported for [Post], [Put] and [Patch]");

    [Theory]
    [InlineData("string")]
    [InlineData("object")]
    [InlineData("byte[]")]
    [InlineData("Stream")]
    [InlineData("StringContent")]
    public void A_body_that_is_not_JSON_is_refused(string type) =>
        Source.MethodShouldReport(
            $"[Post(\"/ping\")] Task PingAsync([Body] {type} text, CancellationToken cancellationToken);",
            "BCRS020",
            $"IApi.PingAsync takes the body text of type {type}; supported are types that are written as JSON");

    [Theory]
    [InlineData("")]
    [InlineData("A: b")]
    [InlineData("Content-Language")]
    public void A_header_parameter_with_a_bad_name_is_refused(string header) =>
        Source.MethodShouldReport(
            $"[Get(\"/ping\")] Task PingAsync([Header(\"{header}\")] string? a, CancellationToken cancellationToken);",
            "BCRS021",
            $"IApi.PingAsync has the header \"{header}\"; "
            + "a header is written \"Name: value\" in [Headers] and \"Name\" in [Header], and may not be one that describes the body");

    [Theory]
    [InlineData("[Body, AliasAs(\"b\")] Customer value, CancellationToken cancellationToken", "value")]
    [InlineData("[Header(\"A\"), AliasAs(\"b\")] string? value, CancellationToken cancellationToken", "value")]
    [InlineData("[AliasAs(\"b\")] CancellationToken cancellationToken", "cancellationToken")]
    public void Attributes_that_exclude_each_other_are_refused(string parameters, string name) =>
        Source.MethodShouldReport(
            $"[Post(\"/ping\")] Task PingAsync({parameters});",
            "BCRS023",
            $"IApi.PingAsync has attributes on {name} that exclude each other; "
            + "a parameter is a [Body], a [Header], or a path or query parameter with at most an [AliasAs] name");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_alias_is_refused(string alias) =>
        Source.MethodShouldReport(
            $"[Get(\"/ping\")] Task PingAsync([AliasAs(\"{alias}\")] string? text, CancellationToken cancellationToken);",
            "BCRS025",
            "IApi.PingAsync gives text an empty [AliasAs] name; name the query or path parameter that it becomes");

    [Fact]
    public void Two_parameters_for_one_placeholder_are_refused() =>
        Source.MethodShouldReport(
            "[Get(\"/{id}\")] Task PingAsync(string id, [AliasAs(\"ID\")] string other, CancellationToken cancellationToken);",
            "BCRS026",
            "IApi.PingAsync has several parameters for the placeholder {id}; keep one");

    [Theory]
    [InlineData("[Get(\"/{id}/{id}\")] Task PingAsync(string id, CancellationToken cancellationToken);")]
    [InlineData("[Get(\"/{ID}\")] Task PingAsync(string id, CancellationToken cancellationToken);")]
    [InlineData("[Get(\"/ping\")] Task PingAsync(string text, int a, long b, bool c, int? d, long? e, bool? f, CancellationToken cancellationToken);")]
    [InlineData("[Post(\"/ping\")] Task PingAsync([Body] List<Customer> all, CancellationToken cancellationToken);")]
    [InlineData("[Post(\"/ping\")] Task PingAsync([Body] Customer? request, [Header(\"A\")] string a, CancellationToken cancellationToken);")]
    [InlineData("[Post(\"/ping\")] Task<Dictionary<string, Customer>> PingAsync(string @class, CancellationToken @event);")]
    public void What_is_supported_compiles(string method) => Source.ShouldReportNothing("interface IApi { " + method + " }");
}
