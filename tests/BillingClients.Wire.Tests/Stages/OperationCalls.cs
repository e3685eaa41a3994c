namespace BillingClients.Wire.Tests.Stages;

/// <summary>The calls of one operation. Each becomes a stub, or several, of one mapping file; each name is unique in it.</summary>
internal sealed class OperationCalls(Stage stage, OperationKind operation)
{
    /// <summary>A call that succeeds with that status.</summary>
    internal async Task<T> AnswersAsync<T>(string name, int status, Func<ICustomerClient, Task<T>> call) =>
        (T)(await stage.CallAsync(operation, name, status, async client => await call(client))).Succeeded()!;

    /// <inheritdoc cref="AnswersAsync{T}"/>
    internal async Task AnswersAsync(string name, int status, Func<ICustomerClient, Task> call) =>
        (await stage.CallAsync(operation, name, status, client => WithoutResultAsync(call(client)))).Succeeded();

    /// <summary>A call that the provider refuses with that status.</summary>
    internal async Task RefusesAsync(string name, int status, Func<ICustomerClient, Task> call) =>
        (await stage.CallAsync(operation, name, status, client => WithoutResultAsync(call(client)))).Refused();

    private static async Task<object?> WithoutResultAsync(Task call)
    {
        await call;
        return null;
    }
}
