namespace BillingClients;

/// <summary>What a provider does with one field.</summary>
/// <param name="Create">Storing it with a new customer.</param>
/// <param name="Update">Changing it to another value.</param>
/// <param name="Clear">Setting it to null in an update.</param>
/// <param name="Read">Returning it.</param>
public readonly record struct FieldSupport(Support Create, Support Update, Support Clear, Support Read)
{
    /// <summary>The same support for storing, changing, clearing and returning.</summary>
    public static FieldSupport All(Support support) => new(support, support, support, support);

    /// <summary>Returned, and never taken.</summary>
    public static FieldSupport ReadOnly(Support support = Support.Native) => new(Support.Unsupported, Support.Unsupported, Support.Unsupported, support);
}
