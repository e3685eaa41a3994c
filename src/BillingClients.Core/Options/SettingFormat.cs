namespace BillingClients.Providers;

/// <summary>
/// How a setting is written in a configuration. It refuses text that .NET would read as something else, such as <c>20</c> as 20 days. For writing a provider.
/// </summary>
public sealed class SettingFormat
{
    private readonly Func<string, string?> _check;

    private SettingFormat(string name, Func<string, string?> check)
    {
        Name = name;
        _check = check;
    }

    /// <summary>The setting's name.</summary>
    public string Name { get; }

    /// <summary>A time. A bare number is refused, and so are 24 hours or more without days.</summary>
    /// <param name="name">The name of a <see cref="TimeSpan"/> property.</param>
    public static SettingFormat Time(string name) => new(name, static value => BareNumberCheck.Check(value) ?? HoursAsDaysCheck.Check(value));

    /// <summary>One of the names of an enumeration, in any case. The message about another value lists them.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <param name="name">The name of a property of that type.</param>
    public static SettingFormat OneOf<TEnum>(string name)
        where TEnum : struct, Enum => new(name, static value => EnumNameCheck.Check(value, Enum.GetNames<TEnum>()));

    /// <summary>What is wrong with a value, as a continuation of the setting's name; null when nothing is.</summary>
    internal string? Check(string value) => _check(value);
}
