using Microsoft.CodeAnalysis;

namespace BillingClients.House.Tests.Rules;

public class AsyncRules
{
    private static readonly string[] Awaited = ["Task", "ValueTask", "IAsyncEnumerable"];

    private static IEnumerable<IMethodSymbol> Methods => Shipped.Members.OfType<IMethodSymbol>().Where(static method => method.MethodKind == MethodKind.Ordinary && !IsTest(method));

    [Fact]
    public void What_is_awaited_ends_in_Async_and_nothing_else_does() =>
        Methods.Where(static method => IsAwaited(method) != method.Name.EndsWith("Async", StringComparison.Ordinal))
            .ShouldBeNone("Rename the method: a reader awaits what ends in Async.");

    [Fact]
    public void What_is_awaited_takes_a_token_last_and_calls_it_cancellationToken() =>
        Methods.Where(static method => IsAwaited(method) && !HasItsTokenElsewhere(method))
            .Where(static method => method.Parameters.LastOrDefault() is not { Name: "cancellationToken", Type.Name: "CancellationToken" })
            .ShouldBeNone("Add `CancellationToken cancellationToken = default` as the last parameter, and hand it on.");

    [Fact]
    public void A_token_stands_last_wherever_it_stands() =>
        Methods.Where(static method => method.Parameters.SkipLast(1).Any(static parameter => parameter.Type.Name == "CancellationToken"))
            .ShouldBeNone("Move the token to the end.");

    [Fact]
    public void A_token_can_be_left_out_by_callers_of_an_interface() =>
        Methods.Where(static method => method.ContainingType.TypeKind == TypeKind.Interface)
            .Where(static method => method.Parameters.Any(static parameter => parameter is { Type.Name: "CancellationToken", HasExplicitDefaultValue: false }))
            .ShouldBeNone("Give the token `= default`.");

    [Fact]
    public void No_method_is_async_void() =>
        Methods.Where(static method => method is { ReturnsVoid: true } && method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "AsyncStateMachineAttribute"))
            .ShouldBeNone("Return a Task: what an async void method throws ends the process.");

    // Nobody calls it but xunit.
    private static bool IsTest(IMethodSymbol method) => method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "FactAttribute" or "TheoryAttribute");

    private static bool IsAwaited(IMethodSymbol method) => Awaited.Contains(method.ReturnType.Name);

    // A signature that the framework gives; the suite's own helpers, which take the token of the test that runs; and what awaits a task that was given the token.
    private static bool HasItsTokenElsewhere(IMethodSymbol method) =>
        method is { Name: "DisposeAsync" } or { ContainingType.Name: "CustomerClientConformance" }
            or { ContainingType.Name: "ProviderCall", Name: "ReadAsync" };
}
