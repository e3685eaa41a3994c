using System.CommandLine;
using BillingClients.Benchmarks.Answers;
using BillingClients.Benchmarks.Measuring;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Benchmarks.Commands;

/// <summary>Whether memory stays flat, however many customers are listed and created.</summary>
internal static class MemoryCommand
{
    private const int InFlight = 64;
    private const int PageSize = 1000;
    private const int WarmUp = 5000;

    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000];

    public static Command New()
    {
        Option<int> lists = new("--lists") { Description = "The most customers to list.", DefaultValueFactory = static _ => 1_000_000 };
        Option<int> creates = new("--creates") { Description = "The most customers to create.", DefaultValueFactory = static _ => 100_000 };
        Command command = new("memory", "Lists customers through ListAsync, and creates customers with 64 in flight; over loopback.") { lists, creates };
        command.SetAction((arguments, _) => RunAsync(arguments.GetValue(lists), arguments.GetValue(creates)));
        return command;
    }

    private static async Task RunAsync(int mostLists, int mostCreates)
    {
        using ServerProcess server = ServerProcess.Start();
        await MeasureAsync("warm-up, not counted", Math.Min(WarmUp, mostLists), server, ListAllAsync, print: false);
        await MeasureAsync("warm-up, not counted", Math.Min(WarmUp, mostCreates), server, CreateAllAsync, print: false);
        Console.WriteLine("| job | customers | customers a second | most on the managed heap, MB | largest working set, MB |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        foreach (int customers in SizesUpTo(mostLists))
        {
            await MeasureAsync($"`ListAsync`, pages of {PageSize}", customers, server, ListAllAsync, print: true);
        }

        foreach (int customers in SizesUpTo(mostCreates))
        {
            await MeasureAsync($"`CreateAsync`, {InFlight} in flight", customers, server, CreateAllAsync, print: true);
        }
    }

    private static IEnumerable<int> SizesUpTo(int most) => [.. Sizes.Where(size => size < most), most];

    private static async Task MeasureAsync(string job, int customers, ServerProcess server, Func<ICustomerClient, int, Task> run, bool print)
    {
        await using ServiceProvider services = new ServiceCollection()
            .AddFlexprice(options =>
            {
                options.ApiKey = "sk_memory";
                options.BaseAddress = server.AddressOf($"listing/{customers}");
            }).Services.BuildServiceProvider();
        using MemoryWatch watch = new();
        await run(services.GetRequiredService<ICustomerClient>(), customers);
        if (print)
        {
            double rate = customers / watch.Elapsed.TotalSeconds;
            Console.WriteLine(Names.Text($"| {job} | {customers:N0} | {rate:N0} | {watch.PeakManaged / 1e6:N1} | {watch.PeakWorkingSet / 1e6:N1} |"));
        }
    }

    private static async Task ListAllAsync(ICustomerClient client, int customers)
    {
        int listed = 0;
        await foreach (Customer customer in client.ListAsync(new CustomerListRequest { PageSize = PageSize }))
        {
            listed += customer.Id.Length > 0 ? 1 : 0;
        }

        if (listed != customers)
        {
            throw new InvalidOperationException($"{listed} customers were listed; there are {customers}.");
        }
    }

    private static Task CreateAllAsync(ICustomerClient client, int customers) =>
        Parallel.ForAsync(0, customers, new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (i, cancellationToken) =>
            await client.CreateAsync(new CustomerCreate { ExternalId = $"crm-{i}", Name = "Ada Lovelace", Email = "ada@example.com" }, cancellationToken: cancellationToken));
}
