using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Core.Tests.OwnEndpoints;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Note))]
internal sealed partial class NotesJson : JsonSerializerContext;
