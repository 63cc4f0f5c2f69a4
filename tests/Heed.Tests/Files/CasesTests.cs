using System.Text.Json;
using Heed.Tests.Commands.Analyze;
using static Heed.Tests.SharedFiles;

namespace Heed.Tests.Files;

/// <summary>Files in the shapes that people bring, with their right values (shared/cases); what is right stays right.</summary>
public sealed partial class CasesTests
{
    static Task<JsonElement> Recommend(string file, string column, params string[] options) =>
        Typed.Json(["analyze", "survey", Case(file), "--score", column, "--kind", "recommend", .. options]);

    [Fact]
    public async Task Digits_of_a_forms_export()
    {
        var json = await Recommend(
            "01-likert-words/numeric.csv",
            "How likely is it that you would recommend us to a friend or colleague?"
        );
        Assert.Equal(Right("01", "(n"), json.GetProperty("n").GetDouble());
        Assert.Equal(Right("01", "Right: NPS"), json.GetProperty("value").GetDouble(), 0.005);
    }

    [Fact]
    public async Task Labelled_ends_of_a_forms_export()
    {
        var json = await Recommend(
            "01-likert-words/forms.csv",
            "How likely is it that you would recommend us to a friend or colleague?"
        );
        Assert.Equal(Right("01", "(n"), json.GetProperty("n").GetDouble());
        Assert.Equal(Right("01", "Right: NPS"), json.GetProperty("value").GetDouble(), 0.005);
        Assert.Equal(Right("01", "adjusted interval"), json.GetProperty("low").GetDouble(), 0.05);
        Assert.Equal(Right("01", "adjusted interval", 1), json.GetProperty("high").GetDouble(), 0.05);
    }

    const string Satisfied = "Overall, how satisfied are you with the service you received?";

    [Fact]
    public async Task Words_of_satisfaction_once_somebody_says_which_is_which()
    {
        string[] asked =
        [
            "analyze",
            "survey",
            Case("01-likert-words/forms.csv"),
            "--score",
            Satisfied,
            "--kind",
            "satisfaction",
        ];
        var error = await Typed.Refused(asked);
        var options = Offered().Match(error);
        Assert.True(options.Success, error);
        Assert.DoesNotContain("Very satisfied", options.Groups["missing"].Value, StringComparison.Ordinal);
        var json = await Typed.Json([.. asked, "--points", options.Groups["points"].Value]);
        Assert.Equal(Right("01", "% of"), json.GetProperty("n").GetDouble());
        Assert.Equal(Right("01", "(“Not applicable”"), json.GetProperty("missing").GetDouble());
        Assert.Equal(Right("01", "CSAT top two"), json.GetProperty("value").GetDouble(), 0.005);
        Assert.Equal(Right("01", "195, mean"), json.GetProperty("beside").GetProperty("value").GetDouble(), 0.0005);
    }

    [Theory]
    [InlineData("16-ab/ab.csv", "converted")]
    [InlineData("16-ab/yesno.csv", "converted")]
    public async Task A_share_of_noughts_and_ones_and_of_yes_and_no(string file, string column)
    {
        var rows = (await File.ReadAllLinesAsync(Case(file))).Skip(1).Select(line => line.Split(',')[2]).ToList();
        var json = await Typed.Json(
            "analyze",
            "survey",
            Case(file),
            "--score",
            column,
            "--kind",
            "share",
            "--by",
            "variant"
        );
        Assert.Equal(rows.Count, json.GetProperty("n").GetInt32());
        Assert.Equal(
            100.0 * rows.Count(r => r is "1" or "Yes") / rows.Count,
            json.GetProperty("value").GetDouble(),
            1e-9
        );
    }

    [Theory]
    [InlineData("export.csv")]
    [InlineData("export_sep_utf8.csv")]
    public async Task A_first_line_that_declares_the_separator(string file)
    {
        var json = await Recommend($"03-sep-line/{file}", "Antwort", "--weight", "Gewicht");
        Assert.Equal(Right("03", "NPS"), json.GetProperty("value").GetDouble(), 0.005);
        Assert.Equal(Right("03", "weighted"), json.GetProperty("weighted").GetProperty("value").GetDouble(), 0.005);
    }

