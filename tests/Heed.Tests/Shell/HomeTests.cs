using Heed.Shell;
using Heed.Tests.Metrics;

namespace Heed.Tests.Shell;

public sealed class HomeTests
{
    sealed class Speaker(params HomeSentence[] sentences) : IHomeSource
    {
        public Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop) =>
            Task.FromResult<IReadOnlyList<HomeSentence>>(sentences);
    }

    static HomeSentence Says(HomeColumn column, string say, double weight = 0) =>
        new(column, say, $"/{say}") { Status = Status.Held, Weight = weight };

    static Task<HomeView> Read(HomeColumn? whole, params HomeSentence[] sentences) =>
        new Home([new Speaker(sentences)]).Read(whole, default);

    [Fact]
    public async Task What_came_in_is_new_and_is_no_movement()
    {
        var home = await Read(null, Says(HomeColumn.New, "1,444 responses"), Says(HomeColumn.NeedsMe, "check in"));

        Assert.Equal("Nothing left its noise band this week, one thing needs you.", home.Headline);
        Assert.Equal((0, 1), (home.Moved.Count, home.New.Count));
    }

    [Fact]
    public async Task A_column_holds_the_weightiest_and_counts_what_has_no_room()
    {
        var many = Enumerable.Range(0, 9).Select(i => Says(HomeColumn.Moved, $"m{i}", i)).ToArray();
        var home = await Read(null, many);

        Assert.Equal(["m8", "m7", "m6", "m5", "m4"], home.Moved.Sentences.Select(s => s.Say));
        Assert.Equal((9, 4), (home.Moved.Count, home.Moved.Held));
        Assert.StartsWith("Nine things moved", home.Headline, StringComparison.Ordinal);
        var whole = await Read(HomeColumn.Moved, many);
        Assert.Equal((9, 0), (whole.Moved.Sentences.Count, whole.Moved.Held));
    }

    [Fact]
    public async Task What_a_room_leaves_unsaid_is_counted_with_the_way_to_it()
    {
        var home = await Read(
            null,
            Says(HomeColumn.NeedsMe, "check in"),
            HomeSentence.Rest(HomeColumn.NeedsMe, 311, "311 more check-ins", "/aim/check-in")
        );

        Assert.Equal(312, home.NeedsMe.Count);
        Assert.Equal("/aim/check-in", Assert.Single(home.NeedsMe.Rest).Href);
        Assert.Single(home.NeedsMe.Sentences);
        Assert.EndsWith("312 things need you.", home.Headline, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_knows_why_a_thing_moved_speaks_of_it_alone_in_whatever_order_the_rooms_stand(bool first)
    {
        var moved = Says(HomeColumn.Moved, "reorders rose", 9) with { About = "/metrics/1" };
        var because = Says(HomeColumn.Moved, "reorders improved after the call", 1) with { Supersedes = "/metrics/1" };
        var older = Says(HomeColumn.Moved, "reorders improved after the letter", 2) with { Supersedes = "/metrics/1" };
        var other = Says(HomeColumn.Moved, "visits fell") with { About = "/metrics/2" };
        var home = await Read(null, first ? [moved, because, older, other] : [because, older, other, moved]);

        Assert.Equal([because.Say, other.Say], home.Moved.Sentences.Select(s => s.Say));
        Assert.Equal(2, home.Moved.Count);
    }

    static async Task<(string Title, string[] Steps, int Ticks)> Steps(HttpClient browser)
    {
        var page = await browser.Page("/");
        return (
            page.QuerySelector("h1")!.TextContent,
            [.. page.QuerySelectorAll("#first-steps a").Select(a => a.TextContent.Trim())],
            page.QuerySelectorAll("#first-steps .done").Length
        );
    }

    [Fact]
    public async Task Where_nothing_is_yet_it_shows_first_steps_and_calls_nothing_a_finding()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        var browser = await harbor.Browser();
        string[] all = ["Bring answers", "Paste numbers", "Say whom you serve", "Aim at something", "Invite somebody"];
        var (title, steps, ticks) = await Steps(browser);
        Assert.Equal("Nothing is here yet. Begin with any of these.", title);
        Assert.Equal((all.Length, 0), (steps.Intersect(all).Count(), ticks));
        var page = await browser.Page("/");
        Assert.DoesNotContain("finding", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#moved"));
        Assert.Null(page.QuerySelector(".voice"));

        await browser.PostForm(
            "/customers/new",
            "group",
            new() { ["Asked.Name"] = "New regulars", ["Asked.Kind"] = "External" }
        );
        Assert.Equal(1, (await Steps(browser)).Ticks);
    }

    [Fact]
    public async Task Once_something_is_measured_it_says_that_nothing_moved()
    {
        await using var world = await World.Start();
        var harbor = await world.Organisation("Harbor Coffee");
        await harbor.Metric();
        var page = await (await harbor.Browser()).Page("/");
        Assert.Equal(
            "Nothing left its noise band this week, and nothing waits for you.",
            page.QuerySelector("h1")!.TextContent
        );
        Assert.Contains(
            "Nothing left its noise band this week. That is a finding.",
            page.QuerySelector("#moved")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(page.QuerySelector("#new"));
        Assert.Equal(1, page.QuerySelectorAll("#first-steps .done").Length);
    }
}
