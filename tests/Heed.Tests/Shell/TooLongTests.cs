using System.Net;
using System.Net.Http.Json;
using Heed.Listen;
using Heed.Storage;
using Heed.Tests.Listen;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Shell;

/// <summary>A text that is longer than its column is refused in words with the limit; one that just fits is kept.</summary>
public sealed class TooLongTests(IdleWorld one) : IClassFixture<IdleWorld>
{
    [Fact]
    public async Task A_name_may_have_two_hundred_characters_and_no_more()
    {
        var (_, cast) = await one.Story();
        var fits = new string('ö', 200);
        var made = await cast.Api().PostAsJsonAsync("/api/v1/teams", new { name = fits });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var refused = await cast.Api().PostAsJsonAsync("/api/v1/teams", new { name = fits + "x" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(
            "Use at most 200 characters.",
            await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        var browser = await cast.Browser();
        var page = await (
            await browser.PostForm("/customers/new", "group", new() { ["Asked.Name"] = fits + "x" })
        ).Html();
        Assert.Contains("Use at most 200 characters.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_a_question_may_have_six_hundred_and_no_more()
    {
        var (world, cast) = await one.Story();
        var import = await world.Take(cast, SampleImports.Csv("nps,said\n9,a\n10,b\n"));
        Mapping Named(string name) => new() { Columns = [new("nps", ColumnUse.Recommend, name)], On = new(2035, 2, 1) };
        var fits = new string('ö', Question.LongestName);
        Assert.True((await world.Map(cast, import, Named(fits + "x"))).Refused(out var refusal));
        Assert.Equal(
            "Use at most 600 characters for the name of a question or an attribute; that of the column “nps” has 601.",
            refusal.Because
        );
        Assert.True((await world.Map(cast, import, Named("n\0ps"))).Refused(out refusal));
        Assert.Contains("holds a character that is none", refusal.Because, StringComparison.Ordinal);
        SampleImports.Given(await world.Map(cast, import, Named(fits)));
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        await world.Work();
        var kept = await world.As(cast, s => s.GetRequiredService<HeedDb>().Set<Question>().SingleAsync());
        Assert.Equal(fits, kept.Name);
    }
}
