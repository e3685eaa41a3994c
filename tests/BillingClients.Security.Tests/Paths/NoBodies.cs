using System.Text.Json.Serialization;

namespace BillingClients.Security.Tests.Paths;

/// <summary>The JSON contracts of an interface whose answers are text.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class NoBodies : JsonSerializerContext;
