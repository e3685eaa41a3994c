namespace BillingClients.Testing;

/// <summary>The usual <see cref="RequestMatch"/>es.</summary>
/// <remarks>
/// A path is relative to the provider's base address (<c>/customers</c>), as the provider documents it (<c>/v1/customers</c>), or as the journal prints it
/// (<c>/flexprice/v1/customers</c>). The slash at its beginning may be left out. It is compared without decoding, and may hold <c>*</c> for one whole segment: <c>/customers/*</c>. The query is compared only if the path has one.
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

    /// <summary>Requests with that verb to a path. The verb may be in lower case.</summary>
    public static RequestMatch To(string method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        string verb = method.ToUpperInvariant();
        PathPattern pattern = PathPattern.Parse(path);
        return request => request.Method == verb && pattern.Matches(request);
    }
}
