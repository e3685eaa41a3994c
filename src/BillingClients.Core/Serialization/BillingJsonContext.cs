using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>Reads and writes the models without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CustomerUpdate))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool?))]
[JsonSerializable(typeof(Address))]
[JsonSerializable(typeof(TaxId[]))]
[JsonSerializable(typeof(TaxIdList))]
[JsonSerializable(typeof(CustomerMetadata))]
public sealed partial class BillingJsonContext : JsonSerializerContext;
