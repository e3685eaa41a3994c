using Refit;

namespace BillingClients.Core.Tests.OwnEndpoints;

/// <summary>Endpoints of an application's own, of every kind that it may declare.</summary>
public interface INotesApi
{
    [Get("/notes/{id}/lines?limit=5")]
    Task<Note?> GetAsync(string id, [Property] CallOptions? options = null, CancellationToken cancellationToken = default);

    [Post("/notes")]
    Task<Note?> AddAsync([Body] Note note, [Property] CallOptions? options = null, CancellationToken cancellationToken = default);

    [Delete("/notes/{id}")]
    Task DeleteAsync(string id);

    [Get("/notes/{id}")]
    Task<IApiResponse<Note>> GetWithAnswerAsync(string id);

    [Get("/notes/{id}/raw")]
    Task<HttpResponseMessage> GetRawAsync(string id);

    [Get("/notes/{id}/text")]
    [Headers("Accept: text/plain")]
    Task<string> GetTextAsync(string id);

    [Get("/notes/{id}/text")]
    [Headers("Accept: text/plain")]
    Task<IApiResponse<string>> GetTextWithAnswerAsync(string id, CancellationToken cancellationToken);

    [Get("/notes/{**path}")]
    Task<Note?> GetUnderAsync(string path);

    [Get("")]
    Task<Note?> FollowAsync([Url] string address);

    [Get("/notes/{id}")]
    Task<Note?> GetEncodedAsync([Encoded] string id);

    [Get("/notes")]
    Task<Note?> SearchAsync(string text);

    [Get("/notes/")]
    Task<Note?> GetFirstAsync();

    [Get("/notes/{id}.pdf")]
    [Headers("Accept: application/json")]
    Task<string> GetJsonTextAsync(string id);

    [Post("/notes/search")]
    Task<Note?> SearchFormAsync([Body(BodySerializationMethod.UrlEncoded)] NoteSearch search);

    [Post("/notes/unknown")]
    Task<UnknownNote?> AddUnknownAsync([Body] Note note);

    [Post("/notes")]
    Task<Note?> AddWithUnknownBodyAsync([Body] UnknownNote note);

    [Post("/notes/labels")]
    Task<Note?> AddLabelsAsync([Body] IReadOnlyDictionary<string, int> labels, [Header("X-Author")] string author);

    [Get("/notes/mine")]
    [Headers("Authorization: Bearer of-the-application", "X-Mine: 1")]
    Task<Note?> GetMineAsync();
}
