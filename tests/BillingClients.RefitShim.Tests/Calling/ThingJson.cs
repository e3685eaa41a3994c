using System.Text.Json.Serialization;

namespace BillingClients.RefitShim.Tests.Calling;

[JsonSerializable(typeof(Thing))]
[JsonSerializable(typeof(List<Thing>))]
[JsonSerializable(typeof(int))]
internal sealed partial class ThingJson : JsonSerializerContext;
