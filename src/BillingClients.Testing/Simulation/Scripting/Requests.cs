namespace BillingClients.Testing;

/// <summary>The usual <see cref="RequestMatch"/>es.</summary>
/// <remarks>
/// A path is relative to the provider's base address, is compared without decoding, and may hold <c>*</c> for one whole segment: <c>/customers/*</c>.
/// </remarks>
public static class Requests
{
    /// <summary>Every request.</summary>
    public static RequestMatch Any { get; } = static _ => true;

    /// <summary>GET requests to a path.</summary>
    public static RequestMatch Get(string path) => To("GET", path);

    /// <summary>POST requests to a path.</summary>
    public static RequestMatch Post(string path) => To("POST", path);

    /// <summary>PUT requests to a path.</summary>
    public static RequestMatch Put(string path) => To("PUT", path);

    /// <summary>PATCH requests to a path.</summary>
    public static RequestMatch Patch(string path) => To("PATCH", path);

    /// <summary>DELETE requests to a path.</summary>
    public static RequestMatch Delete(string path) => To("DELETE", path);

    /// <summary>Requests with that verb to a path.</summary>
    public static RequestMatch To(string method, string path)
    {
        string[] pattern = path.Split('/');
        return request => request.Method == method && Matches(pattern, request.Path.Split('/'));
    }

    private static bool Matches(string[] pattern, string[] segments) =>
        pattern.Length == segments.Length && pattern.Zip(segments).All(pair => pair.First == "*" || pair.First == pair.Second);
}