    [Theory]
    [InlineData("title.csv", 60)]
    [InlineData("total.csv", 60)]
    [InlineData("avg.csv", 60)]
    [InlineData("nbsp.csv", 60)]
    [InlineData("float.csv", 60)]
    [InlineData("trailblank.csv", 60)]
    [InlineData("long_rows.csv", 60)]
    [InlineData("short_rows.csv", 60)]
    [InlineData("twice.csv", 120)]
    public async Task Rows_and_cells_around_a_table(string file, int rows)
    {
        var json = await Recommend($"24-preamble-and-totals/{file}", "NPS");
        Assert.Equal(rows, json.GetProperty("n").GetInt32());
        Assert.Equal(Right("24", "14.8 for"), json.GetProperty("value").GetDouble(), 0.05);
    }

    [Theory]
    [InlineData("osposurvey_2018_results.csv", 2, 748)]
    // 1,404 rows, of which 378 have no cell filled.
    [InlineData("osposurvey_2020_results_2020.csv", 2, 1026)]
    [InlineData("osposurvey_2022_RawData.csv", 3, 1048)]
    [InlineData("steak-risk-survey.csv", 2, 550)]
    [InlineData("sample_3header.csv", 3, 1)]
    [InlineData("sample_legacy_2header.csv", 2, 1)]
    [InlineData("comma-survey.csv", 1, 1129)]
    [InlineData("flying-etiquette.csv", 1, 1040)]
    public void Header_rows_of_real_exports(string file, int headers, int rows)
    {
        var path = SharedFiles.Data($"survey-exports/{file}");
        Assert.False(RecogniseFile.Run(path).Refused(out var refusal, out var shape), refusal?.Because);
        Assert.Equal(headers, shape!.HeaderRows);
        using var reader = shape.Open(path);
        var read = 0;
        while (reader.Read())
            read++;
        Assert.Equal(rows, read);
    }

    [Theory]
    [InlineData("kappa_words.csv", "first”. Right")]
    [InlineData("multilabel.csv", "as sets")]
    public async Task Codes_that_differ_in_capitals_or_in_the_order_of_a_list(string file, string right)
    {
        string[] asked = ["analyze", "agreement", Case($"13-agreement/{file}"), "--unit", "remark"];
        var json = await Typed.Json([.. asked, "--rater", "anna", "--rater", "ben", "--level", "nominal"]);
        Assert.Equal(Right("13", right), json.GetProperty("alpha").GetDouble(), 0.0005);
    }

    [Fact]
    public async Task Shops_in_several_spellings_are_two_shops()
    {
        var json = await Recommend("24-preamble-and-totals/float.csv", "NPS", "--by", "Store");
        var groups = json.GetProperty("by")
            .EnumerateArray()
            .ToDictionary(g => g.GetProperty("group").GetString()!, g => g.GetProperty("n").GetInt32());
        Assert.Equal([("North", 23), ("SOUTH", 37)], groups.Select(g => (g.Key, g.Value)));
    }

