using Heed.Analytics.Text;

namespace Heed.Analytics.Tests.Text;

public sealed class TextModelsTests
{
    [Fact]
    public void What_was_written_is_read_again()
    {
        var models = Tiny.Models();
        Assert.Equal(7, models.Vectors!.Count);
        Assert.Equal(2, models.Vectors.Rank(WordHash.Of("Card")));
        Assert.Equal(["en", "de"], models.Languages!.Codes);
        Assert.Equal(3.1, models.Intensity!.Score(WordHash.Of("GREAT")));
        Assert.Equal(2, models.Intensity.Score(WordHash.Of(":)")));
        Assert.Equal(0, models.Intensity.Score(WordHash.Of("unknown")));
        Assert.Equal(2, models.Polarity("de")!.Score(WordHash.Pair(WordHash.Of("nicht"), WordHash.Of("schlecht"))));
        Assert.Equal(3, models.Polarity("de")!.Count);
        Assert.True(models.Negations("de")!.Has(WordHash.Of("kein")));
        Assert.Equal(["le", "la"], models.StopWords("fr"));
        Assert.True(new WordReader(WordRules.For("fr", models)).Read("la")[0].IsStop);
        Assert.Null(models.Polarity("xx"));
        Assert.Empty(models.StopWords("xx"));
        Assert.Equal("CC0-1.0", models.Parts[0].Source.Licence);
    }

    [Fact]
    public void The_same_parts_give_the_same_bytes() => Assert.Equal(Tiny.File(), Tiny.File());

    [Theory]
    [InlineData("")]
    [InlineData("HEED")]
    [InlineData("PK\u0003\u0004 this is a zip file and no file of models at all")]
    public void A_foreign_file_is_refused(string text) =>
        Assert.Contains(
            "with models/restore",
            Tiny.Try(System.Text.Encoding.Latin1.GetBytes(text)).Because,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_file_cut_anywhere_is_refused_and_never_read_wrongly()
    {
        var file = Tiny.File();
        for (var length = 16; length < file.Length; length++)
            Assert.Contains("is cut", Tiny.Try(file[..length]).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_is_found_wherever_it_is()
    {
        var file = Tiny.File();
        for (var at = 0; at < file.Length; at++)
        {
            var changed = (byte[])file.Clone();
            changed[at] ^= 1;
            var read = Tiny.Try(changed);
            // Only names in the manifest can change without a check, such as a licence's.
            Assert.True(!read.IsGiven || read.Value.Parts.Count == 6);
        }
        file[^1] ^= 1;
        Assert.Contains("“stop words” of the models file is damaged", Tiny.Try(file).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_format_says_which()
    {
        var file = Tiny.File();
        file[8] = 99;
        Assert.Contains("has format 99, and this Heed reads 1", Tiny.Try(file).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Vectors_of_another_length_or_not_finite_are_not_written()
    {
        var writer = new TextModelsWriter();
        var from = new ModelSource("p", "1", "MIT", "");
        Assert.Throws<ArgumentException>(() => writer.AddVectors(from, 2, [("a", [1, 2, 3])]));
        Assert.Throws<ArgumentException>(() => writer.AddVectors(from, 1, [("a", [float.NaN])]));
    }

    [Fact]
    public void The_real_file_names_version_licence_and_sum_of_every_part()
    {
        var models = RealModels.Here();
        Assert.Equal(
            ["vectors", "languages", "intensity", "polarity", "negations", "stop words"],
            models.Parts.Select(part => part.Name)
        );
        Assert.All(models.Parts, part => Assert.Equal(64, part.Source.Sha256.Length));
        Assert.All(models.Parts, part => Assert.NotEmpty(part.Source.Licence));
        Assert.Equal(60, models.Languages!.Codes.Count);
        Assert.Equal(100, models.Vectors!.Dimensions);
        Assert.Contains("mais", models.StopWords("fr"));
    }
}
