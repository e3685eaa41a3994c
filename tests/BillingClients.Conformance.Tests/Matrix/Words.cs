namespace BillingClients.Conformance.Tests.Matrix;

/// <summary>The words of the matrix, for what is declared and for what was observed.</summary>
internal static class Words
{
    internal const string Native = "native";
    internal const string Emulated = "emulated";
    internal const string Unsupported = "unsupported";
    internal const string Unknown = "unknown";

    /// <summary>Observed: sent, and the provider did as it liked.</summary>
    internal const string Sent = "sent";

    /// <summary>Observed: neither refused nor sent.</summary>
    internal const string Dropped = "dropped without a word";

    internal static string Of(Support support) => support switch
    {
        Support.Native => Native,
        Support.Emulated => Emulated,
        Support.Unknown => Unknown,
        _ => Unsupported,
    };

    /// <summary>Whether behaviour is what is declared. Of the unknown it is only declared that it is sent.</summary>
    internal static bool Agree(string declared, string observed) =>
        declared == observed || (declared == Unknown && observed is Native or Emulated or Sent);

    /// <summary>The sign that stands for a word in a table; the word itself where there is none.</summary>
    internal static string Sign(string word) => word switch
    {
        Native => "●",
        Emulated => "◐",
        Unsupported => "–",
        Unknown => "?",
        _ => word,
    };
}
