using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Core.Tests.OwnEndpoints;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Note))]
[JsonSerializable(typeof(NoteSearch))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, int>))]
internal sealed partial class NotesJson : JsonSerializerContext;
