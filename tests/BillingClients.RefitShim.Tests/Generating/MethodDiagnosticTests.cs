namespace BillingClients.RefitShim.Tests.Generating;

public class MethodDiagnosticTests
{
    [Fact]
    public void A_method_without_a_verb_is_refused() =>
        Source.ShouldReport(
            "interface IApi { [Get(\"/ping\")] Task PingAsync(CancellationToken cancellationToken); Task OtherAsync(CancellationToken cancellationToken); }",
            "BCRS005",
            "IApi.OtherAsync has no verb attribute; give it one of [Get], [Post], [Put], [Patch] and [Delete]");

    [Fact]
    public void A_method_with_only_other_attributes_of_Refit_is_refused() =>
        Source.MethodShouldReport(
            "Task PingAsync([Header(\"A\")] string? a, CancellationToken cancellationToken);",
            "BCRS005",
            "IApi.PingAsync has no verb attribute; give it one of [Get], [Post], [Put], [Patch] and [Delete]");

    [Fact]
    public void A_method_with_two_verbs_is_refused() =>
        Source.MethodShouldReport(
            "[Get(\"/ping\"), Put(\"/ping\")] Task PingAsync(CancellationToken cancellationToken);",
            "BCRS006",
            "IApi.PingAsync has several verb attributes; keep exactly one of [Get], [Post], [Put], [Patch] and [Delete]");

    [Fact]
    public void A_generic_method_is_refused() =>
        Source.MethodShouldReport(
            "[Get(\"/ping\")] Task PingAsync<T>(CancellationToken cancellationToken);",
            "BCRS007",
            "IApi.PingAsync is generic; declare one non-generic method for each type");

    [Theory]
    [InlineData("void")]
    [InlineData("Customer")]
    [InlineData("ValueTask")]
    [InlineData("ValueTask<Customer>")]
    [InlineData("IAsyncEnumerable<Customer>")]
    [InlineData("Task<string>")]
    [InlineData("Task<string?>")]
    [InlineData("Task<object>")]
    [InlineData("Task<byte[]>")]
    [InlineData("Task<Stream>")]
    [InlineData("Task<MemoryStream>")]
    [InlineData("Task<HttpContent>")]
    [InlineData("Task<HttpResponseMessage>")]
    [InlineData("Task<RefitSettings>")]
    public void A_return_type_other_than_a_task_of_JSON_is_refused(string type) =>
        Source.MethodShouldReport(
            $"[Get(\"/ping\")] {type} PingAsync(CancellationToken cancellationToken);",
            "BCRS008",
            $"IApi.PingAsync returns {type}; supported are Task, and Task<T> of a type that is read from JSON");

    [Theory]
    [InlineData("")]
    [InlineData("string? text")]
    [InlineData("CancellationToken first, string? text")]
    [InlineData("CancellationToken first, CancellationToken second")]
    public void Anything_but_one_cancellation_token_at_the_end_is_refused(string parameters) =>
        Source.MethodShouldReport(
            $"[Get(\"/ping\")] Task PingAsync({parameters});",
            "BCRS009",
            "IApi.PingAsync must take exactly one CancellationToken, as its last parameter");

    [Theory]
    [InlineData("ping")]
    [InlineData("")]
    [InlineData("https://elsewhere.example/ping")]
    public void A_path_without_a_leading_slash_is_refused(string path) =>
        Source.MethodShouldReport(
            $"[Get(\"{path}\")] Task PingAsync(CancellationToken cancellationToken);",
            "BCRS011",
            $"IApi.PingAsync has the path \"{path}\"; a path starts with '/' and is appended to the base address");

    [Theory]
    [InlineData("/ping?now=true")]
    [InlineData("/ping#top")]
    [InlineData("/pi ng")]
    [InlineData("/pi\nng")]
    public void A_query_fragment_or_blank_in_the_path_is_refused(string path) =>
        Source.MethodShouldReport(
            $"[Get(\"{path.Replace("\n", "\\n", StringComparison.Ordinal)}\")] Task PingAsync(CancellationToken cancellationToken);",
            "BCRS012",
            $"IApi.PingAsync has the path \"{path}\", in which '?', '#', '\\', blanks and control characters aren't supported; "
            + "declare query parameters as parameters of the method");

    [Theory]
    [InlineData("/{**rest}")]
    [InlineData("/{}")]
    [InlineData("/{rest")]
    [InlineData("/rest}")]
    [InlineData("/{a.b}")]
    [InlineData("/{a:int}")]
    public void A_placeholder_that_is_not_a_name_is_refused(string path) =>
        Source.MethodShouldReport(
            $"[Get(\"{path}\")] Task PingAsync(CancellationToken cancellationToken);",
            "BCRS013",
            $"IApi.PingAsync has the path \"{path}\", whose placeholder isn't supported; "
            + "a placeholder is {name}, and stands for one path segment or a part of it");

    [Theory]
    [InlineData("string? other")]
    [InlineData("[AliasAs(\"other\")] string? id")]
    [InlineData("[Header(\"A\")] string? id")]
    public void A_placeholder_without_a_parameter_is_refused(string parameter) =>
        Source.MethodShouldReport(
            $"[Get(\"/{{id}}\")] Task PingAsync({parameter}, CancellationToken cancellationToken);",
            "BCRS014",
            "IApi.PingAsync has the placeholder {id} in its path, and no path parameter of that name or [AliasAs] name");

    [Theory]
    [InlineData("NoColon")]
    [InlineData(": value")]
    [InlineData("Name:")]
    [InlineData("Na me: value")]
    [InlineData("Content-Type: text/plain")]
    [InlineData("Expires: 0")]
    public void A_malformed_header_is_refused(string header) =>
        Source.MethodShouldReport(
            $"[Get(\"/ping\"), Headers(\"{header}\")] Task PingAsync(CancellationToken cancellationToken);",
            "BCRS021",
            $"IApi.PingAsync has the header \"{header}\"; "
            + "a header is written \"Name: value\" in [Headers] and \"Name\" in [Header], and may not be one that describes the body");

    [Theory]
    [InlineData("[Headers(\"X-One: 1\", \"x-one: 2\")]", "")]
    [InlineData("[Headers(\"X-One: 1\")]", "[Header(\"x-one\")] string? one, ")]
    [InlineData("", "[Header(\"X-One\")] string? one, [Header(\"x-one\")] string? two, ")]
    public void The_same_header_twice_is_refused(string headers, string parameters) =>
        Source.MethodShouldReport(
            $"[Get(\"/ping\")] {headers} Task PingAsync({parameters}CancellationToken cancellationToken);",
            "BCRS022",
            "IApi.PingAsync sends the header X-One twice; keep one");
}
