using Heed.Aim;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

public sealed class TalkTests
{
    static readonly (Id<Member> Id, string Name)[] People =
    [
        .. new[] { "Maya Okafor", "Maya Lind", "Ann", "Ann Lee", "Jonas", "Ünal Öz" }.Select(n =>
            (Id<Member>.New(), n)
        ),
    ];

    [Theory]
    [InlineData("@Jonas, why 75?", "Jonas")]
    [InlineData("Why? @jonas", "Jonas")]
    [InlineData("@Maya Lind and @Jonas, and @Jonas again", "Maya Lind,Jonas")]
    [InlineData("@Ann Lee knows", "Ann Lee")]
    [InlineData("@Ünal knows", "Ünal Öz")]
    [InlineData("write to orders@jonas.example", "")]
    [InlineData("@Jonasson is nobody here", "")]
    [InlineData("@", "")]
    [InlineData("at @ noon", "")]
    public void Whoever_is_called_is_found_by_the_longest_name_that_stands_there(string text, string expected)
    {
        Assert.False(MentionedIn.Of(text, People).Refused(out _, out var found));
        Assert.Equal(expected, string.Join(',', found!.Select(id => People.Single(p => p.Id == id).Name)));
    }

    [Fact]
    public void A_name_of_two_is_refused_and_says_who_they_are()
    {
        Assert.True(MentionedIn.Of("@Maya, why?", People).Refused(out var refusal));
        Assert.Equal("Text", refusal!.Field);
        Assert.Contains("Maya Okafor", refusal.Because, StringComparison.Ordinal);
        Assert.Contains("Maya Lind", refusal.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_calls_a_whole_company()
    {
        (Id<Member>, string)[] many = [.. Enumerable.Range(0, 11).Select(i => (Id<Member>.New(), $"P{i}x"))];
        var text = string.Join(' ', many.Select(p => $"@{p.Item2}"));
        Assert.True(MentionedIn.Of(text, many).Refused(out var refusal));
        Assert.Contains("at most ten people", refusal!.Because, StringComparison.Ordinal);
        Assert.False(MentionedIn.Of(text[..text.LastIndexOf(' ')], many).Refused(out _));
    }

    [Fact]
    public async Task Whoever_is_called_sees_it_on_home_until_they_answer_there()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Viewer);
        var ben = await world.Colleague(maya, "Ben", Role.Contributor);
        var objective = await maya.Objective();
        async Task<bool> Called(Cast who) =>
            (await (await who.Browser()).Page("/"))
                .Body!.Says()
                .Contains("Maya calls you: “@Cleo", StringComparison.Ordinal);
        async Task Say(Cast who, string text)
        {
            world.Clock.Move(TimeSpan.FromMinutes(1));
            await who.Do<CommentOnObjective, Comment>(c => c.Run(objective.Id, new() { Text = text }, default));
        }
        await Say(maya, "@Cleo and @Ben, whose shop had 74? Says @Maya.");
        Assert.True(await Called(cleo));
        Assert.True(await Called(ben));
        Assert.False(await Called(maya));
        await Say(ben, "Lena's.");
        Assert.False(await Called(ben));
        Assert.True(await Called(cleo));
        world.Clock.Move(TimeSpan.FromDays(15));
        Assert.False(await Called(cleo));
        Assert.Equal(2, await world.As(maya, s => s.GetRequiredService<HeedDb>().Mentions.CountAsync()));
    }

    [Fact]
    public async Task All_that_was_said_is_there_page_by_page_and_the_newest_first_seen()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var objective = await maya.Objective();
        for (var i = 1; i <= TalkPage.Size + 2; i++)
        {
            world.Clock.Move(TimeSpan.FromMinutes(1));
            var question = await maya.Do<CommentOnObjective, Comment>(c =>
                c.Run(objective.Id, new() { Text = $"Question {i}?" }, default)
            );
            await maya.Do<CommentOnObjective, Comment>(c =>
                c.Run(objective.Id, new() { Text = $"Answer {i}.", Answers = question.Id }, default)
            );
        }
        var browser = await maya.Browser();
        async Task<string[]> Said(string address) =>
            [.. (await browser.Page(address)).QuerySelectorAll("ul.talk p").Select(p => p.TextContent)];
        var card = $"/aim/objectives/{objective.Id}";
        Assert.Equal(["Question 31?", "Answer 31.", "Question 32?", "Answer 32."], await Said(card));
        var earlier = (await browser.Page(card)).QuerySelector(".pager a[rel=prev]")!.GetAttribute("href")!;
        var first = await Said(earlier);
        Assert.Equal((60, "Question 1?", "Answer 30."), (first.Length, first[0], first[^1]));
    }
}
