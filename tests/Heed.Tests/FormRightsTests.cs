using System.Net;
using AngleSharp.Dom;
using Heed.People;
using Heed.Tests.Metrics;

namespace Heed.Tests;

/// <summary>
/// Every form of every page, sent with nothing in it by somebody who may not: the answer is that they may not, and tells
/// nothing of how the form would have to be filled in.
/// </summary>
[OnOneDatabase("in which order a page asks")]
public sealed class FormRightsTests
{
    /// <summary>Where a viewer sends forms of the own person.</summary>
    static readonly Dictionary<string, string> OfEverybody = new()
    {
        ["/me"] = "the own name and password",
        ["/passkeys"] = "the own passkeys",
        ["/second-step"] = "the own second step",
        ["/sign-out"] = "the own session",
        ["/tokens"] = "tokens that read as oneself",
        ["/teams"] = "leaving the own team; what else stands there is drawn for nobody who may not",
        ["/sign-in"] = "strangers sign in",
        ["/invitations"] = "strangers join",
        ["/new-password"] = "strangers who hold a link",
        ["/here"] = "strangers who stand where a code hangs",
        ["/waste/receipt"] = "strangers who hold a receipt",
        ["/unsubscribe"] = "strangers who hold a link",
    };

    /// <summary>Where somebody who writes, and is in no team, sends forms.</summary>
    static readonly Dictionary<string, string> OfWriters = new()
    {
        ["/customers"] = "customer groups are everybody's",
        ["/metrics"] = "a metric may be nobody's in particular; of a team below",
        ["/aim/objectives/new"] = "a team is chosen there, and only own ones are offered",
        ["/aim/objectives"] = "whoever writes may ask about an objective",
        ["/waste/practices/new"] = "a team is chosen there, and only own ones are offered",
        ["/waste/business-cases/new"] = "a team is chosen there, and only own ones are offered",
        ["/waste/order/new"] = "a team is chosen there, and only own ones are offered",
        ["/waste/hand-offs/new"] = "a team is chosen there, and one of the two is an own one",
        ["/waste/asks/new"] = "a team is chosen there, and only own ones are offered",
        ["/waste/walks/new"] = "whoever writes may note a walk at any team",
        ["/waste/review"] = "whoever writes nominates",
        ["/waste/controls/new"] = "a team is chosen there, and only own ones are offered",
        ["/waste/controls"] = "whoever writes notes a catch and asks for a waiver",
        ["/waste/waivers"] = "whoever writes may take back or renew what they asked for",
        ["/waste/requirements"] = "whoever writes names requirements, proposes and asks",
        ["/waste/spots"] = "a team is chosen there, and only own ones are offered",
        ["/waste"] = "whoever writes nominates, and answers what lands with no team",
        ["/try/new"] = "a team is chosen there, and only own ones are offered",
        ["/map/ties"] = "a tie is theirs whose metrics it ties, and a metric may be nobody's in particular",
        ["/listen/lifetime"] = "whoever writes looks at purchases",
    };

    [Fact]
    public Task A_viewer_is_told_of_the_right_and_not_of_the_faults() => Walk(Role.Viewer, OfEverybody);

    [Fact]
    public Task Somebody_of_no_team_is_told_of_the_right_and_not_of_the_faults() =>
        Walk(Role.Contributor, new(OfEverybody.Concat(OfWriters)));

    [Fact]
    public async Task The_metric_of_a_team_is_changed_by_nobody_else()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var asked = SampleMeasurements.Asked();
        asked.OwnerTeamId = maya.Team.Id;
        var metric = await maya.Metric(asked);
        var browser = await cleo.Browser();
        foreach (var (page, form, field) in new[] { ("edit", "change", "Asked.Name"), ("file", "file", "Asked.Text") })
        {
            using var answer = await browser.PostForm($"/metrics/{metric.Id}/{page}", form, new() { [field] = "" });
            var said = await answer.Html();
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains(
                "belongs to another team",
                said.QuerySelector("[role=alert]")!.TextContent,
                StringComparison.Ordinal
            );
            Assert.Null(said.QuerySelector(".field .error"));
        }
    }

    static async Task Walk(Role role, Dictionary<string, string> open)
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var other = await world.Colleague(maya, "Vera", role);
        var addresses = await FormWalk.Addresses(world, maya);
        var (theirs, browser) = (await maya.Browser(), await other.Browser());
        var token = (await browser.Page("/me")).QuerySelector("input[name=__RequestVerificationToken]")!;
        List<string> wrong = [];
        HashSet<string> met = [];
        var sent = 0;
        foreach (var address in addresses)
        {
            using var shown = await theirs.GetAsync(address);
            var page = await shown.Html();
            if (open.Keys.FirstOrDefault(o => IsBelow(address, o)) is { } own)
            {
                met.Add(own);
                continue;
            }
            foreach (var handler in page.QuerySelectorAll("form[method=post] input[name=_handler]"))
            {
                var action = handler.Closest("form")!.GetAttribute("action") is { Length: > 0 } given ? given : address;
                using var answer = await browser.PostAsync(
                    action,
                    new FormUrlEncodedContent(
                        new Dictionary<string, string>
                        {
                            ["_handler"] = handler.GetAttribute("value")!,
                            ["__RequestVerificationToken"] = token.GetAttribute("value")!,
                        }
                    )
                );
                sent++;
                // A form that the page does not even draw for them is unknown there.
                var isDrawn = answer.StatusCode != HttpStatusCode.BadRequest || role == Role.Viewer;
                if (isDrawn && answer.StatusCode != HttpStatusCode.Forbidden)
                    wrong.Add($"{address}, form “{handler.GetAttribute("value")}”: answered {(int)answer.StatusCode}.");
                else if ((await answer.Html()).QuerySelector(".field .error") is { } told)
                    wrong.Add($"{address}, form “{handler.GetAttribute("value")}”: tells “{told.TextContent.Trim()}”.");
            }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(sent > 20, $"Only {sent} forms were sent.");
        Assert.Empty(open.Keys.Except(met).Except(["/invitations", "/new-password"]));
    }

    /// <summary>An own page, or a thing below it; a new one is a page of its own.</summary>
    static bool IsBelow(string address, string page) =>
        address.Split('?')[0] is var path
        && (
            path == page
            || (path.StartsWith(page + "/", StringComparison.Ordinal) && page is not "/teams")
            || (
                page is "/teams"
                && path.Length == "/teams/".Length + 32
                && path.StartsWith("/teams/", StringComparison.Ordinal)
            )
        );
}
