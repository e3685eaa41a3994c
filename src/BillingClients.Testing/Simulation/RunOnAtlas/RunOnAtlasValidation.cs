using System.Text.RegularExpressions;

namespace BillingClients.Testing;

/// <summary>The constraints that the API reference names.</summary>
internal static partial class RunOnAtlasValidation
{
    /// <summary>What is wrong with a create or an upsert; null when nothing is.</summary>
    public static string? ProblemOf(RunOnAtlasCustomerRequest request)
    {
        if (request.Texts.GetValueOrDefault(RunOnAtlasFields.ExternalId) is null)
        {
            return "externalId is required";
        }

        if (request.Texts.FirstOrDefault(pair => pair.Value is "").Key is { } empty)
        {
            return $"{empty} must have at least 1 character";
        }

        if (RunOnAtlasFields.ZipCodes.FirstOrDefault(field => request.Texts.GetValueOrDefault(field) is { } code && !Zip().IsMatch(code)) is { } zip)
        {
            return $"{zip} must be 5 digits or 5+4 format";
        }

        return request.Texts.GetValueOrDefault(RunOnAtlasFields.Email) is { } email && !EmailAddress.IsValid(email) ? "email must be a valid email" : null;
    }

    [GeneratedRegex(@"^[0-9]{5}(-[0-9]{4})?\z")]
    private static partial Regex Zip();
}
