using Heed.Listen;
using Heed.Tests.Ui;

namespace Heed.Tests.Listen;

/// <summary>Small parts of the pages of imports: a state in words, a step, a tally of values.</summary>
public sealed class ImportPartsTests
{
    [Theory]
    [InlineData(ImportState.Mapping, "waits for its mapping", Status.Watch)]
    [InlineData(ImportState.Checking, "being tried out", Status.OnCourse)]
    [InlineData(ImportState.Checked, "tried out, waits for your yes", Status.Watch)]
    [InlineData(ImportState.Running, "being stored", Status.OnCourse)]
    [InlineData(ImportState.Done, "done", Status.Held)]
    [InlineData(ImportState.Cancelled, "cancelled, nothing stored", Status.NotKnown)]
    [InlineData(ImportState.Failed, "failed, nothing stored", Status.OffCourse)]
    [InlineData(ImportState.Undone, "taken back", Status.NotKnown)]
    public void Every_state_has_its_words_and_its_shape(ImportState state, string words, Status shape) =>
        Assert.Equal((words, shape), (ImportTable.Words(state), ImportTable.Shape(state)));

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(3, 3, 2)]
    [InlineData(5, null, 4)]
    public async Task Steps_that_are_done_are_said_to_be_done(int step, int? current, int past)
    {
        var page = await Drawn.Page<ImportSteps>(("Step", step));
        var steps = page.QuerySelectorAll("li").ToList();
        Assert.Equal(4, steps.Count);
        Assert.Equal(
            current,
            steps.FindIndex(s => s.GetAttribute("aria-current") == "step") is var at and >= 0 ? (int?)(at + 1) : null
        );
        Assert.Equal(past, steps.Count(s => s.Says().EndsWith(", done", StringComparison.Ordinal)));
    }

    static async Task<AngleSharp.Html.Dom.IHtmlDocument> Tally(
        (string Value, int Count)[] values,
        params string[] missing
    ) =>
        await Drawn.Page<ValueTally>(
            ("Of", values.Select(v => KeyValuePair.Create(v.Value, v.Count)).ToList()),
            ("Missing", missing)
        );

    [Fact]
    public async Task A_few_whole_numbers_are_bars_in_their_order_and_codes_are_hollow()
    {
        var page = await Tally([("10", 40), ("9", 20), ("0", 1), ("99", 3)], "99");
        Assert.Equal("0: 1, 9: 20, 10: 40, 99: 3", page.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal(["1", "10", "20", "2"], page.QuerySelectorAll("rect").Select(r => r.GetAttribute("height")));
        Assert.Equal(
            [false, false, false, true],
            page.QuerySelectorAll("rect").Select(r => r.ClassList.Contains("code"))
        );
    }

    [Fact]
    public async Task Words_are_the_four_commonest_and_what_is_empty_says_so()
    {
        var page = await Tally([("North", 9), ("South", 8), (new string('w', 30), 7), ("1.50", 6), ("West", 5)]);
        Assert.Equal($"North · South · {new string('w', 23)}… · 1.5", page.Body!.Says());
        Assert.Equal("empty", (await Tally([])).Body!.Says());
        Assert.Equal("7", (await Tally([("7", 9)])).Body!.Says());
    }

    [Theory]
    [InlineData("Waited long, so LONG", "long", "Waited |long|, so |LONG|")]
    [InlineData("longer than long", "long longer", "|longer| than |long|")]
    [InlineData("ab", "abc", "ab")]
    [InlineData("aaa", "aa", "|aa|a")]
    [InlineData("<b>", "b", "<|b|>")]
    public async Task Words_that_were_looked_for_are_set_off_each_as_it_is_written(
        string text,
        string words,
        string marked
    )
    {
        var page = await Drawn.Page<Marked>(("Text", text), ("Words", words.Split(' ')));
        foreach (var mark in page.QuerySelectorAll("mark"))
            mark.TextContent = $"|{mark.TextContent}|";
        Assert.Equal(marked.Replace(" ", ""), page.Body!.TextContent.Replace(" ", "").Replace("\n", ""));
        Assert.Equal(text.Replace(" ", ""), page.Body.TextContent.Replace("|", "").Replace(" ", "").Replace("\n", ""));
    }
}
