using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BillingClients.RefitShim.Model;

/// <summary>A place in a file, without the syntax tree that a <see cref="Location"/> would keep alive.</summary>
internal sealed record LocationModel(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationModel? Of(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(static location => location.IsInSource) is { SourceTree: { } tree } location
            ? new(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span)
            : null;

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
