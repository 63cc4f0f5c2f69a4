using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Aim;
using Heed.Storage;
using Heed.Tests.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

/// <summary>What is aimed at, as lists, as files and as what a search finds.</summary>
public sealed class AimListsTests
{
    [Fact]
    public async Task Lists_are_narrowed_by_what_they_hang_on_and_go_on_after_an_id()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (first, keyResult, metric) = await maya.Live();
        var cycle = await maya.Do<PlanCycle, Cycle>(p =>
            p.Run(
                new()
                {
                    Name = "2035 Q2",
                    Start = new(2035, 4, 1),
                    End = new(2035, 6, 30),
                },
                default
            )
        );
        var second = await maya.Objective(cycle);
        var calls = await maya.Metric(SampleMeasurements.Asked("Calls"));
        var other = await maya.Aim(second, calls, a => a.BaselineState = BaselineState.Unknown);
        var asked = await maya.Do<CommentOnObjective, Comment>(c => c.Run(first.Id, new() { Text = "Why?" }, default));
        var answer = await maya.Do<CommentOnObjective, Comment>(c =>
            c.Run(first.Id, new() { Text = "They pay.", Answers = asked.Id }, default)
        );
        List<CheckIn> said = [];
        foreach (var confidence in (int[])[6, 7])
            said.Add(
                await maya.Do<RecordCheckIn, CheckIn>(r =>
                    r.Run(keyResult.Id, new() { Confidence = confidence }, default)
                )
            );
        using var api = maya.Api();

        (string Path, string[] Ids)[] lists =
        [
            ("cycles", Ids(first.CycleId, cycle.Id)),
            ("objectives", Ids(first.Id, second.Id)),
            ($"objectives?cycle={cycle.Id}", Ids(second.Id)),
            ($"objectives?team={maya.Team.Id}", Ids(first.Id, second.Id)),
            ($"objectives?team={Id<Heed.People.Team>.New()}", []),
            ("key-results", Ids(keyResult.Id, other.Id)),
            ($"key-results?objective={first.Id}", Ids(keyResult.Id)),
            ($"key-results?cycle={cycle.Id}", Ids(other.Id)),
            ($"key-results?metric={metric.Id}", Ids(keyResult.Id)),
            ($"key-results?team={maya.Team.Id}&metric={calls.Id}", Ids(other.Id)),
            ($"objectives/{first.Id}/comments", Ids(asked.Id, answer.Id)),
            ($"objectives/{second.Id}/comments", []),
            ($"key-results/{keyResult.Id}/check-ins", Ids(said[0].Id, said[1].Id)),
            ($"key-results/{other.Id}/check-ins", []),
        ];
        foreach (var (path, ids) in lists)
            Assert.Equal(ids, await Lists.All(api, $"/api/v1/{path}", 1, i => i["id"]!.GetValue<string>()));

        var nothing = Id<Objective>.New();
        foreach (
            var path in (string[])
                [
                    $"cycles/{nothing}",
                    $"objectives/{nothing}",
                    $"objectives/{nothing}/comments",
                    $"key-results/{nothing}",
                    $"key-results/{nothing}/check-ins",
                    $"key-results/{nothing}/revisions",
                ]
        )
            Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/api/v1/{path}")).StatusCode);

        // What is not known is null on the wire, never zero.
        var blind = await api.GetFromJsonAsync<JsonElement>($"/api/v1/key-results/{other.Id}");
        foreach (
            var name in (string[])["baseline", "baselineFrom", "now", "nowOn", "progress", "isWithinNoise", "forecast"]
        )
            Assert.Equal((name, JsonValueKind.Null), (name, blind.GetProperty(name).ValueKind));
        Assert.Equal("No start yet", blind.GetProperty("word").GetString());
        Assert.StartsWith("New regulars order again within a month: a start not known", Text(blind, "sentence"));
        var one = await api.GetFromJsonAsync<JsonElement>($"/api/v1/cycles/{cycle.Id}");
        Assert.Equal(
            ("Planning", "2035-04-01", "2035-06-30"),
            (Text(one, "state"), Text(one, "start"), Text(one, "end"))
        );

        // Ids of one millisecond are in any order, and lists are in the order of ids.
        static string[] Ids(params object[] ids) => [.. ids.Select(id => id.ToString()!).Order(StringComparer.Ordinal)];

        static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
    }

    [Fact]
    public async Task Search_finds_objectives_before_key_results_by_any_part_whatever_its_case()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, _) = await maya.Live();
        await maya.Objective(await world.As(maya, s => s.GetRequiredService<HeedDb>().Cycles.SingleAsync()));

        Found[] key =
        [
            new(
                "Key result",
                "New regulars order again within a month",
                $"/aim/key-results/{keyResult.Id}",
                "Regulars feel at home"
            ),
        ];
        Assert.Equal(key, await Search(" REGULARS ORDER "));
        Assert.Empty(await Search("elephants"));
        Assert.Equal(["Objective", "Objective", "Key result"], (await Search("regulars")).Select(f => f.Kind));
        var few = await Search("regulars", 2);
        Assert.All(few, f => Assert.Equal(("Objective", "2035 Q1"), (f.Kind, f.Detail)));
        Assert.Equal(2, few.Count);
        var noor = await world.Organisation("Tea House", "Noor");
        Assert.Empty(await Search("regulars", by: noor));

        await world.As(
            maya,
            async here =>
            {
                var files = await here.GetServices<IExportSource>().OfType<AimExport>().Single().Files(default);
                Assert.Equal(
                    [
                        "cycles",
                        "objectives",
                        "key-results",
                        "terms",
                        "check-ins",
                        "comments",
                        "mentions",
                        "agendas",
                        "agenda-lines",
                        "agenda-decisions",
                        "cycle-decisions",
                        "sharing",
                        "dependencies",
                        "dependency-moves",
                        "strategies",
                        "assumptions",
                        "siblings",
                        "dismissals",
                        "imports",
                        "imported-rows",
                    ],
                    files.Select(f => Path.GetFileNameWithoutExtension(f.Name))
                );
                return 0;
            }
        );

        Task<IReadOnlyList<Found>> Search(string words, int most = 5, Heed.Tests.Cast? by = null) =>
            world.As(
                by ?? maya,
                here => here.GetServices<ISearchSource>().OfType<AimSearch>().Single().Search(words, most, default)
            );
    }
}
