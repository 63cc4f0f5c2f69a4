using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Heed.Tests.Shell;

/// <summary>Two people edit the same thing on its page: the second sees both texts before anything is saved.</summary>
public sealed class TwoEditorsTests
{
    [Theory]
    [InlineData("objectives", "/aim/objectives/{0}/edit", "objective", "Asked.Title")]
    [InlineData("metrics", "/metrics/{0}/edit", "change", "Asked.Name")]
    [InlineData("customers", "/customers/{0}/edit", "group", "Asked.Name")]
    [InlineData("practices", "/waste/practices/{0}/edit", "practice", "Asked.Name")]
    [InlineData("trials", "/try/{0}/edit", "trial", "Asked.Change")]
    [InlineData("teams", "/teams/{0}", "rename", "Renamed.Name")]
    [InlineData("workspace", "/workspace", "workspace", "Asked.Name")]
    public async Task The_second_sees_both_texts_and_keeps_what_was_typed(
        string of,
        string template,
        string form,
        string field
    )
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var path = template.Contains("{0}", StringComparison.Ordinal)
            ? string.Format(template, await Samples.Make(world, harbor, of))
            : template;
        using var browser = await harbor.Browser();
        using var first = await browser.PostForm(path, form, new() { [field] = "Words of the first" });
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        // The second had opened the page before that.
        var typed = new Dictionary<string, string> { [field] = "Words of the second", ["Version"] = "0" };
        using var second = await browser.PostForm(path, form, typed);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        var page = await second.Html();
        Assert.Contains(
            "Somebody else changed this",
            page.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
        var differs = page.QuerySelectorAll("[role=alert] tbody tr")
            .Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent).ToArray())
            .ToList();
        Assert.Contains(differs, row => row is ["Words of the first", "Words of the second"]);
        Assert.Equal("Words of the second", Written(page, field));
        Assert.Equal("Words of the first", Written(await browser.Page(path), field));

        // Once both were shown, saving again is meant.
        typed["Version"] = Written(page, "Version");
        using var over = await browser.PostForm(path, form, typed);
        Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
        Assert.Equal("Words of the second", Written(await browser.Page(path), field));
    }

    [Fact]
    public async Task Whoever_edits_alone_sees_nothing_of_it()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var path = $"/metrics/{await Samples.Make(world, harbor, "metrics")}/edit";
        using var browser = await harbor.Browser();
        foreach (var name in (string[])["Once", "Twice"])
        {
            using var saved = await browser.PostForm(path, "change", new() { ["Asked.Name"] = name });
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }
        Assert.Null((await browser.Page(path)).QuerySelector("[role=alert]"));
    }

    static string Written(IParentNode page, string field) =>
        page.QuerySelector($"[name='{field}']") switch
        {
            IHtmlTextAreaElement area => area.Value,
            IHtmlInputElement input => input.Value,
            var other => throw new InvalidOperationException($"{field} is {other?.TagName ?? "missing"}."),
        };
}
