using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Aim;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Metrics;
using Microsoft.Extensions.DependencyInjection;
using static Heed.Tests.Aim.AimOverTheApi;

namespace Heed.Tests.Aim;

public sealed class AimApiTests
{
    [Fact]
    public async Task The_whole_way_from_cycle_to_check_in_goes_over_the_api()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var metric = await maya.Measured();
        var api = maya.Api();
        var cycle = await Json(
            await api.PostAsJsonAsync(
                "/api/v1/cycles",
                new
                {
                    name = "2035 Q1",
                    start = "2035-01-01",
                    end = "2035-03-31",
                }
            ),
            HttpStatusCode.Created
        );
        await Json(await api.PostAsync($"/api/v1/cycles/{Text(cycle, "id")}/opening", null), HttpStatusCode.OK);
        var objective = await Json(
            await api.PostAsJsonAsync(
                "/api/v1/objectives",
                new
                {
                    team = maya.Team.Id.ToString(),
                    cycle = Text(cycle, "id"),
                    title = "Deliver a warm welcome",
                    why = "Every third regular leaves.",
                }
            ),
            HttpStatusCode.Created
        );
        Assert.Equal("Draft", Text(objective, "state"));
        Assert.Equal("output", Text(objective.GetProperty("findings")[0], "rule"));
        var at = $"/api/v1/objectives/{Text(objective, "id")}";
        var keyResult = await Json(
            await api.PostAsJsonAsync(
                $"{at}/key-results",
                new
                {
                    who = "new regulars",
                    doesWhat = "order again within a month",
                    metric = metric.Id.ToString(),
                    baselineState = "Known",
                    baselineFrom = "2034-09-18",
                    baselineTo = "2035-02-26",
                    target = 75,
                }
            ),
            HttpStatusCode.Created
        );
        Assert.Equal(
            "New regulars order again within a month: 62 → 75 of 100 by 31 March 2035",
            Text(keyResult, "sentence")
        );
        Assert.Equal("NotKnown", Text(keyResult, "status"));
        Assert.True(keyResult.GetProperty("isWithinNoise").GetBoolean());
        await Json(await api.PostAsync($"{at}/agreement", null), HttpStatusCode.OK);
        var live = await Json(
            await api.PostAsJsonAsync($"{at}/launch", new { noParentBecause = "We are alone." }),
            HttpStatusCode.OK
        );
        Assert.Equal("Live", Text(live, "state"));

