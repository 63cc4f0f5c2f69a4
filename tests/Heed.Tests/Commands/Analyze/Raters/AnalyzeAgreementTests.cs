using System.Text.Json;

namespace Heed.Tests.Commands.Analyze.Raters;

public sealed class AnalyzeAgreementTests
{
    // Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011: data C, four observers, twelve units, gaps.
    const string Published =
        "unit,A,B,C,D\n1,1,1,,1\n2,2,2,3,2\n3,3,3,3,3\n4,3,3,3,3\n5,2,2,2,2\n6,1,2,3,4\n7,4,4,4,4\n8,1,1,2,1\n9,2,2,2,2\n10,,5,5,5\n11,,,1,1\n12,,3,,\n";

    static async Task<JsonElement> Json(string text, params string[] options)
    {
        using var file = new Csv(text);
        return await Typed.Json(["analyze", "agreement", file.Path, .. options]);
    }

    static async Task<string> Refused(string text, params string[] options)
    {
        using var file = new Csv(text);
        return await Typed.Refused(["analyze", "agreement", file.Path, .. options]);
    }

    static double Alpha(JsonElement json, string level) =>
        json.GetProperty("levels")
            .EnumerateArray()
            .Single(one => one.GetProperty("level").GetString() == level)
            .GetProperty("alpha")
            .GetDouble();

