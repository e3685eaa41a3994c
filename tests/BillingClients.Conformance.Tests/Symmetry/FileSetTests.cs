namespace BillingClients.Conformance.Tests.Symmetry;

/// <summary>Who knows the files of one adapter knows those of all.</summary>
public sealed class FileSetTests
{
    private static readonly string[] Everyone =
    [
        "I{P}Api.cs", "{P}Capabilities.cs", "{P}CustomerClient.cs", "{P}CustomerFields.cs", "{P}Errors.cs", "{P}Limits.cs", "{P}Mapping.cs",
        "{P}Options.cs", "{P}Records.cs", "{P}ServiceCollectionExtensions.cs",
    ];

    // What one has and the others lack, and why. A line more needs a reason as good as these.
    private static readonly Dictionary<(string Provider, string File), string> Own = new()
    {
        [("Flexprice", "{P}ListFields.cs")] = "its search takes filters that the common model lacks",
        [("Flexprice", "{P}Region.cs")] = "it is the one with two addresses",
        [("RunOnAtlas", "{P}ListFields.cs")] = "its list takes filters and an order that the common model lacks",
        [("RunOnAtlas", "{P}PageToken.cs")] = "a page number means nothing without the page size, so its token holds both",
    };

    // Beside these, Wire holds one file for each shape of the provider's own.
    private static readonly string[] EveryonesWire = ["{P}CreateRequest.cs", "{P}Customer.cs", "{P}JsonContext.cs"];

    public static TheoryData<string> Providers => Adapters.Names;

    /// <summary>Bring the folder in line with the others; or, if the provider really differs, name the file in <see cref="Own"/> with the reason.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_adapter_has_the_same_files(string provider) =>
        Adapters.FilesOf(provider).ShouldBe(
            Everyone.Concat(Own.Keys.Where(own => own.Provider == provider).Select(static own => own.File)),
            ignoreOrder: true,
            $"{provider}: files of an adapter are those of every other one, but for {nameof(FileSetTests)}.{nameof(Own)}");

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_adapter_has_its_shapes_in_Wire(string provider) => EveryonesWire.Except(Adapters.FilesOf(provider, "Wire")).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_shape_is_named_after_its_provider(string provider) =>
        Adapters.FilesOf(provider, "Wire").Where(static file => !file.StartsWith("{P}", StringComparison.Ordinal)).ShouldBeEmpty();
}