    [Fact]
    public async Task Remarks_that_say_nothing_or_in_another_language_are_no_part_of_the_total()
    {
        var models = Path.Combine(Repository.Root, "models", "heed-models.bin");
        Assert.SkipUnless(File.Exists(models), "The models file is not here: models/restore makes it.");
        string[] asked =
        [
            "analyze",
            "themes",
            Case("14-empty-talk/comments.csv"),
            "--text",
            "comment",
            "--models",
            models,
        ];
        var json = await Typed.Json(asked);
        Assert.Equal(Right("14", "remarks:") + Right("14", "Arabic,"), json.GetProperty("remarks").GetDouble());
        Assert.Equal(Right("14", "of 44,"), json.GetProperty("silent").GetDouble());
        Assert.Equal(Right("14", "non-answers,"), json.GetProperty("otherLanguages").GetProperty("French").GetDouble());
        Assert.Equal(Right("14", "French,"), json.GetProperty("otherLanguages").GetProperty("Arabic").GetDouble());
        var labels = json.GetProperty("themes").EnumerateArray().Select(t => t.GetProperty("label").GetString()!);
        Assert.DoesNotContain(
            labels,
            label =>
                label.Contains("nil", StringComparison.Ordinal) || label.Contains("personnel", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task One_column_whose_words_hold_commas()
    {
        var models = Path.Combine(Repository.Root, "models", "heed-models.bin");
        Assert.SkipUnless(File.Exists(models), "The models file is not here: models/restore makes it.");
        string[] asked =
        [
            "analyze",
            "themes",
            Case("14-empty-talk/onecol.csv"),
            "--text",
            "comment",
            "--models",
            models,
        ];
        var json = await Typed.Json(asked);
        Assert.Equal(Right("14", "remarks:"), json.GetProperty("remarks").GetDouble());
    }

    [Theory]
    [InlineData("12-retail-log/retail.csv", true)]
    [InlineData("12-retail-log/withid.csv", false)]
    public async Task A_log_of_a_shop_with_refunds_and_guests(string file, bool guests)
    {
        string[] asked = ["analyze", "lifetime", Case(file), "--customer", "CustomerID", "--date", "InvoiceDate"];
        var json = await Typed.Json([.. asked, "--amount", "Amount", "--dates", "mdy"]);
        var notes = json.GetProperty("notes").EnumerateArray().Select(n => n.GetString()!).ToList();
        Assert.Equal(guests, notes.Contains("150 rows have no customer and are left out."));
        Assert.Contains(
            $"139 refunds lowered the purchases before them: {Right("12", "gross"):#,0} before, {Right("12", "net"):#,0} after. Whose purchase was refunded whole has still bought.",
            notes
        );
        Assert.Equal(Right("12", "Right:"), json.GetProperty("customers").GetDouble());
    }

    [System.Text.RegularExpressions.GeneratedRegex(
        """--points "(?<points>[^"]+)"(?: --missing "(?<missing>[^"]+)")?"""
    )]
    private static partial System.Text.RegularExpressions.Regex Offered();

    [Fact]
    public async Task Weights_with_decimal_commas()
    {
        var json = await Recommend("03-sep-line/export_nosep.csv", "Antwort", "--weight", "Gewicht");
        var weighted = json.GetProperty("weighted");
        Assert.Equal(Right("03", "NPS"), json.GetProperty("value").GetDouble(), 0.005);
        Assert.Equal(Right("03", "weighted"), weighted.GetProperty("value").GetDouble(), 0.005);
        Assert.Equal(Right("03", "n_eff"), weighted.GetProperty("effectiveN").GetDouble(), 0.05);
    }

    [Fact]
    public async Task A_code_for_no_answer_beside_rows_that_were_not_asked()
    {
        var json = await Recommend("19-redcap/redcap_raw.csv", "nps", "--missing", "-99");
        Assert.Equal(Right("19", "Right:"), json.GetProperty("n").GetDouble());
        Assert.Equal(Right("19", "NPS"), json.GetProperty("value").GetDouble(), 0.05);
    }

    [Theory]
    [InlineData("22-msforms/us.csv")]
    [InlineData("22-msforms/tab16.txt")]
    [InlineData("22-msforms/mac_cr.csv")]
    public async Task Commas_tabs_in_UTF_16_and_lone_returns(string file)
    {
        var json = await Recommend(file, "Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?");
        Assert.Equal(Right("22", "NPS"), json.GetProperty("value").GetDouble(), 0.005);
    }

    [Fact]
    public async Task None_as_a_placeholder_of_coders()
    {
        var json = await Typed.Json(
            "analyze",
            "agreement",
            Case("13-agreement/none_placeholder.csv"),
            "--unit",
            "remark",
            "--rater",
            "coder",
            "--value",
            "theme",
            "--level",
            "nominal"
        );
        Assert.Equal(1.0, json.GetProperty("alpha").GetDouble(), 1e-9);
    }
}
