using Heed.Aim;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

public sealed class CommentOnObjectiveTests
{
    static Task<Comment> Say(Cast who, Objective of, string text, Comment? answers = null)
    {
        who.World.Clock.Move(TimeSpan.FromMinutes(1));
        return who.Do<CommentOnObjective, Comment>(c => c.Run(of.Id, Said(text, answers?.Id), default));
    }

    static CommentRequest Said(string text, Id<Comment>? answers) => new() { Text = text, Answers = answers };

    [Fact]
    public async Task Questions_are_answered_beneath_them_and_nothing_said_is_hidden()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        var cycle = await maya.Quarter();
        var (objective, other) = (await maya.Objective(cycle), await maya.Objective(cycle));
        var question = await Say(cleo, objective, "  Why regulars? ");
        var answer = await Say(maya, objective, "They pay the rent.", question);
        Assert.Equal(("Why regulars?", cleo.Member.Id, null), (question.Text, question.By, question.Answers));

        // The page shows answers under questions: an answer to an answer would be seen nowhere.
        foreach (var (of, first) in new[] { (objective, answer.Id), (other, question.Id), (other, Id<Comment>.New()) })
        {
            var refusal = await maya.RefusalOf<CommentOnObjective, Comment>(c =>
                c.Run(of.Id, Said("And then?", first), default)
            );
            Assert.Equal("There is no such question here. It may have been removed.", refusal.Because);
        }
        var nowhere = await cleo.RefusalOf<CommentOnObjective, Comment>(c =>
            c.Run(Id<Objective>.New(), Said("Hello?", null), default)
        );
        Assert.Equal(404, nowhere.Status);
        var sam = await world.Colleague(maya, "Sam", Role.Viewer);
        var mute = await sam.RefusalOf<CommentOnObjective, Comment>(c =>
            c.Run(objective.Id, Said("May I?", null), default)
        );
        Assert.Equal((403, "You may read here. Ask an administrator to let you write."), (mute.Status, mute.Because));

        // An objective that has ended may still be asked about.
        await maya.Do<TurnObjective, Objective>(t =>
            t.Close(objective.Id, new() { Ending = Ending.Withdrawn }, default)
        );
        await Say(cleo, objective, "What did we learn?");
        var talk = (await (await maya.Browser()).Page($"/aim/objectives/{objective.Id}")).QuerySelector("ul.talk")!;
        Assert.Equal(
            ["Why regulars?", "They pay the rent.", "What did we learn?"],
            talk.QuerySelectorAll("p").Select(p => p.TextContent)
        );
        Assert.Equal("They pay the rent.", Assert.Single(talk.QuerySelectorAll(".answer p")).TextContent);
        Assert.Null((await (await sam.Browser()).Page($"/aim/objectives/{objective.Id}")).QuerySelector("textarea"));

        var told = await world.As(
            maya,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Entries.Where(e => e.Act == "comment")
                    .Select(e => e.Sentence)
                    .ToListAsync()
        );
        Assert.Equal(
            [
                "Cleo asked about “Regulars feel at home”.",
                "Cleo asked about “Regulars feel at home”.",
                "Maya answered on “Regulars feel at home”.",
            ],
            told.Order()
        );
    }

    [Fact]
    public void The_empty_id_of_a_form_is_no_id()
    {
        Assert.Null(new CommentRequest { Answers = default(Id<Comment>) }.Answers);
        var asked = new KeyResultRequest { CustomerGroup = default(Id<Heed.Customers.CustomerGroup>) };
        asked.GuardrailMetric = default(Id<Heed.Metrics.Metric>);
        Assert.Equal((null, null), (asked.CustomerGroup, asked.GuardrailMetric));
        var group = Id<Heed.Customers.CustomerGroup>.New();
        asked.CustomerGroup = group;
        Assert.Equal(group, asked.CustomerGroup);
    }
}
