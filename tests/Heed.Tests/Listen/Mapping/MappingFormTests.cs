using Heed.Listen;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Heed.Tests.Listen;

/// <summary>What the form of the wizard posts, and the mapping that it becomes.</summary>
public sealed class MappingFormTests
{
    static readonly FileShape Shape = Plans.Shape("nps", "region", "said", "on");

    static (Mapping Mapping, string? Survey, string? Wrong) Read(
        Dictionary<string, string> posted,
        Mapping? before = null
    )
    {
        var (mapping, survey, wrong) = MappingForm.Read(
            new FormCollection(posted.ToDictionary(p => p.Key, p => new StringValues(p.Value))),
            Shape,
            before ?? new()
        );
        return (mapping, survey, wrong?.Says);
    }

    [Fact]
    public void Each_column_means_what_was_chosen_and_the_rest_is_kept_raw()
    {
        var (mapping, survey, wrong) = Read(
            new()
            {
                ["use-0"] = "Recommend",
                ["scale-0"] = "0-10",
                ["missing-0"] = "0; 6, 99",
                ["name-0"] = " Would recommend ",
                ["use-1"] = "Attribute",
                ["scale-1"] = "1-5",
                ["missing-1"] = "9",
                ["name-1"] = "Shop",
                ["use-2"] = "Kept",
                ["use-3"] = "Date",
                ["name-3"] = "left over",
                ["survey"] = " Guests ",
            }
        );
        Assert.Equal(["nps", "region", "on"], mapping.Columns.Select(c => c.Column));
        var (score, group, date) = (mapping.Columns[0], mapping.Columns[1], mapping.Columns[2]);
        Assert.Equal((ColumnUse.Recommend, "Would recommend", "0-10"), (score.Use, score.Name, score.Scale));
        Assert.Equal(["0", "6", "99"], score.Missing!);
        // Fields that a use has no need of are hidden by the page, and may still be posted.
        Assert.Equal(new("region", ColumnUse.Attribute, "Shop"), group);
        Assert.Equal(new("on", ColumnUse.Date), date);
        Assert.Equal(("Guests", null), (survey, wrong));
    }

    [Fact]
    public void A_number_has_bands_and_codes_for_no_answer_and_no_scale()
    {
        var column = Read(
            new()
            {
                ["use-0"] = "Number",
                ["scale-0"] = "0-10",
                ["bands-0"] = " 5, 10 ",
                ["missing-0"] = "999",
            }
        ).Mapping.Columns[0];
        Assert.Equal((ColumnUse.Number, "5, 10"), (column.Use, column.Scale));
        Assert.Equal(["999"], column.Missing!);
    }

    [Fact]
    public void What_stands_between_options_is_read_and_what_no_field_shows_stays()
    {
        Mapping before = new()
        {
            Columns =
            [
                new("region", ColumnUse.Choices, Separator: ",", Whole: ["Yes, often"]),
                new("said", ColumnUse.Choices, "Ways", Option: "Other", Words: true),
            ],
        };
        var posted = new Dictionary<string, string>
        {
            ["use-0"] = "Choices",
            ["separator-0"] = "line",
            ["use-1"] = "Choices",
            ["separator-1"] = ",",
            ["use-2"] = "Choices",
            ["name-2"] = "Ways",
            ["option-2"] = "Other way",
        };
        var columns = Read(posted, before).Mapping.Columns;
        Assert.Equal("\n", columns[0].Separator);
        Assert.Equal((",", "Yes, often"), (columns[1].Separator, Assert.Single(columns[1].Whole!)));
        Assert.Equal(("Ways", "Other way", true), (columns[2].Target, columns[2].Option, columns[2].Words));
        posted["separator-1"] = ";";
        Assert.Null(Read(posted, before).Mapping.Columns[1].Whole);
    }

    [Fact]
    public void A_survey_that_is_named_anew_goes_before_the_one_that_was_chosen()
    {
        Assert.Equal("Airport", Read(new() { ["survey"] = "Guests", ["survey-new"] = " Airport " }).Survey);
        Assert.Equal("Guests", Read(new() { ["survey"] = "Guests", ["survey-new"] = "  " }).Survey);
        Assert.Null(Read(new() { ["survey"] = " " }).Survey);
    }