    [Fact]
    public async Task Krippendorffs_example_has_its_published_alpha_at_each_level()
    {
        var json = await Json(Published, "--unit", "unit", "--rater", "A", "B", "C", "D");

        Assert.Equal(0.743, Alpha(json, "Nominal"), 0.0005);
        Assert.Equal(0.815, Alpha(json, "Ordinal"), 0.0005);
        Assert.Equal(0.849, Alpha(json, "Interval"), 0.0005);
        Assert.Equal(0.797, Alpha(json, "Ratio"), 0.0005);
        Assert.Equal(11, json.GetProperty("unitsRatedTwice").GetInt32());
        Assert.Equal(40, json.GetProperty("ratings").GetInt32());
        Assert.True(json.GetProperty("low").GetDouble() < 0.815 && json.GetProperty("high").GetDouble() > 0.815);
        Assert.Equal("6", json.GetProperty("items")[0].GetProperty("unit").GetString());
        // α could also be below .667 with so few units, so the sentence does not call it agreement.
        Assert.Contains(
            "11 units are too few to be sure",
            json.GetProperty("sentence").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rows_of_one_rating_say_the_same_as_a_column_for_each_rater()
    {
        var rows = Published.Trim().Split('\n').Skip(1).Select(line => line.Split(','));
        var single = string.Concat(
            rows.SelectMany(row =>
                Enumerable.Range(1, 4).Where(c => row[c].Length > 0).Select(c => $"u{row[0]},{"?ABCD"[c]},{row[c]}\n")
            )
        );
        var json = await Json("what,who,code\n" + single, "--unit", "what", "--rater", "who", "--value", "code");

        Assert.Equal(0.815, json.GetProperty("alpha").GetDouble(), 0.0005);
        Assert.Equal(
            ["A", "B", "C", "D"],
            json.GetProperty("raters").EnumerateArray().Select(r => r.GetProperty("name").GetString()!).Order()
        );
    }

    [Fact] // T12: (4,4,4,5,3) on 1 to 5 is 0.750; (1,1,5,5) are two camps.
    public async Task Each_unit_has_its_agreement_on_the_scale()
    {
        var json = await Json(
            "team,a,b,c,d,e\none,4,4,4,5,3\ntwo,1,1,5,5,\n",
            "--unit",
            "team",
            "--rater",
            "a,b,c,d,e",
            "--scale",
            "1-5"
        );
        var items = json.GetProperty("items")
            .EnumerateArray()
            .ToDictionary(item => item.GetProperty("unit").GetString()!);

        Assert.Equal(0.75, items["one"].GetProperty("rwg").GetDouble(), 1e-12);
        Assert.Equal("Strong", items["one"].GetProperty("agreement").GetString());
        Assert.Equal(0, items["two"].GetProperty("rwg").GetDouble());
        Assert.True(items["two"].GetProperty("polarised").GetBoolean());
        Assert.Contains("needs 5 units", json.GetProperty("because").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_names_and_most_contested_units_come_first()
    {
        var json = await Json(
            "comment,Maya,Tom\nc1,price,price\nc2,speed,price\nc3,speed,speed\nc4,service,service\nc5,price,price\n",
            "--unit",
            "comment",
            "--rater",
            "Maya",
            "Tom"
        );

        Assert.Equal("Nominal", json.GetProperty("level").GetString());
        Assert.Single(json.GetProperty("levels").EnumerateArray());
        Assert.Equal(
            ["speed", "price"],
            json.GetProperty("items")[0].GetProperty("ratings").EnumerateArray().Select(r => r.GetString())
        );
    }

    [Fact]
    public async Task Two_groups_are_compared_with_an_interval()
    {
        var rows = string.Concat(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    $"{(i < 10 ? "leads" : "team")},{(i < 10 ? 4 : 2) + i % 2},{(i < 10 ? 4 : 2) + i / 2 % 2}\n"
                )
        );
        var groups = (await Json("who,a,b\n" + rows, "--rater", "a", "b", "--group", "who")).GetProperty("groups");

        Assert.Equal(1, groups.GetProperty("delta").GetDouble());
        Assert.Equal(20, groups.GetProperty("firstN").GetInt32());
        Assert.InRange(groups.GetProperty("low").GetDouble(), 0.5, 0.99);
    }

    [Fact]
    public async Task One_rating_each_is_no_agreement_and_no_number()
    {
        var json = await Json("a,b\n1,\n,2\n", "--rater", "a", "b");

        Assert.Equal(JsonValueKind.Null, json.GetProperty("alpha").ValueKind);
        Assert.Contains(
            "two or more rated, and there is none",
            json.GetProperty("because").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task All_alike_is_no_test_of_agreement()
    {
        var json = await Json("a,b\n3,3\n3,3\n", "--rater", "a", "b");

        Assert.True(json.GetProperty("unanimous").GetBoolean());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("alpha").ValueKind);
        Assert.Contains("no test of agreement", json.GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_among_numbers_names_its_row_and_column() =>
        Assert.StartsWith(
            "Row 3, column “b”: “late” is not a number; other ratings are.",
            await Refused("a,b\n1,2\n2,late\n", "--rater", "a", "b"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("a,b\n1,2\n", "--rater a", "One rater agrees with nobody.")]
    [InlineData("a,b\n1,2\n", "--rater a c", "has no column “c”")]
    [InlineData("a,b\n1,2\n", "--rater a a", "would agree with itself")]
    [InlineData("a,b\n1,7\n", "--rater a b --scale 1-5", "was rated 7, which is not on the scale 1-5")]
    [InlineData("a,b\n1,-2\n", "--rater a b --level ratio", "does not go below zero")]
    [InlineData("a,b\nx,y\n", "--rater a b --level ordinal", "--level ordinal needs numbers")]
    [InlineData("a,b,g\n1,2,x\n1,2,y\n1,2,z\n", "--rater a b --group g", "Cliff's δ compares two")]
    [InlineData("u,r,v\n1,x,2\n1,x,3\n", "--unit u --rater r --value v", "Rows 2 and 3: x rated “1” twice.")]
    [InlineData("u,r,v\n1,,2\n", "--unit u --rater r --value v", "Row 2 has a rating and no rater")]
    [InlineData(
        "u,r,v\n1,x,2\n",
        "--rater r --value v",
        "name one column with --rater (who) and one with --unit (what)"
    )]
    [InlineData("", "--rater a b", "The file is empty")]
    public async Task What_cannot_be_asked_is_refused_in_words(string text, string typed, string sentence) =>
        Assert.Contains(sentence, await Refused(text, typed.Split(' ')), StringComparison.Ordinal);
}
