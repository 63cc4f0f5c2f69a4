using Heed.Listen;
using Heed.People;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>Words are told apart by one attribute of their survey: by two one could match them, and know whole people.</summary>
public sealed class WordsToldApartTests(OneWorld one) : IClassFixture<OneWorld>
{
    static readonly Mapping Two = new()
    {
        Columns =
        [
            new("nps", ColumnUse.Recommend),
            new("lone", ColumnUse.Attribute),
            new("region", ColumnUse.Attribute),
            new("age", ColumnUse.Attribute),
            new("said", ColumnUse.Remark),
        ],
        On = new(2035, 2, 1),
    };

    static readonly string Rows =
        "nps,lone,region,age,said\n"
        + string.Concat(
            Enumerable
                .Range(0, 60)
                .Select(i =>
                    $"{i % 11},all,{(i % 4 < 2 ? "East" : "West")},{(i % 2 == 0 ? "old" : "young")},remark {i}\n"
                )
        );

    static Task<RemarkPage> Read(World world, Cast cast, Import import, string by, string value) =>
        world.As(
            cast,
            async s =>
            {
                var survey = (await s.GetRequiredService<ReadScores>().Survey(import.SurveyId!.Value, default))!;
                var slice = new Slice(new Dictionary<string, string> { [by] = value });
                return await s.GetRequiredService<ReadRemarks>().Run(survey, slice, null, 1, default);
            }
        );

    static Task<Outcome<Done>> Choose(World world, Cast who, Import import, string? by) =>
        world.As(who, s => s.GetRequiredService<ChooseWordsBy>().Run(import.SurveyId!.Value, by, default));

    [Fact]
    public async Task The_first_attribute_with_two_lists_is_the_one_and_stays_it_once_it_was_read_by()
    {
        var (world, cast) = await one.Story();
        var import = await world.Bring(cast, SampleImports.Csv(Rows), Two);
        var (first, other) = await Default(world, cast, import) == "age" ? ("age", "region") : ("region", "age");
        Assert.Contains($"“{first}” alone", (await Read(world, cast, import, other, Values[other])).Because);
        Assert.Contains($"“{first}” alone", (await Read(world, cast, import, "lone", "all")).Because);
        Assert.Equal(30, (await Read(world, cast, import, first, Values[first])).All);
        Assert.Contains($"“{first}” alone", (await Read(world, cast, import, other, Values[other])).Because);
        Assert.True((await Choose(world, cast, import, other)).Refused(out var refusal));
        Assert.Contains("so that stays", refusal.Because, StringComparison.Ordinal);

        using var browser = await cast.Browser();
        var page = await browser.Page($"/listen/surveys/{import.SurveyId}/remarks");
        Assert.Equal(first, Assert.Single(page.QuerySelectorAll("select[name=where] optgroup")).GetAttribute("label"));
        Assert.Contains($"told apart by “{first}” alone", page.Body!.Says(), StringComparison.Ordinal);
        var survey = await browser.Page($"/listen/surveys/{import.SurveyId}");
        Assert.Contains("so it stays", survey.Body!.Says(), StringComparison.Ordinal);
        Assert.Null(survey.QuerySelector("select[name=words-by]"));
    }

    static readonly Dictionary<string, string> Values = new() { ["age"] = "old", ["region"] = "East" };

    static Task<string?> Default(World world, Cast cast, Import import) =>
        world.As(
            cast,
            async s =>
            {
                var survey = (await s.GetRequiredService<ReadScores>().Survey(import.SurveyId!.Value, default))!;
                return (await s.GetRequiredService<ReadRemarks>().WordsBy(survey, default)).Attribute;
            }
        );

    [Fact]
    public async Task An_administrator_chooses_until_then_and_says_so_in_the_journal()
    {
        var (world, cast) = await one.Story();
        var cleo = await world.Colleague(cast, "Cleo", Role.Contributor);
        var import = await world.Bring(cast, SampleImports.Csv(Rows), Two);
        Assert.True((await Choose(world, cleo, import, "age")).Refused(out var refusal));
        Assert.Contains("Administrators choose", refusal.Because, StringComparison.Ordinal);
        foreach (var none in new[] { null, "", "shoe size" })
            Assert.True((await Choose(world, cast, import, none)).Refused(out _));

        using var browser = await cast.Browser();
        var answer = await browser.PostForm(
            $"/listen/surveys/{import.SurveyId}",
            "words-by",
            new() { ["words-by"] = "age" }
        );
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("“age” alone", (await Read(world, cast, import, "region", "East")).Because);
        Assert.Equal(30, (await Read(world, cast, import, "age", "old")).All);
        Assert.Contains("“age” alone", (await Read(world, cast, import, "region", "East")).Because);
        using var hers = await cleo.Browser();
        Assert.Null((await hers.Page($"/listen/surveys/{import.SurveyId}")).QuerySelector("select[name=words-by]"));
        var journal = await cast.Api().GetStringAsync("/api/v1/journal");
        Assert.Contains("are told apart by", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_ask_at_once_by_two_attributes_one_is_answered()
    {
        var (world, cast) = await one.Story();
        var import = await world.Bring(cast, SampleImports.Csv(Rows), Two);
        // Both have read the survey before either is answered; a choice came in between.
        var before = await world.As(
            cast,
            s => s.GetRequiredService<ReadScores>().Survey(import.SurveyId!.Value, default)
        );
        var (first, other) = await Default(world, cast, import) == "age" ? ("age", "region") : ("region", "age");
        SampleImports.Given(await Choose(world, cast, import, other));
        Assert.Equal(30, (await Read(world, cast, import, other, Values[other])).All);
        var late = await world.As(
            cast,
            s =>
                s.GetRequiredService<ReadRemarks>()
                    .Run(before!, new(new Dictionary<string, string> { [first] = Values[first] }), null, 1, default)
        );
        Assert.Equal(0, late.All);
        Assert.Contains("another attribute", late.Because, StringComparison.Ordinal);
    }
}
