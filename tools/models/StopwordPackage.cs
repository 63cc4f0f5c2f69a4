using Heed.Analytics.Text;

namespace Heed.ModelPackages;

/// <summary>The stop words of the package stopword, by language.</summary>
static class StopwordPackage
{
    /// <summary>Its three-letter names (ISO 639-3) and what the rest of Heed calls them (ISO 639-1).</summary>
    static readonly Dictionary<string, string> Languages = new()
    {
        ["afr"] = "af",
        ["ara"] = "ar",
        ["ben"] = "bn",
        ["bre"] = "br",
        ["bul"] = "bg",
        ["cat"] = "ca",
        ["ces"] = "cs",
        ["dan"] = "da",
        ["deu"] = "de",
        ["ell"] = "el",
        ["eng"] = "en",
        ["epo"] = "eo",
        ["est"] = "et",
        ["eus"] = "eu",
        ["fas"] = "fa",
        ["fin"] = "fi",
        ["fra"] = "fr",
        ["gle"] = "ga",
        ["glg"] = "gl",
        ["guj"] = "gu",
        ["hau"] = "ha",
        ["heb"] = "he",
        ["hin"] = "hi",
        ["hrv"] = "hr",
        ["hun"] = "hu",
        ["hye"] = "hy",
        ["ind"] = "id",
        ["ita"] = "it",
        ["jpn"] = "ja",
        ["kor"] = "ko",
        ["kur"] = "ku",
        ["lat"] = "la",
        ["lav"] = "lv",
        ["lit"] = "lt",
        ["mar"] = "mr",
        ["msa"] = "ms",
        ["mya"] = "my",
        ["nld"] = "nl",
        ["nob"] = "no",
        ["panGu"] = "pa",
        ["pol"] = "pl",
        ["por"] = "pt",
        ["ron"] = "ro",
        ["rus"] = "ru",
        ["slk"] = "sk",
        ["slv"] = "sl",
        ["som"] = "so",
        ["sot"] = "st",
        ["spa"] = "es",
        ["swa"] = "sw",
        ["swe"] = "sv",
        ["tgl"] = "tl",
        ["tha"] = "th",
        ["tur"] = "tr",
        ["ukr"] = "uk",
        ["urd"] = "ur",
        ["vie"] = "vi",
        ["yor"] = "yo",
        ["zho"] = "zh",
        ["zul"] = "zu",
    };

    public static void AddTo(TextModelsWriter models, string restored)
    {
        var package = new PackageFolder(restored, "stopword");
        var paths = package.PathsOf("src", "stopwords_*.js").ToList();
        List<(string, IReadOnlyList<string>)> lists = [];
        foreach (var path in paths)
            if (Languages.TryGetValue(Path.GetFileNameWithoutExtension(path)["stopwords_".Length..], out var language))
                lists.Add((language, Words(package, path)));
        if (lists.Count == 0)
            throw package.Unlike("src");
        models.AddStopWords(package.Source(paths), lists);
    }

    static List<string> Words(PackageFolder package, string path)
    {
        var data = new ScriptData(File.ReadAllText(path));
        List<string> words = [];
        try
        {
            if (!data.Behind("= ["))
                throw package.Unlike(Path.GetFileName(path));
            while (!data.Takes(']'))
            {
                words.Add(data.Word());
                data.Takes(',');
            }
            return words;
        }
        catch (FormatException)
        {
            throw package.Unlike(Path.GetFileName(path));
        }
    }
}
