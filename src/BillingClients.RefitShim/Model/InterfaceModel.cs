namespace BillingClients.RefitShim.Model;

/// <summary>A Refit interface, and the class that will implement it.</summary>
internal sealed record InterfaceModel(string? Namespace, string Interface, string ClassName, EquatableArray<MethodModel> Methods)
{
    /// <summary>The class, as the rest of the compilation names it.</summary>
    public string Class => Namespace is null ? $"global::{ClassName}" : $"global::{Namespace}.{ClassName}";

    public string HintName => Interface.Replace("global::", "").Replace("@", "") + ".g.cs";
}
