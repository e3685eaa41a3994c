using Refit;

namespace BillingClients.Core.Tests.OwnEndpoints;

/// <summary>Endpoints whose paths begin alike.</summary>
[PathPrefix("/notes")]
public interface IPrefixedNotesApi
{
    [Get("/{id}")]
    Task<Note?> GetAsync(string id);
}
