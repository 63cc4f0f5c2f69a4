using System.Text.Json;
using Heed.Tests.Commands.Analyze;

namespace Heed.Tests.Files;

/// <summary>Files in the shapes that people bring, with their right values (shared/cases); what is right stays right.</summary>
public sealed class CasesTests
{
    static string Case(string relative)
    {
        var path = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "cases", relative));
        Assert.SkipUnless(File.Exists(path), $"{relative} is not here: it is a case kept beside the project.");
        return path;
    }

    static Task<JsonElement> Recommend(string file, string column, params string[] options) =>
        Typed.Json(["analyze", "survey", Case(file), "--score", column, "--kind", "recommend", .. options]);

    [Fact]
    public async Task Digits_of_a_forms_export()
    {
        var json = await Recommend(
            "01-likert-words/numeric.csv",
            "How likely is it that you would recommend us to a friend or colleague?"
        );
        Assert.Equal(200, json.GetProperty("n").GetInt32());
        Assert.Equal(39.0, json.GetProperty("value").GetDouble(), 0.005);
    }

    [Fact]
    public async Task Weights_with_decimal_commas()
    {
        var json = await Recommend("03-sep-line/export_nosep.csv", "Antwort", "--weight", "Gewicht");
        var weighted = json.GetProperty("weighted");
        Assert.Equal(8.75, json.GetProperty("value").GetDouble(), 0.005);
        Assert.Equal(8.11, weighted.GetProperty("value").GetDouble(), 0.005);
        Assert.Equal(66.4, weighted.GetProperty("effectiveN").GetDouble(), 0.05);
    }

    [Fact]
    public async Task A_code_for_no_answer_beside_rows_that_were_not_asked()
    {
        var json = await Recommend("19-redcap/redcap_raw.csv", "nps", "--missing", "-99");
        Assert.Equal(113, json.GetProperty("n").GetInt32());
        Assert.Equal(-15.9, json.GetProperty("value").GetDouble(), 0.05);
    }

    [Theory]
    [InlineData("22-msforms/us.csv")]
    [InlineData("22-msforms/tab16.txt")]
    [InlineData("22-msforms/mac_cr.csv")]
    public async Task Commas_tabs_in_UTF_16_and_lone_returns(string file)
    {
        var json = await Recommend(file, "Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?");
        Assert.Equal(37.5, json.GetProperty("value").GetDouble(), 0.005);
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
