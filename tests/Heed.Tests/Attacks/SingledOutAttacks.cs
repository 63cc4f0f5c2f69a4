using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Heed.Tests.Attacks;

/// <summary>Rows A1 to A5: a contributor with a browser and a token who wants to know what one person said.</summary>
[Collection(AttackWalk.Name)]
public sealed partial class SingledOutAttacks(OneAttacked one)
{
    const int Fewest = 8;
    const string File = "a file";
    const string Program = "a program";

    /// <summary>How many, and not a number within the name of a file or of a survey.</summary>
    [GeneratedRegex(@"(?<![^\s(])\d+(?=[\s,.])")]
    private static partial Regex Counts();

    /// <summary>Words that no two people share, without names and numbers, which are taken out.</summary>
    static string Words(int of) => $"the bench by the {(char)('a' + of / 20)}{(char)('a' + of % 20)} door was wet";

    static string Csv(string head, IEnumerable<string> rows) => $"{head}\n{string.Concat(rows.Select(r => $"{r}\n"))}";

    static IEnumerable<string> Shops(params (string Name, int People)[] shops) =>
        shops.SelectMany(s => Enumerable.Repeat(s.Name, s.People));

    /// <summary>A list of remarks, all its pages.</summary>
    static async Task<List<string>> Remarks(Caller who, string survey, string? attribute = null, string? value = null)
    {
        List<string> all = [];
        for (var page = 1; page <= 3; page++)
        {
            var where = attribute is null ? "" : $"&where={Uri.EscapeDataString($"{attribute}={value}")}";
            var html = await who.Browser.Page($"/listen/surveys/{survey}/remarks?page={page}{where}");
            var said = html.QuerySelectorAll(".remarks blockquote")
                .Select(q => q.TextContent.Trim('“', '”', ' ', '\n'))
                .ToList();
            if (said.Count == 0 || said.Exists(all.Contains))
                break;
            all.AddRange(said);
        }
        return all;
    }

    static async Task<JsonElement> Score(Caller who, string survey, string question, string? by = null) =>
        (await who.Do("GET", $"/api/v1/surveys/{survey}/scores/{question}{(by is null ? "" : $"?by={by}")}")).Json;

    static long? PeopleIn(JsonElement score, string group) =>
        score
            .GetProperty("by")
            .EnumerateArray()
            .Where(g =>
                g.GetProperty("group").GetString() == group && g.GetProperty("n").ValueKind is JsonValueKind.Number
            )
            .Select(g => (long?)g.GetProperty("n").GetInt64())
            .FirstOrDefault();

    /// <summary>A1.</summary>
    [Fact]
    public async Task What_is_in_no_list_of_a_group_is_not_the_words_of_a_few()
    {
        var heed = one.Heed;
        var mallory = await heed.Colleague("Mallory", "Contributor");
        var shops = Shops(("North", 10), ("South", 10), ("West", 10), ("East", 3)).ToList();
        var survey = await heed.Survey(
            "By subtraction",
            Csv("nps,shop,said", shops.Select((shop, i) => $"{i % 11},{shop},{Words(i)}")),
            ["Recommend", "Attribute", "Remark"]
        );
        var left = await Remarks(mallory, survey);
        Assert.Equal(shops.Count, left.Count);
        var seen = 0;
        foreach (var shop in shops.Distinct())
        {
            var list = await Remarks(mallory, survey, "shop", shop);
            seen += list.Count;
            left.RemoveAll(list.Contains);
        }
        Assert.True(seen >= Fewest, $"Only {seen} remarks are shown by shop.");
        Assert.True(
            left.Count is 0 or >= Fewest,
            $"All remarks less those of the lists by shop are the words of the {left.Count} of the hidden shop: {string.Join("; ", left)}"
        );
    }

