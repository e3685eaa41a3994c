namespace Quickstart;

/// <summary>For steps that must fail.</summary>
internal static class Expect
{
    public static async Task<T> ThrowsAsync<T>(Func<Task> action)
        where T : Exception
    {
        try
        {
            await action();
        }
        catch (T expected)
        {
            return expected;
        }

        throw new UnexpectedOutcomeException($"it should have failed with {typeof(T).Name}");
    }
}
