// Calls every operation of every provider. ./run publishes it, starts a simulator in another process and pipes in what that prints:
// a line for each provider, with its name, its address and a key that it accepts.
using System.Diagnostics;
using System.Globalization;
using BillingClients;
using BillingClients.Smoke;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

Dictionary<string, string?> settings = [];
while (Console.ReadLine() is { } line)
{
    if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, var address, var key])
    {
        settings[$"{name}:BaseAddress"] = address;
        settings[$"{name}:ApiKey"] = key;
    }
}

IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
ServiceCollection services = new();
services.AddAtlas(configuration.GetSection("atlas"));
services.AddRunOnAtlas(configuration.GetSection("runonatlas"));
services.AddFlexprice(configuration.GetSection("flexprice"));
services.AddFlowglad(configuration.GetSection("flowglad"));
services.AddFlex(configuration.GetSection("flex"));
await using ServiceProvider provider = services.BuildServiceProvider();

ICustomerClientFactory clients = provider.GetRequiredService<ICustomerClientFactory>();
DateTimeOffset started = Process.GetCurrentProcess().StartTime;
foreach (string name in clients.Names)
{
    Walk walk = new(clients.Get(name));
    IReadOnlyList<string> done = await walk.RunAsync(CancellationToken.None);
    if (name == clients.Names[0])
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first customer {(walk.Created - started).TotalMilliseconds:0} ms after the start of the process"));
    }

    Console.WriteLine($"{name}: {string.Join(", ", done)}");
}

await OwnEndpointsWalk.RunAsync(clients, CancellationToken.None);
Console.WriteLine("endpoints of an application's own: read, missed");
