using Heed.Analytics.Columns;
using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;
using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>What one stored row becomes in the columns that scores are read from.</summary>
public sealed class LoadedSurveyTests
{
    static readonly ColumnMapping Nps = new("nps", ColumnUse.Recommend);
    static readonly ColumnMapping Shop = new("shop", ColumnUse.Attribute);

    static LoadedSurvey Survey(bool weighted = false, params string[] remarks) =>
        new(new("key", [new("nps", Scale.ZeroToTen)], ["shop", SurveySchema.Wave], [], weighted, []), remarks);

    static CompiledMapping Plan(Mapping mapping) =>
        SampleImports.Given(CompiledMapping.Of(Plans.Shape([.. mapping.Columns.Select(c => c.Column)]), mapping));

    static void Add(LoadedSurvey survey, CompiledMapping plan, params string[] rows)
    {
        var (loader, before) = (survey.Fill(plan), survey.Columns.Count);
        foreach (var (i, row) in rows.Index())
            loader.Add(before + 1 + i, Plans.Bytes(row));
    }

    /// <summary>Of all that was added, as one release.</summary>
    static Breakdown By(LoadedSurvey survey, string? by = null, Cadence? every = null)
    {
        survey.Release(survey.Released + 1, null);
        return survey.Columns.Ask(new("nps") { By = by, Every = every }).Value;
    }

    static string[] Six(string row) => [.. Enumerable.Repeat(row, 6)];

    [Fact]
    public void A_file_that_is_one_round_gives_its_name_to_all_its_rows_and_a_column_to_each()
    {
        var survey = Survey();
        Add(survey, Plan(new() { Columns = [Nps], Wave = "2034" }), Six("9"));
        Add(survey, Plan(new() { Columns = [Nps, new("round", ColumnUse.Wave)] }), [.. Six("9,2035"), .. Six("9,")]);
        Assert.Equal(["", "2034", "2035"], By(survey, SurveySchema.Wave).Groups.Order());
    }

    [Fact]
    public void A_question_or_attribute_that_a_file_does_not_have_is_not_known_of_its_rows()
    {
        var survey = Survey();
        Add(survey, Plan(new() { Columns = [Nps, Shop] }), Six("9,Harbour"));
        Add(survey, Plan(new() { Columns = [Nps] }), Six("10"));
        Add(survey, Plan(new() { Columns = [new("said", ColumnUse.Remark), Shop] }), Six("hello,Harbour"));
        Assert.Equal(["", "Harbour"], By(survey, "shop").Groups.Order());
        Assert.Equal((12, 6), (By(survey).Total.Distribution!.N, By(survey).Total.Distribution!.Missing));
    }

    [Fact]
    public void The_day_of_a_row_goes_before_the_day_of_its_file()
    {
        var survey = Survey();
        var mapping = new Mapping
        {
            Columns = [Nps, new("on", ColumnUse.Date)],
            On = new(2034, 5, 20),
            DateOrder = DateOrder.DayFirst,
        };
        Add(survey, Plan(mapping), [.. Six("9,03/04/2034"), .. Six("9,"), .. Six("9,N/A")]);
        Add(survey, Plan(new() { Columns = [Nps] }), Six("9"));
        Assert.Equal((DateOnly?[])[new(2034, 4, 1), new(2034, 5, 1), null], By(survey, every: Cadence.Month).Periods);
    }

    [Fact]
    public void A_row_without_a_weight_counts_once_beside_those_that_have_one()
    {
        var survey = Survey(weighted: true);
        Add(survey, Plan(new() { Columns = [Nps, new("w", ColumnUse.Weight)] }), Six("10,3"));
        Add(survey, Plan(new() { Columns = [Nps] }), Six("0"));
        var score = By(survey).Total.Score(ScoreKind.Recommend).Value;
        Assert.Equal((0.0, 50.0), (score.Value, score.Weighted!.Value.Value));
    }

    [Fact]
    public void Values_of_an_attribute_are_the_same_whatever_blanks_and_capitals_they_have()
    {
        var survey = Survey();
        Add(survey, Plan(new() { Columns = [Nps, Shop] }), "9, Harbour ", "9,Harbour", "9,harbour");
        Assert.Equal(["", "Harbour"], Values(survey));
    }

    static IEnumerable<string> Values(LoadedSurvey survey)
    {
        var shops = survey.Columns.Attribute("shop");
        return Enumerable.Range(0, shops.Count).Select(i => shops[i]).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_very_long_value_is_cut_after_a_whole_letter()
    {
        var survey = Survey();
        Add(survey, Plan(new() { Columns = [Nps, Shop] }), $"9,a{new string('ü', 150)}", $"9,{new string('x', 300)}");
        Assert.Equal(["", $"a{new string('ü', 99)}", new string('x', 200)], Values(survey));
    }

    [Fact]
    public void Remarks_lie_where_something_was_said_each_with_its_question()
    {
        var survey = Survey(remarks: ["good", "bad"]);
        var plan = Plan(new() { Columns = [new("bad", ColumnUse.Remark), new("good", ColumnUse.Remark), Shop] });
        Add(survey, plan, "slow,kind,A", " ,fine,B", "-,N/A,A", "none,n/a ,A", "dear,,A");
        survey.Release(1, null);
        Assert.Equal(0, survey.Remarks.Now().Count);
        Add(survey, plan, Six("cold,,A"));
        survey.Release(2, null);
        var places = survey.Remarks.Now();
        Assert.Equal(
            [(1L, "bad"), (1L, "good"), (2L, "good"), (5L, "bad")],
            places
                .Page(0, 99)
                .Where(p => p.Sequence <= 5)
                .Select(p => (p.Sequence, survey.RemarkQuestions[p.Question]))
                .Order()
        );
        Assert.Equal((10, 9), (places.Count, places.People));
    }

    [Fact]
    public void Rows_are_seen_once_they_are_released()
    {
        var (survey, plan) = (Survey(), Plan(new() { Columns = [Nps] }));
        long? Seen() => survey.Columns.Ask(new("nps")).Value.Total.Distribution?.N;
        Add(survey, plan, "9", "8", "9", "10", "0", "7");
        Assert.Equal((0, 0L), (survey.Released, Seen()));
        survey.Release(1, null);
        Assert.Equal((1, 6L), (survey.Released, Seen()));
        Add(survey, plan, "9", "8", "9", "10", "0", "7", "1");
        Assert.Equal((1, 6L), (survey.Released, Seen()));
        survey.Release(2, null);
        Assert.Equal((2, 13L), (survey.Released, Seen()));
    }
}
