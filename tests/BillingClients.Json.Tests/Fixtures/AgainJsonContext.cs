using System.Text.Json.Serialization;

namespace BillingClients.Json.Tests.Fixtures;

[JsonSerializable(typeof(AgainCustomer))]
[JsonSerializable(typeof(AgainFields))]
[JsonSerializable(typeof(OtherFields))]
[JsonSerializable(typeof(SecondFields))]
internal sealed partial class AgainJsonContext : JsonSerializerContext;