        var due = await Json(await api.GetAsync("/api/v1/key-results/due"), HttpStatusCode.OK);
        Assert.Equal(1, due.GetArrayLength());
        var key = $"/api/v1/key-results/{Text(keyResult, "id")}";
        await Json(
            await api.PostAsJsonAsync(
                $"{key}/check-ins",
                new
                {
                    value = 71.5,
                    confidence = 6,
                    learned = "Names matter.",
                }
            ),
            HttpStatusCode.Created
        );
        due = await Json(await api.GetAsync("/api/v1/key-results/due"), HttpStatusCode.OK);
        Assert.Equal(0, due.GetArrayLength());
        var now = await Json(await api.GetAsync(key), HttpStatusCode.OK);
        Assert.Equal(71.5, now.GetProperty("now").GetDouble());
        Assert.False(now.GetProperty("isWithinNoise").GetBoolean());
        Assert.InRange(now.GetProperty("progress").GetDouble(), 0.7, 0.75);
        var closed = await Json(
            await api.PostAsJsonAsync($"{at}/closure", new { ending = "Partly", lastWord = "Nearly." }),
            HttpStatusCode.OK
        );
        Assert.Equal(("Closed", "Partly"), (Text(closed, "state"), Text(closed, "ending")));
        var late = await Json(
            await api.PostAsJsonAsync($"{key}/check-ins", new { value = 72, confidence = 6 }),
            HttpStatusCode.Conflict
        );
        Assert.Contains("is closed", Text(late, "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_of_another_team_may_ask_and_may_not_write()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, keyResult, metric) = await maya.Live();
        var boss = await world.Colleague(maya, "Ines", Role.Admin);
        string[] refused =
        [
            await boss.Refused<WriteKeyResult, KeyResult>(w => w.Run(objective.Id, Aims.Asked(metric), default)),
            await boss.Refused<RecordCheckIn, CheckIn>(r => r.Run(keyResult.Id, new() { Confidence = 5 }, default)),
            await boss.Refused<ReviseKeyResult, KeyResult>(r => r.Run(keyResult.Id, Aims.Asked(metric), default)),
            await boss.Refused<TurnObjective, Objective>(t =>
                t.Close(objective.Id, new() { Ending = Ending.Missed }, default)
            ),
            await boss.Refused<WriteObjective, Objective>(w =>
                w.Run(
                    new()
                    {
                        Team = maya.Team.Id,
                        Cycle = objective.CycleId,
                        Title = "x",
                        Why = "y",
                    },
                    default
                )
            ),
        ];
        Assert.All(
            refused,
            because =>
                Assert.StartsWith(
                    "This belongs to Checkout, and only its members write it.",
                    because,
                    StringComparison.Ordinal
                )
        );
        var question = await boss.Do<CommentOnObjective, Comment>(c =>
            c.Run(objective.Id, new() { Text = "Why regulars?" }, default)
        );
        var answer = await maya.Do<CommentOnObjective, Comment>(c =>
            c.Run(objective.Id, new() { Text = "They pay the rent.", Answers = question.Id }, default)
        );
        Assert.Equal(question.Id, answer.Answers);
    }

    [Fact]
    public async Task A_start_that_equals_the_target_and_a_percentage_without_a_start_are_refused_in_words()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, metric) = (await maya.Objective(), await maya.Measured());
        var same = Aims.Asked(metric);
        (same.Baseline, same.Target) = (75, 75);
        Assert.Contains(
            "nothing would change",
            await maya.Refused<WriteKeyResult, KeyResult>(w => w.Run(objective.Id, same, default)),
            StringComparison.Ordinal
        );
        var percent = Aims.Asked(metric);
        (percent.BaselineState, percent.Target, percent.TargetPercent) = (BaselineState.Measuring, null, -50);
        Assert.Contains(
            "needs a known start",
            await maya.Refused<WriteKeyResult, KeyResult>(w => w.Run(objective.Id, percent, default)),
            StringComparison.Ordinal
        );
        var nobody = Aims.Asked(metric);
        nobody.Who = " ";
        Assert.Contains(
            "Name the customers",
            await maya.Refused<WriteKeyResult, KeyResult>(w => w.Run(objective.Id, nobody, default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Half_as_many_is_counted_from_the_start() // Gothelf and Seiden 2024: who, does what, −50 %
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (objective, metric) = (await maya.Objective(), await maya.Measured());
        var asked = Aims.Asked(metric);
        (asked.Who, asked.DoesWhat) = ("existing customers", "leave the service because of its user experience");
        (asked.Baseline, asked.Target, asked.TargetPercent) = (8, null, -50);
        var keyResult = await maya.Do<WriteKeyResult, KeyResult>(w => w.Run(objective.Id, asked, default));
        Assert.Equal(4, keyResult.Target);
        Assert.StartsWith(
            "Existing customers leave the service because of its user experience: 8 → 4",
            keyResult.Sentence("of 100"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Changed_terms_keep_the_old_ones_with_the_reason()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, metric) = await maya.Live();
        var asked = Aims.Asked(metric);
        (asked.Target, asked.Reason) = (70, "Two shops closed.");
        await maya.Do<ReviseKeyResult, KeyResult>(r => r.Run(keyResult.Id, asked, default));
        var list = await maya.Api().GetFromJsonAsync<JsonElement>($"/api/v1/key-results/{keyResult.Id}/revisions");
        Assert.Equal(
            [(75.0, "as first written"), (70.0, "Two shops closed.")],
            list.EnumerateArray().Select(t => (t.GetProperty("target").GetDouble(), Text(t, "reason")))
        );
    }

    [Fact]
    public async Task Home_speaks_of_what_is_due_silent_and_without_a_start()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, _) = await maya.Live();
        var guest = await world.Colleague(maya, "Sam", Role.Viewer);
        async Task<IReadOnlyList<HomeSentence>> Said(Cast to) =>
            [
                .. await world.As(
                    to,
                    async here =>
                    {
                        List<HomeSentence> all = [];
                        foreach (var speaker in here.GetServices<IHomeSource>())
                            all.AddRange(await speaker.Sentences(default));
                        // That its cycle ends is another thing that is due: CycleDecisionTests.
                        return all.Where(s =>
                            s.Href.StartsWith("/aim", StringComparison.Ordinal) && s.Action != "Decide"
                        );
                    }
                ),
            ];
        var needs = Assert.Single(await Said(maya));
        Assert.Equal((HomeColumn.NeedsMe, $"/aim/check-in/{keyResult.Id}"), (needs.Column, needs.Href));
        await maya.Do<RecordCheckIn, CheckIn>(r => r.Run(keyResult.Id, new() { Confidence = 5 }, default));
        Assert.Empty(await Said(maya));
        world.Clock.Move(TimeSpan.FromDays(15));
        // Once: what waits for me is not stuck as well. To those who cannot check in it is.
        Assert.Equal(HomeColumn.NeedsMe, Assert.Single(await Said(maya)).Column);
        Assert.Equal(HomeColumn.Stuck, Assert.Single(await Said(guest)).Column);
    }
}