    [Theory]
    [InlineData("2035-02-10", "2035-02-10", null)]
    [InlineData("", null, null)]
    [InlineData("10.2.2035", null, "“10.2.2035” is not a day. Write it as 2026-03-02.")]
    [InlineData("2035-02-30", null, "“2035-02-30” is not a day. Write it as 2026-03-02.")]
    public void The_day_of_all_answers_is_read_or_refused_in_its_own_words(string typed, string? day, string? wrong)
    {
        var read = Read(new() { ["on"] = typed });
        Assert.Equal((day, wrong), (Format.Iso(read.Mapping.On), read.Wrong));
    }

    [Fact]
    public void The_round_and_the_order_of_dates_come_along_and_an_unknown_order_is_left_to_the_evidence()
    {
        var mapping = Read(new() { ["wave"] = " Spring ", ["order"] = "MonthFirst" }).Mapping;
        Assert.Equal(("Spring", DateOrder.MonthFirst), (mapping.Wave, mapping.DateOrder));
        mapping = Read(new() { ["wave"] = "", ["order"] = "sideways" }, mapping).Mapping;
        Assert.Equal((null, DateOrder.ByEvidence), (mapping.Wave, mapping.DateOrder));
    }

    [Fact]
    public void Who_accepted_a_cut_file_need_not_accept_it_again_with_another_mapping() =>
        Assert.True(Read(new() { ["use-0"] = "Recommend" }, new() { AcceptCut = true }).Mapping.AcceptCut);

    [Theory]
    [InlineData(null, null)]
    [InlineData("99", "99")]
    [InlineData("0, 6;99", "0|6|99")]
    [InlineData(" , ; ", "")]
    [InlineData("no answer, 9", "no answer|9")]
    public void Codes_stand_between_commas_or_semicolons(string? typed, string? codes) =>
        Assert.Equal(codes, MappingForm.Codes(typed) is { } read ? string.Join('|', read) : null);

    [Fact]
    public void A_code_is_added_to_its_own_column_behind_those_that_are_there()
    {
        var mapping = new Mapping
        {
            Columns =
            [
                new("nps", ColumnUse.Recommend, Missing: ["99"]),
                new("food", ColumnUse.Mean, Scale: "1-5"),
                new("said", ColumnUse.Remark),
            ],
        };
        var once = MappingForm.WithCode(mapping, "food", "8");
        var twice = MappingForm.WithCode(once, "nps", "No, thanks");
        Assert.Equal(["99", "No, thanks"], twice.Columns[0].Missing!);
        Assert.Equal(["8"], twice.Columns[1].Missing!);
        Assert.Null(twice.Columns[2].Missing);
        Assert.Equal(twice.ToJson(), MappingForm.WithCode(twice, "nobody", "1").ToJson());
    }

    [Fact]
    public void Words_get_the_points_beside_them_and_a_blank_one_gets_none()
    {
        var (mapping, _, wrong) = Read(
            new()
            {
                ["use-0"] = "Satisfaction",
                ["word-0-0"] = "Good",
                ["point-0-0"] = "5",
                ["word-0-1"] = "So, so",
                ["point-0-1"] = "",
                ["word-0-2"] = "Bad",
                ["point-0-2"] = "1",
            }
        );
        Assert.Null(wrong);
        Assert.Equal("Good=5, Bad=1", AnswerPoints.Written(Assert.Single(mapping.Columns).Points!));
    }

    [Fact]
    public void What_is_no_point_is_said() =>
        Assert.Equal(
            "“five” is no point. Write a whole number beside each answer of “nps”, or nothing.",
            Read(
                new()
                {
                    ["use-0"] = "Satisfaction",
                    ["word-0-0"] = "Good",
                    ["point-0-0"] = "five",
                }
            ).Wrong
        );

    [Fact]
    public void Rows_are_chosen_and_left_out_by_columns()
    {
        var (mapping, _, wrong) = Read(new() { ["where"] = "region=York,Hull", ["without"] = "on=test; region=Mars" });
        Assert.Null(wrong);
        Assert.Equal("region=York,Hull", Assert.Single(mapping.Where).Written);
        Assert.Equal(["on=test", "region=Mars"], mapping.Without.Select(f => f.Written));
        Assert.Contains(
            "names no column and value",
            Read(new() { ["where"] = "York" }).Wrong,
            StringComparison.Ordinal
        );
    }
}
