namespace BillingClients.Docs.Tests.Samples;

/// <summary><c>samples/HostedApp</c> runs offline, shows the rotation of its keys, and ends by itself.</summary>
public sealed class HostedAppTests
{
    [Fact]
    public async Task It_rotates_the_keys_of_its_three_clients_and_ends_well()
    {
        string program = Path.Combine(Repository.Root, "samples", "HostedApp", "bin", Repository.Configuration, "net10.0", "HostedApp.dll");

        Ran ran = (await Ran.DotnetAsync(Repository.Root, [program, "--seconds", "5"])).ShouldSucceed("samples/HostedApp");

        foreach (string client in new[] { "flexprice-eu", "flexprice-us", "flowglad" })
        {
            ran.Output.ShouldContain($"{client}: key rotated; the old one is refused, the next call went through with the new one");
        }

        ran.Output.ShouldContain("health of billing: Healthy");
        ran.Output.ShouldNotContain("example.com");
        ran.Output.ShouldNotContain("sk_");
        ran.Errors.ShouldBeEmpty();
    }
}
