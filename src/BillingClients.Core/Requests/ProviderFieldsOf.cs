namespace BillingClients.Providers;

/// <summary>Finds a provider's own fields among those that were given. For writing a provider.</summary>
public static class ProviderFieldsOf
{
    /// <summary>The provider's own fields; null when none were given.</summary>
    /// <typeparam name="T">The provider's record.</typeparam>
    /// <param name="fields">All fields that were given.</param>
    public static T? Find<T>(IReadOnlyList<ProviderFields> fields)
        where T : ProviderFields
    {
        ArgumentNullException.ThrowIfNull(fields);
        for (int i = 0; i < fields.Count; i++)
        {
            if (fields[i] is T own)
            {
                return own;
            }
        }

        return null;
    }
}
