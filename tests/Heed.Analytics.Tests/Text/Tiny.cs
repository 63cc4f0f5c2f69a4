using Heed.Analytics.Text;

namespace Heed.Analytics.Tests.Text;

/// <summary>A made-up model of a few words, so that tests need no file: two subjects, two languages, a few feelings.</summary>
static class Tiny
{
    static readonly ModelSource Made = new("made-up", "1.0.0", "CC0-1.0", new string('0', 64));

    public static TextModels Models() => Read(File());

    public static TextModels Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return TextModels.Read(stream).Value;
    }

    public static Answer<TextModels> Try(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return TextModels.Read(stream);
    }

    public static byte[] File()
    {
        var writer = new TextModelsWriter();
        writer.AddVectors(
            Made,
            20,
            [
                ("the", Vector(0, 19)),
                ("is", Vector(1, 19)),
                ("card", Vector(2, 3)),
                ("bank", Vector(2, 4)),
                ("cards", Vector(2, 3)),
                ("soup", Vector(10, 11)),
                ("waiter", Vector(10, 12)),
                ("two words", Vector(0, 1)),
                ("card", Vector(18, 19)),
            ]
        );
        writer.AddLanguages(
            Made,
            [("en", 0.5), ("de", 0.5)],
            [Gram(" the ", 0), Gram(" and ", 0), Gram(" der ", 1), Gram(" und ", 1), Gram(" die ", 1), Gram(" is ", 0)]
        );
        writer.AddIntensity(Made, [("good", 1.9), ("bad", -2.5), ("great", 3.1), (":)", 2.0), ("Great", -1)]);
        writer.AddPolarity(
            Made,
            [("de", [("gut", 3), ("schlecht", -3), ("nicht schlecht", 2), ("zu viele Worte hier", 5)])]
        );
        writer.AddNegations(Made, [("de", ["nicht", "kein"])]);
        writer.AddStopWords(Made, [("fr", ["le", "la"])]);
        using var file = new MemoryStream();
        writer.WriteTo(file);
        return file.ToArray();
    }

    static float[] Vector(int first, int second)
    {
        var vector = new float[20];
        (vector[first], vector[second]) = (2, 1);
        return vector;
    }

    static (byte[], IReadOnlyList<(int, byte)>) Gram(string gram, int language) =>
        (System.Text.Encoding.UTF8.GetBytes(gram), [(language, 40)]);
}
