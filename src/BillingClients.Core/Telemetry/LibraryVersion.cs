using System.Reflection;

namespace BillingClients.Providers;

/// <summary>The version of this library, for <c>User-Agent</c> and telemetry.</summary>
internal static class LibraryVersion
{
    /// <summary>The version without the commit, which stands after the plus.</summary>
    internal static string Text { get; } =
        typeof(LibraryVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
