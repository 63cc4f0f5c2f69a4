using Heed.Aim;
using Heed.Listen;
using Heed.Metrics;
using Heed.Storage;
using Heed.Tests.Aim;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

public sealed class ListenForCustomersTests
{
    static readonly Mapping Mapping = new()
    {
        Columns = [new("nps", ColumnUse.Recommend), new("said", ColumnUse.Remark)],
        On = new(2035, 2, 10),
    };

    static string Guests(int wrote) =>
        "nps,said\n"
        + string.Concat(Enumerable.Range(0, 30).Select(i => $"{i % 11},{(i < wrote ? $"remark {i}" : "")}\n"));

    static async Task<(Metric Score, string Page)> Aimed(World world, Cast maya, int wrote)
    {
        await world.Bring(maya, SampleImports.Csv(Guests(wrote)), Mapping);
        var score = await world.As(
            maya,
            s => s.GetRequiredService<HeedDb>().Metrics.SingleAsync(m => m.ComputedFrom != null)
        );
        var objective = await maya.Objective();
        var asked = Aims.Asked(score);
        (asked.BaselineState, asked.BaselineFrom, asked.BaselineTo) = (BaselineState.Measuring, null, null);
        var keyResult = await maya.Do<WriteKeyResult, KeyResult>(w => w.Run(objective.Id, asked, default));
        return (score, $"/aim/key-results/{keyResult.Id}");
    }

    [Fact]
    public async Task Beside_a_score_stand_the_newest_words_and_the_score_has_its_n_and_interval()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, address) = await Aimed(world, maya, wrote: 12);

        var page = await (await maya.Browser()).Page(address);

        // By chance, so that nobody's words are known by when they came.
        Assert.Equal(3, page.QuerySelectorAll(".voice blockquote").Select(v => v.TextContent).Distinct().Count());
        Assert.All(page.QuerySelectorAll(".voice blockquote"), v => Assert.Matches("^“remark [0-9]+”$", v.TextContent));
        Assert.Contains("The newest 3 of 12", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"^n 30 · \[−?\d+, −?\d+\]", page.QuerySelector(".figure .basis")!.TextContent);
        var home = await (await maya.Browser()).Page("/");
        Assert.StartsWith("“remark ", home.QuerySelector(".voice blockquote")!.TextContent);
        Assert.Contains("30 new responses", home.QuerySelector("#new")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_fewer_than_eight_wrote_nobody_is_quoted_and_the_reason_is_said()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, address) = await Aimed(world, maya, wrote: 7);
        var browser = await maya.Browser();

        var page = await browser.Page(address);

        Assert.Empty(page.QuerySelectorAll(".voice"));
        Assert.Contains("fewer than 8 people wrote", page.QuerySelector(".hidden-group")!.TextContent);
        Assert.DoesNotContain("remark", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await browser.Page("/")).QuerySelector(".voice"));
    }

    [Fact]
    public async Task Another_workspaces_customers_are_not_heard()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (score, _) = await Aimed(world, maya, wrote: 12);
        var noor = await world.Organisation("Tea House", "Noor");

        var heard = await world.As(
            noor,
            async s =>
            {
                var voices = s.GetRequiredService<VerbatimSources>();
                return (await voices.Behind(score.ComputedFrom, 3, default), await voices.Last(3, default));
            }
        );

        Assert.Equal((null, null), heard);
    }
}
