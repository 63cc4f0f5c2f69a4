using Heed.Analytics.Text;

namespace Heed.ModelPackages;

/// <summary>The byte n-grams of 60 languages of ELD (“large”).</summary>
static class EldPackage
{
    const string Grams = "src/ngrams/large.js";

    public static void AddTo(TextModelsWriter models, string restored)
    {
        var package = new PackageFolder(restored, "eld");
        try
        {
            var bytes = Alphabet(File.ReadAllText(package.PathOf("src/dictionary.js")));
            var usual = Usual(File.ReadAllText(package.PathOf("src/avgScore.js")));
            var data = new ScriptData(File.ReadAllText(package.PathOf(Grams)));
            var codes = Codes(data);
            if (!data.Behind("ngrams:{") || codes.Count == 0)
                throw package.Unlike(Grams);
            models.AddLanguages(
                package.Source(package.PathOf(Grams)),
                [.. codes.Select(code => (code, usual[code]))],
                GramsOf(data, bytes)
            );
        }
        catch (Exception other) when (other is FormatException or KeyNotFoundException or ArgumentException)
        {
            throw package.Unlike(Grams);
        }
    }

    /// <summary>Every byte of UTF-8 is written as a character of its own; a blank stands for none but itself.</summary>
    static Dictionary<char, byte> Alphabet(string script)
    {
        var data = new ScriptData(script);
        data.Behind("dictionary = [");
        Dictionary<char, byte> bytes = new() { [' '] = (byte)' ' };
        for (var value = 0; !data.Takes(']'); value++)
        {
            var sign = data.Word();
            data.Takes(',');
            if (sign != " ")
                bytes.Add(sign[0], (byte)value);
        }
        return bytes;
    }

    static Dictionary<string, double> Usual(string script)
    {
        var data = new ScriptData(script);
        data.Behind("avgScore = {");
        Dictionary<string, double> usual = [];
        while (!data.Takes('}'))
        {
            var code = data.Word();
            data.Takes(':');
            usual[code] = data.Number();
            data.Takes(',');
        }
        return usual;
    }

    static List<string> Codes(ScriptData data)
    {
        List<string> codes = [];
        data.Behind("languages:{");
        while (!data.Takes('}'))
        {
            if (data.Number() != codes.Count)
                throw new FormatException("the languages are not numbered from 0");
            data.Takes(':');
            codes.Add(data.Word());
            data.Takes(',');
        }
        return codes;
    }

    static IEnumerable<(byte[], IReadOnlyList<(int, byte)>)> GramsOf(ScriptData data, Dictionary<char, byte> bytes)
    {
        while (!data.Takes('}'))
        {
            var gram = data.Word().Select(sign => bytes[sign]).ToArray();
            List<(int, byte)> scores = [];
            data.Takes(':');
            data.Takes('{');
            while (!data.Takes('}'))
            {
                var language = (int)data.Number();
                data.Takes(':');
                scores.Add((language, checked((byte)data.Number())));
                data.Takes(',');
            }
            data.Takes(',');
            yield return (gram, scores);
        }
    }
}
