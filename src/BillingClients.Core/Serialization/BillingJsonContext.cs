using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>
/// Source-generated contracts of all models, with the serializer's web defaults. Serializes the models without reflection; add it to the resolvers of your own
/// options to use your own naming policy.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(CustomerCreate))]
[JsonSerializable(typeof(CustomerUpdate))]
[JsonSerializable(typeof(CustomerPage))]
[JsonSerializable(typeof(CustomerListRequest))]
[JsonSerializable(typeof(CustomerKey))]
[JsonSerializable(typeof(Address))]
[JsonSerializable(typeof(TaxId))]
[JsonSerializable(typeof(TaxId[]))]
[JsonSerializable(typeof(TaxIdList))]
[JsonSerializable(typeof(CustomerMetadata))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool?))]
[JsonSerializable(typeof(CallOptions))]
[JsonSerializable(typeof(ResponseInfo))]
[JsonSerializable(typeof(ProviderDescriptor))]
[JsonSerializable(typeof(IReadOnlyList<Customer>))]
[JsonSerializable(typeof(IReadOnlyList<CustomerCreate>))]
[JsonSerializable(typeof(IReadOnlyList<FieldError>))]
[JsonSerializable(typeof(IReadOnlyList<ProviderDescriptor>))]
public sealed partial class BillingJsonContext : JsonSerializerContext;