    /// <summary>A2.</summary>
    [Fact]
    public async Task Lists_of_single_attributes_cannot_be_crossed_to_the_profile_of_an_author()
    {
        var heed = one.Heed;
        var mallory = await heed.Colleague("Mallory", "Contributor");
        var chance = new Random(53);
        (string Name, string[] Values)[] attributes =
        [
            ("shop", ["North", "South", "West"]),
            ("age", ["young", "grown", "old"]),
            ("visits", ["first", "often"]),
        ];
        var survey = await heed.Survey(
            "Crossed lists",
            Csv(
                "nps,shop,age,visits,said",
                Enumerable
                    .Range(0, 53)
                    .Select(i =>
                        $"{i % 11},{string.Join(',', attributes.Select(a => a.Values[chance.Next(a.Values.Length)]))},{Words(i)}"
                    )
            ),
            "Recommend",
            "Attribute",
            "Attribute",
            "Attribute",
            "Remark"
        );
        Assert.Equal(53, (await Remarks(mallory, survey)).Count);
        Dictionary<string, int> known = [];
        foreach (var (name, values) in attributes)
        foreach (var value in values)
        foreach (var words in await Remarks(mallory, survey, name, value))
            known[words] = known.GetValueOrDefault(words) + 1;
        Assert.True(known.Count >= Fewest, "No list by an attribute is shown.");
        var crossed = known.Values.Count(attributesKnown => attributesKnown > 1);
        Assert.True(
            crossed == 0,
            $"Of {crossed} of 53 authors more than one attribute is known, of {known.Values.Count(k => k == 3)} the whole profile."
        );
    }

    /// <summary>A3.</summary>
    [Fact]
    public async Task Eight_remarks_of_four_people_are_not_eight_people()
    {
        var heed = one.Heed;
        var mallory = await heed.Colleague("Mallory", "Contributor");
        var shops = Shops(("North", 10), ("South", 10), ("West", 10), ("East", 4)).ToList();
        var survey = await heed.Survey(
            "Two remarks each",
            Csv(
                "nps,shop,said,wished",
                shops.Select((shop, i) => $"{i % 11},{shop},{Words(i)},{(shop == "East" ? Words(100 + i) : "")}")
            ),
            "Recommend",
            "Attribute",
            "Remark",
            "Remark"
        );
        var shown = 0;
        foreach (var shop in (string[])["North", "South", "West"])
            shown += (await Remarks(mallory, survey, "shop", shop)).Count;
        Assert.True(shown >= Fewest, "No list by shop is shown.");
        var east = await Remarks(mallory, survey, "shop", "East");
        Assert.True(east.Count == 0, $"Of the four people of East {east.Count} remarks are shown.");
    }

