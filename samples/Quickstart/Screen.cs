using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BillingClients;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Quickstart;

/// <summary>Shows what happened, in at most 120 columns.</summary>
internal static class Screen
{
    public static void Show(Stage stage, IReadOnlyList<Visit> visits)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule($"[bold]One customer, {visits.Count} billing providers, one ICustomerClient[/] ({stage.Title})").LeftJustified());
        Section("The same CreateAsync, as it went over the wire", Wires(stage, visits));
        Section("The same steps", Steps(visits));
        Section("The same Customer, read back", Customers(visits));
        Section("What differs is data", Differences(visits));
        Section("A mistake at each, as you would meet it", Mistakes(visits));
    }

    private static void Section(string title, IRenderable content)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine($"[bold blue]{title}[/]");
        AnsiConsole.Write(content);
    }

    private static Grid Wires(Stage stage, IReadOnlyList<Visit> visits)
    {
        Grid grid = new() { Expand = true };
        int columns = Math.Min(3, visits.Count);
        for (int i = 0; i < columns; i++)
        {
            grid.AddColumn(new GridColumn().PadRight(1).PadLeft(0));
        }

        foreach (Visit[] row in visits.Chunk(columns))
        {
            grid.AddRow([.. row.Select(visit => (IRenderable)Wire(visit, stage.Wire.FirstWriteOf(visit.Showcase.Name))), .. Enumerable.Repeat(Text.Empty, columns - row.Length)]);
        }

        return grid;
    }

    private static Panel Wire(Visit visit, WireRequest? sent)
    {
        IRenderable content = sent is null
            ? new Text("nothing was sent; see the table of steps")
            : new Rows(
                new Markup($"[bold]{sent.Method}[/] {Markup.Escape(sent.Path)}"),
                new Markup($"[grey]{Markup.Escape(sent.KeyHeader)}[/]"),
                new Text(Indented(sent.Body!)));
        return new Panel(content).Header(visit.Client.Provider.DisplayName).RoundedBorder().Expand();
    }

    private static Table Steps(IReadOnlyList<Visit> visits)
    {
        Table table = ByProvider("step", visits);
        foreach (Step step in Step.All)
        {
            table.AddRow([step.Name, .. visits.Select(visit => visit.Results.TryGetValue(step, out StepResult? result) ? Cell(result) : "[grey]not reached[/]")]);
        }

        return table;
    }

    private static string Cell(StepResult result) =>
        !result.IsExpected ? $"[red]✗ {Markup.Escape(result.Outcome)}[/]"
        : result.Duration is not { } duration ? $"[grey]– {result.Outcome}[/]"
        : string.Create(CultureInfo.InvariantCulture, $"[green]✓[/] {Markup.Escape(result.Outcome)} [grey]{duration.TotalMilliseconds:0} ms[/]");

    private static Table Customers(IReadOnlyList<Visit> visits)
    {
        Table table = ByProvider("property", visits);
        Row(table, "Id", visits, static customer => customer.Id.Length > 15 ? customer.Id[..14] + "…" : customer.Id);
        Row(table, "ExternalId", visits, static customer => customer.ExternalId);
        Row(table, "Name", visits, static customer => customer.Name);
        Row(table, "First, last name", visits, static customer => customer.LastName is null ? null : $"{customer.FirstName}, {customer.LastName}");
        Row(table, "CreatedAt", visits, static customer => customer.CreatedAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        Row(table, "Status", visits, static customer => customer.Status.Value);
        Row(table, "Mode", visits, static customer => customer.Mode.Value);
        Row(table, "Own fields", visits, static customer => customer.ProviderData is { } own ? $"{own.GetType().GetProperties().Length - 1} in As<T>()" : null);
        return table;
    }

    private static void Row(Table table, string property, IReadOnlyList<Visit> visits, Func<Customer, string?> value) =>
        table.AddRow([property, .. visits.Select(visit => visit.Customer is { } customer && value(customer) is { } text ? Markup.Escape(text) : "[grey]null[/]")]);

    private static Table Differences(IReadOnlyList<Visit> visits)
    {
        Table table = ByProvider("capability", visits);
        Row(table, "Get.ById", visits, static can => can.Get.ById);
        Row(table, "Get.ByExternalId", visits, static can => can.Get.ByExternalId);
        Row(table, "Delete", visits, static can => can.DeleteEffect);
        Row(table, "Filters.Email", visits, static can => can.Filters.Email);
        Row(table, "Phone", visits, static can => can.Field(CustomerField.Phone).Create);
        Row(table, "Metadata", visits, static can => can.Field(CustomerField.Metadata).Create);
        Row(table, "IdempotencyKeys", visits, static can => can.IdempotencyKeys);
        Row(table, "UniqueKey", visits, static can => can.UniqueKey);
        Row(table, "TakenKeyEffect", visits, static can => can.TakenKeyEffect);
        return table;
    }

    private static void Row(Table table, string capability, IReadOnlyList<Visit> visits, Func<CustomerCapabilities, Enum> value) =>
        table.AddRow([capability, .. visits.Select(visit => Shade(value(visit.Client.Provider.Capabilities).ToString()))]);

    private static string Shade(string support) => support switch
    {
        nameof(Support.Unsupported) or nameof(DeleteEffect.None) => $"[grey]{support}[/]",
        nameof(Support.Emulated) or nameof(Support.Unknown) => $"[yellow]{support}[/]",
        _ => support,
    };

    private static Rows Mistakes(IReadOnlyList<Visit> visits) => new(visits.Where(static visit => visit.Mistake is not null).Select(static visit => new Panel(new Markup(
            $"[red]{visit.Mistake!.GetType().Name}[/]: {Markup.Escape(visit.Mistake.Message)}"))
        .Header($"{visit.Client.Provider.DisplayName}: {visit.Showcase.MistakeIs}").RoundedBorder().Expand()));

    private static Table ByProvider(string first, IReadOnlyList<Visit> visits)
    {
        Table table = new Table().RoundedBorder().Expand().AddColumn($"[grey]{first}[/]");
        foreach (Visit visit in visits)
        {
            table.AddColumn($"[bold]{visit.Client.Provider.DisplayName}[/]");
        }

        return table;
    }

    private static string Indented(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, IndentedJson);
    }

    private static readonly JsonSerializerOptions IndentedJson = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
