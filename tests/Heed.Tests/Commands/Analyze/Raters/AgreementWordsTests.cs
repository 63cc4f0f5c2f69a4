using System.Text.Json;

namespace Heed.Tests.Commands.Analyze.Raters;

/// <summary>How far raters agree, in words that say how far to rely on it.</summary>
public sealed class AgreementWordsTests
{
    static string Table(int units, Func<int, string> row, string head = "a,b,c") =>
        $"{head}\n{string.Concat(Enumerable.Range(0, units).Select(i => row(i) + "\n"))}";

    static async Task<(string Sentence, List<string> Limits, JsonElement Json)> Ask(
        string text,
        string typed = "--rater a b c"
    )
    {
        using var file = new Csv(text);
        var json = await Typed.Json(["analyze", "agreement", file.Path, .. typed.Split(' ')]);
        return (
            json.GetProperty("sentence").GetString()!,
            [.. json.GetProperty("cannotTell").EnumerateArray().Select(s => s.GetString()!)],
            json
        );
    }

    static string Code(int i) => i % 2 == 0 ? "price" : "queue";

    [Fact]
    public async Task What_all_see_alike_may_be_relied_on_and_units_that_one_person_rated_say_nothing()
    {
        var (sentence, limits, json) = await Ask(
            Table(30, i => $"{Code(i)},{Code(i)},{Code(i == 7 ? i + 1 : i)}") + "price,,\n"
        );
        Assert.StartsWith("The 3 raters agree well enough to rely on: α = 0.9", sentence);
        Assert.Contains("1 of 31 units was rated by one person only, and says nothing about agreement.", limits);
        Assert.DoesNotContain(limits, l => l.StartsWith("α rests on", StringComparison.Ordinal));
        Assert.DoesNotContain(limits, l => l.StartsWith("The numbers are taken as ranks", StringComparison.Ordinal));
        Assert.Equal("Agreement is not truth: all can share one mistake.", limits[^1]);
        Assert.Equal(30, json.GetProperty("unitsRatedTwice").GetInt32());
        Assert.Single(json.GetProperty("levels").EnumerateArray());
    }

    [Fact]
    public async Task Whoever_sees_it_otherwise_is_named_and_asked_not_outvoted()
    {
        var (sentence, limits, _) = await Ask(
            Table(20, i => $"{Code(i)},{Code(i)},{Code(i / 2)}") + "price,,\n,queue,\n"
        );
        Assert.StartsWith("The 3 raters do not agree well enough to build on: α = 0.", sentence);
        Assert.Contains(
            limits,
            l =>
                l.StartsWith(
                    "Without c the others reach 1.00. Compare how c understands the codes",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(limits, l => l.StartsWith("α rests on 20 units. Resampling so few", StringComparison.Ordinal));
        Assert.Contains("2 of 22 units were rated by one person only, and say nothing about agreement.", limits);
        Assert.Contains(
            "Next: take the units above, talk them through, sharpen the wording of the codes, and rate a fresh set.",
            limits
        );
    }

    [Fact]
    public async Task Opposite_numbers_agree_less_than_chance_and_are_taken_as_ranks()
    {
        var text = Table(8, i => $"{i % 4 + 1},{4 - i % 4}", "a,b");
        var (sentence, limits, json) = await Ask(text, "--rater a b");
        Assert.StartsWith("The 2 raters disagree more than by chance: α = −", sentence);
        Assert.EndsWith("They may have understood the codes in opposite ways.", sentence);
        Assert.Contains(
            "The numbers are taken as ranks. If they are names of things (1 price, 2 service), say --level nominal.",
            limits
        );
        Assert.Equal("Ordinal", json.GetProperty("level").GetString());
    }

    [Fact]
    public async Task Two_groups_are_told_apart_only_where_they_are()
    {
        static string Rated(int leads, int team) =>
            Table(
                16,
                i => $"{(i < 8 ? "leads" : "team")},{(i < 8 ? leads : team) + i % 2},{(i < 8 ? leads : team) + i % 2}",
                "g,a,b"
            );
        const string Typed = "--rater a b --group g";
        Assert.Contains(
            "leads rates higher. Both may be right: they see different things.",
            (await Ask(Rated(4, 2), Typed)).Limits
        );
        Assert.Contains(
            "leads and team cannot be told apart: the interval of δ holds 0.",
            (await Ask(Rated(3, 3), Typed)).Limits
        );
    }

    [Theory]
    [InlineData(
        "a,b\nx,y\n",
        "--rater a b --scale 1-5",
        "--scale: “row 2” was rated x and y; the agreement on a unit needs whole points of a scale."
    )]
    [InlineData(
        "a,b\n1.5,2\n",
        "--rater a b --scale 1-5",
        "--scale: “row 2” was rated 1.5 and 2; the agreement on a unit needs whole points"
    )]
    [InlineData(
        "g,a,b\nx,p,q\ny,p,q\n",
        "--rater a b --group g",
        "--group: Cliff's δ asks which group rates higher, and these ratings are words"
    )]
    [InlineData(
        "g,a,b\n,1,2\n,1,2\n",
        "--rater a b --group g",
        "--group: column “g” has 0 values; Cliff's δ compares two."
    )]
    public async Task What_words_cannot_answer_is_refused(string text, string typed, string sentence)
    {
        using var file = new Csv(text);
        Assert.StartsWith(sentence, await Typed.Refused(["analyze", "agreement", file.Path, .. typed.Split(' ')]));
    }
}