    /// <summary>A4.</summary>
    [Fact]
    public async Task One_late_answer_changes_nothing_that_anybody_sees()
    {
        var (heed, holes) = (one.Heed, new Holes());
        var mallory = await heed.Colleague("Mallory", "Contributor");
        const string Name = "Drop by drop";
        string[] columns = ["Recommend", "Attribute", "Remark"];
        var shops = Shops(("North", 12), ("South", 12)).ToList();
        var survey = await heed.Survey(
            Name,
            Csv("nps,shop,said", shops.Select((shop, i) => $"{i % 11},{shop},{Words(i)}")),
            columns
        );
        var before = await Look();
        Assert.Equal((24, 24), (before.N, before.Remarks.Count));
        await heed.Maya.Do(
            "POST",
            $"/api/v1/surveys/{survey}/responses",
            new
            {
                responses = new[]
                {
                    new
                    {
                        id = "late",
                        on = Attacked.Day(0),
                        answers = new Dictionary<string, string>
                        {
                            ["nps"] = "0",
                            ["shop"] = "North",
                            ["said"] = Words(200),
                        },
                    },
                },
            }
        );
        Compare(before, before = await Look(), Program);
        await heed.Import(Name, Csv("nps,shop,said", [$"0,South,{Words(201)}"]), columns);
        Compare(before, await Look(), File);
        holes.None();

        async Task<(
            long N,
            long? North,
            long? South,
            List<string> Remarks,
            List<double?> Kept,
            List<string> Lines
        )> Look()
        {
            var score = await Score(mallory, survey, "nps", "shop");
            var metric = (await mallory.All($"/api/v1/metrics?words={Uri.EscapeDataString(Name)}"))
                .Select(m => m.GetProperty("metric").GetProperty("id").GetString())
                .FirstOrDefault();
            List<double?> kept = [];
            if (metric is not null)
                foreach (var point in await mallory.All($"/api/v1/metrics/{metric}/measurements"))
                    kept.AddRange(
                        (
                            await mallory.All(
                                $"/api/v1/metrics/{metric}/measurements/{point.GetProperty("on").GetString()}"
                            )
                        ).Select(m =>
                            m.GetProperty("count") is { ValueKind: JsonValueKind.Number } count
                                ? count.GetDouble()
                                : (double?)null
                        )
                    );
            return (
                score.GetProperty("n").GetInt64(),
                PeopleIn(score, "North"),
                PeopleIn(score, "South"),
                await Remarks(mallory, survey),
                kept,
                [
                    .. (await mallory.All("/api/v1/journal"))
                        .Select(e => e.GetProperty("sentence").GetString()!)
                        .Where(s => s.Contains(Name, StringComparison.Ordinal)),
                ]
            );
        }

        void Compare(
            (long N, long? North, long? South, List<string> Remarks, List<double?> Kept, List<string> Lines) then,
            (long N, long? North, long? South, List<string> Remarks, List<double?> Kept, List<string> Lines) now,
            string by
        )
        {
            var late = $"One late answer by {by}: ";
            holes.If(then.N != now.N, $"{late}the score was of {then.N}, then of {now.N}.");
            holes.If(
                (then.North, then.South) != (now.North, now.South),
                $"{late}North and South were {then.North} and {then.South}, then {now.North} and {now.South}."
            );
            holes.If(now.Remarks.Except(then.Remarks).Any(), $"{late}its words are shown.");
            holes.If(
                !then.Kept.SequenceEqual(now.Kept),
                $"{late}the history of the metric was of {string.Join(", ", then.Kept)}, then of {string.Join(", ", now.Kept)}."
            );
            // That a file was brought is told, as of a larger one; not how many rows it has.
            var lines = now.Lines.Except(then.Lines).Where(l => by != File || Counts().IsMatch(l)).ToList();
            holes.If(lines.Count > 0, $"{late}the journal says {string.Join(" ", lines)}");
        }
    }

    /// <summary>A5.</summary>
    [Fact]
    public async Task Own_answers_do_not_lift_a_hidden_group_so_that_the_answer_of_the_other_is_read()
    {
        var heed = one.Heed;
        var mallory = await heed.Colleague("Mallory", "Contributor");
        var shops = Shops(("North", 10), ("South", 10), ("East", 1)).ToList();
        var survey = await heed.Survey(
            "Padding",
            Csv("taste,shop", shops.Select((shop, i) => $"{(shop == "East" ? 2 : 1 + i % 5)},{shop}")),
            "Mean 1-5",
            "Attribute"
        );
        Assert.Null(PeopleIn(await Score(mallory, survey, "taste", "shop"), "East"));
        var sent = await mallory.Do(
            "POST",
            $"/api/v1/surveys/{survey}/responses",
            new
            {
                responses = Enumerable
                    .Range(0, 9)
                    .Select(i => new
                    {
                        id = $"mine-{i}",
                        on = Attacked.Day(0),
                        answers = new Dictionary<string, string> { ["taste"] = "5", ["shop"] = "East" },
                    }),
            }
        );
        Assert.Equal(9, sent.Json.GetProperty("stored").GetInt32());
        var score = await Score(mallory, survey, "taste", "shop");
        var east = score.GetProperty("by").EnumerateArray().First(g => g.GetProperty("group").GetString() == "East");
        Assert.True(
            PeopleIn(score, "East") is null or 9,
            $"Nine of the attacker's own lifted East to {PeopleIn(score, "East")}, mean {east.GetProperty("value").GetDouble().ToString(CultureInfo.InvariantCulture)}: the one person there said {10 * east.GetProperty("value").GetDouble() - 45:0}."
        );
    }
}
