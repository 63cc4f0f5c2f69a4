using System.Collections;
using System.Reflection;

namespace Heed.Storage;

/// <summary>
/// Reads the settings from wherever they were given and tells all problems at once: unknown names with the nearest
/// known one, values that are no numbers, and what <see cref="Settings.Problems"/> finds.
/// </summary>
public static class ReadSettings
{
    static readonly Dictionary<string, PropertyInfo> Known = typeof(Settings)
        .GetProperties()
        .Where(p => p.CanWrite)
        .ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);

    public static Outcome<Settings> From(IConfiguration configuration)
    {
        var settings = new Settings();
        List<string> problems = [];
        foreach (var given in configuration.GetSection("Heed").GetChildren())
        {
            if (!Known.TryGetValue(given.Key, out var property))
                problems.Add(
                    $"Heed:{given.Key} is not a setting of this version. Did you mean Heed:{Nearest(given.Key)}? Otherwise take it out."
                );
            else if (property.PropertyType == typeof(string[]))
                property.SetValue(settings, Several(given));
            else if (given.Value is { Length: > 0 } text)
                Set(settings, property, text, problems);
        }
        if (settings.PublicUrl.Length == 0)
            settings.PublicUrl = configuration["urls"]?.Split(';')[0] ?? "http://localhost:5000";
        problems.AddRange(settings.Problems());
        return problems.Count == 0
            ? settings
            : new Refusal("Heed cannot start with these settings:\n- " + string.Join("\n- ", problems));
    }

    /// <summary>HEED_PUBLIC_URL is the setting Heed:PublicUrl; letters and underscores as one likes.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> FromEnvironment(IDictionary variables) =>
        from DictionaryEntry variable in variables
        let name = (string)variable.Key
        where name.StartsWith("HEED_", StringComparison.OrdinalIgnoreCase)
        let setting = name["HEED_".Length..].Replace("_", "", StringComparison.Ordinal)
        where Known.ContainsKey(setting)
        select new KeyValuePair<string, string?>($"Heed:{Known[setting].Name}", (string?)variable.Value);

    static string[] Several(IConfigurationSection given) =>
        given.Value is { } line
            ? line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [.. given.GetChildren().Select(c => c.Value).OfType<string>()];

    static void Set(Settings settings, PropertyInfo property, string text, List<string> problems)
    {
        if (property.PropertyType == typeof(string))
            property.SetValue(settings, text);
        else if (property.PropertyType == typeof(bool))
        {
            if (bool.TryParse(text, out var yes))
                property.SetValue(settings, yes);
            else
                problems.Add($"Heed:{property.Name} is “{text}”. Give true or false.");
        }
        else if (int.TryParse(text, out var number))
            property.SetValue(settings, number);
        else
            problems.Add($"Heed:{property.Name} is “{text}”. Give a whole number.");
    }

    static string Nearest(string name) =>
        Known.Keys.MinBy(k => Distance(k.ToUpperInvariant(), name.ToUpperInvariant()))!;

    /// <summary>How many letters must be put in, taken out or changed (Levenshtein 1966).</summary>
    static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        foreach (var letter in one)
        {
            var above = row[0]++;
            for (var i = 1; i <= other.Length; i++)
                (above, row[i]) = (
                    row[i],
                    Math.Min(Math.Min(row[i] + 1, row[i - 1] + 1), above + (letter == other[i - 1] ? 0 : 1))
                );
        }
        return row[^1];
    }
}
