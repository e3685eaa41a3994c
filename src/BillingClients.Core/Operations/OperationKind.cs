using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>What an operation does with a resource.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OperationKind>))]
public enum OperationKind
{
    /// <summary>Makes a new one.</summary>
    Create,

    /// <summary>Reads one.</summary>
    Get,

    /// <summary>Changes one.</summary>
    Update,

    /// <summary>Deletes or archives one.</summary>
    Delete,

    /// <summary>Reads a page of them.</summary>
    List,

    /// <summary>A GET or HEAD request of an interface of your own, see <see cref="CustomerClientExtensions.GetApi{TApi}"/>.</summary>
    Read,

    /// <summary>Any other request of an interface of your own.</summary>
    Write,
}
