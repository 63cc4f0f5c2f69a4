using System.Text.Json;

namespace Heed.Tests.Commands.Analyze.Experiments;

public sealed class AnalyzeExperimentTests
{
    // Student's sleep data, as in R's datasets: t.test(extra ~ group) gives 0.2054832 and -3.3654832 for group 1 less group 2.
    const string Sleep = """
        group,extra
        1,0.7
        1,-1.6
        1,-0.2
        1,-1.2
        1,-0.1
        1,3.4
        1,3.7
        1,0.8
        1,0.0
        1,2.0
        2,1.9
        2,0.8
        2,1.1
        2,0.1
        2,-0.1
        2,4.4
        2,5.5
        2,1.6
        2,4.6
        2,3.4
        """;

    static string[] Asked(string path, params string[] options) =>
        ["analyze", "experiment", path, "--arm", "group", "--value", "extra", .. options];

    static async Task<JsonElement> Json(string text, params string[] options)
    {
        using var file = new Csv(text);
        return await Typed.Json(Asked(file.Path, options));
    }

    static async Task<string> Refused(string text, params string[] options)
    {
        using var file = new Csv(text);
        return await Typed.Refused(Asked(file.Path, options));
    }

    [Fact]
    public async Task Sleep_is_compared_as_published()
    {
        var json = await Json(Sleep);
        Assert.Equal(1.58, json.GetProperty("effect").GetDouble(), 1e-9);
        Assert.Equal(-0.2054832, json.GetProperty("low").GetDouble(), 5e-7);
        Assert.Equal(3.3654832, json.GetProperty("high").GetDouble(), 5e-7);
        Assert.Equal("CannotTell", json.GetProperty("verdict").GetString());
        Assert.False(json.GetProperty("split").GetProperty("mismatch").GetBoolean());
    }

    /// <summary>People whose figure follows the one before, in two arms of which the second gains.</summary>
    static string People(int control, int treatment, double effect)
    {
        var random = new Random(3);
        string Row(int arm)
        {
            var before = random.Next(0, 100);
            return FormattableString.Invariant(
                $"{(arm == 0 ? "old" : "new")},{before + random.Next(0, 40) + arm * effect},{before}\n"
            );
        }
        return "group,extra,before\n"
            + string.Concat(Enumerable.Repeat(0, control).Select(Row))
            + string.Concat(Enumerable.Repeat(1, treatment).Select(Row));
    }

    [Fact]
    public async Task A_figure_from_before_makes_the_interval_narrower()
    {
        var text = People(200, 200, 5);
        var plain = await Json(text, "--control", "old", "--wanted", "up");
        var adjusted = await Json(text, "--control", "old", "--wanted", "up", "--before", "before");

        Assert.Equal("Improved", adjusted.GetProperty("verdict").GetString());
        Assert.True(adjusted.GetProperty("varianceSaved").GetDouble() > 0.7);
        Assert.True(
            adjusted.GetProperty("standardError").GetDouble() < 0.6 * plain.GetProperty("standardError").GetDouble()
        );
    }

    [Fact]
    public async Task A_split_that_is_off_is_told_first_and_takes_the_verdict()
    {
        var json = await Json(People(200, 300, 20), "--control", "old", "--wanted", "up");
        Assert.True(json.GetProperty("split").GetProperty("mismatch").GetBoolean());
        Assert.Equal("CannotTell", json.GetProperty("verdict").GetString());
        Assert.StartsWith(
            "Cannot tell: the arms are not what was dealt, 200 and 300 where 250 and 250 were due",
            json.GetProperty("sentence").GetString(),
            StringComparison.Ordinal
        );
        var dealt = await Json(People(200, 300, 20), "--control", "old", "--wanted", "up", "--split", "40:60");
        Assert.Equal("Improved", dealt.GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Without_a_wanted_way_it_is_no_verdict()
    {
        var json = await Json(People(100, 100, 60), "--control", "old");
        Assert.Equal(JsonValueKind.Null, json.GetProperty("verdict").ValueKind);
        Assert.StartsWith("new raised extra: +", json.GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_without_a_figure_counts_for_the_split_alone()
    {
        var json = await Json(Sleep + "\n2,\n2,\n,4\n");
        var second = json.GetProperty("arms")[1];
        Assert.Equal((12, 10), (second.GetProperty("dealt").GetInt32(), second.GetProperty("n").GetInt32()));
        var notes = json.GetProperty("notes").EnumerateArray().Select(note => note.GetString()).ToArray();
        Assert.Contains(notes, note => note!.StartsWith("2 rows of 2 without a figure", StringComparison.Ordinal));
        Assert.Contains(notes, note => note!.StartsWith("1 row names no arm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_few_people_are_an_answer_without_figures()
    {
        var json = await Json("group,extra\na,1\nb,2\n");
        Assert.Equal("An arm needs 10 people, and “a” has 1.", json.GetProperty("because").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("effect").ValueKind);
    }

    [Theory]
    [InlineData("--control x", "there is no arm “x”. The arms are 1 and 2.")]
    [InlineData("--before extra", "is the figure itself")]
    [InlineData("--split 50", "is not a split")]
    [InlineData("--winsorise 20", "a percent from 50")]
    [InlineData("--predict 0", "says that nothing changes")]
    [InlineData("--control 1 --treatment 1", "cannot be compared with itself")]
    [InlineData("--per orders", "has no column “orders”")]
    public async Task What_cannot_be_asked_is_refused_in_words(string typed, string sentence) =>
        Assert.Contains(sentence, await Refused(Sleep, typed.Split(' ')), StringComparison.Ordinal);

    [Fact]
    public async Task More_than_two_arms_ask_for_names()
    {
        var three = Sleep + "\n3,1\n";
        Assert.Contains("name them with --control and --treatment", await Refused(three), StringComparison.Ordinal);
        Assert.Equal(
            1.58,
            (await Json(three, "--control", "1", "--treatment", "2")).GetProperty("effect").GetDouble(),
            1e-9
        );
        Assert.Contains("has one value", await Refused("group,extra\na,1\n"), StringComparison.Ordinal);
    }
}
