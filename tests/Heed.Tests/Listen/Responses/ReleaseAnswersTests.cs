using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Heed.Listen;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>When answers are shown: never fewer than five together, whoever looks, however often, wherever.</summary>
public sealed class ReleaseAnswersTests(IdleWorld one) : IClassFixture<IdleWorld>
{
    static readonly Mapping Food = new()
    {
        Columns = [new("food", ColumnUse.Satisfaction, Scale: "1-5"), new("shop", ColumnUse.Attribute)],
        On = new(2035, 2, 1),
    };

    static int _row;

    static string Rows(params (string Shop, int People)[] of) =>
        "row,food,shop\n"
        + string.Concat(
            of.SelectMany(g => Enumerable.Range(0, g.People).Select(i => $"{Row()},{1 + i % 5},{g.Shop}\n"))
        );

    /// <summary>No row is like another, or it would be known.</summary>
    static int Row() => Interlocked.Increment(ref _row);

    static async Task<Import> Bring(World world, Cast cast, string csv, string name = "answers.csv")
    {
        var import = await world.Take(cast, SampleImports.Csv(csv), name);
        SampleImports.Given(await world.Map(cast, import, Food));
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StartImport>().Run(import.Id, default)));
        await world.Work();
        return await world.As(
            cast,
            s => s.GetRequiredService<HeedDb>().Imports.AsNoTracking().SingleAsync(i => i.Id == import.Id)
        );
    }

    async Task<(World World, Cast Cast, Import First, string Api)> Guests(params (string Shop, int People)[] of)
    {
        var (world, cast) = await one.Story();
        var import = await Bring(world, cast, Rows(of));
        return (world, cast, import, $"/api/v1/surveys/{import.SurveyId}");
    }

    int _sent;

    async Task Send(Cast who, string api, params (string Food, string Shop)[] answers)
    {
        var answer = await who.Api()
            .PostAsJsonAsync(
                $"{api}/responses",
                new
                {
                    responses = answers.Select(a => new
                    {
                        id = $"r{_sent++}",
                        on = "2035-02-03",
                        answers = new Dictionary<string, string> { ["food"] = a.Food, ["shop"] = a.Shop },
                    }),
                }
            );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await who.World.Work();
    }

    static async Task<string> Shown(Cast who, string api)
    {
        var score = await who.Api().GetFromJsonAsync<JsonElement>($"{api}/scores/food?by=shop");
        var groups = score
            .GetProperty("by")
            .EnumerateArray()
            .Select(g => $"{g.GetProperty("group").GetString()}:{g.GetProperty("n")}");
        return $"{score.GetProperty("n")} {string.Join(' ', groups.Order())}";
    }

    /// <summary>All that anybody can look at, as it stands.</summary>
    static async Task<string> Everything(Cast who, string api)
    {
        var survey = api.Split('/')[^1];
        List<string> seen = [await Shown(who, api)];
        foreach (var path in new[] { "/api/v1/surveys", "/api/v1/imports", "/api/v1/metrics", "/api/v1/journal" })
            seen.Add(await who.Api().GetStringAsync(path));
        using var browser = await who.Browser();
        foreach (
            var path in new[]
            {
                "/",
                "/listen",
                $"/listen/surveys/{survey}",
                $"/listen/surveys/{survey}/scores.csv",
                $"/listen/surveys/{survey}/options.csv",
            }
        )
        {
            var html = await browser.GetStringAsync(path);
            seen.Add(
                path.EndsWith("csv", StringComparison.Ordinal)
                    ? html
                    : (await browser.Page(path)).QuerySelector("main")!.Says()
            );
        }
        return string.Join("\n", seen);
    }

    [Fact]
    public async Task Single_answers_of_a_program_change_nothing_anywhere_before_five_have_come()
    {
        var (world, cast, _, api) = await Guests(("A", 20), ("B", 20));
        var viewer = await world.Colleague(cast, "Vera", Role.Viewer);
        var before = await Everything(viewer, api);
        for (var i = 0; i < 4; i++)
        {
            await Send(cast, api, ($"{1 + i}", "A"));
            Assert.Equal(before, await Everything(viewer, api));
        }
        await Send(cast, api, ("5", "A"));
        Assert.Equal("45 A:25 B:20", await Shown(viewer, api));
        Assert.NotEqual(before, await Everything(viewer, api));
    }

    [Fact]
    public async Task One_answer_in_each_group_waits_until_no_group_loses_it_or_until_they_are_many()
    {
        string[] shops = ["A", "B", "C", "D", "E"];
        var (_, cast, _, api) = await Guests([.. shops.Select(s => (s, 20))]);
        for (var i = 0; i < 4; i++)
            await Send(cast, api, [.. shops.Select(s => ($"{1 + i}", s))]);
        Assert.Equal("100 A:20 B:20 C:20 D:20 E:20", await Shown(cast, api));
        await Send(cast, api, [.. shops.Select(s => ("5", s))]);
        Assert.Equal("125 A:25 B:25 C:25 D:25 E:25", await Shown(cast, api));
        // A shop of which one answer comes among many: these do not wait for it for ever, and it tells nothing.
        for (var i = 0; i < 50; i++)
            await Send(cast, api, ($"{1 + i % 5}", i == 0 ? "E" : "A"));
        Assert.EndsWith("E:25", await Shown(cast, api), StringComparison.Ordinal);
        Assert.StartsWith("17", await Shown(cast, api), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_one_row_wait_for_each_other_and_cannot_go_alone_again()
    {
        var (world, cast, first, api) = await Guests(("A", 20), ("B", 20));
        var viewer = await world.Colleague(cast, "Vera", Role.Viewer);
        Import? last = null;
        for (var i = 0; i < 4; i++)
        {
            last = await Bring(world, cast, $"row,food,shop\n{Row()},{1 + i},A\n", $"late-{i}.csv");
            Assert.Equal("40 A:20 B:20", await Shown(viewer, api));
        }
        var listed = (await viewer.Api().GetFromJsonAsync<JsonElement>("/api/v1/imports"))
            .GetProperty("items")
            .EnumerateArray()
            .Where(i => i.GetProperty("fileName").GetString() == "late-3.csv")
            .Single();
        Assert.Equal((0, 0), (listed.GetProperty("stored").GetInt64(), listed.GetProperty("read").GetInt64()));
        using var browser = await viewer.Browser();
        Assert.Contains(
            "Nobody is told how many before five more have answered.",
            (await browser.Page($"/listen/imports/{last!.Id}")).Body!.Says()
        );
        Assert.Contains(
            "“late-3.csv” is in “Guests”. Nobody is told how many before five more have answered.",
            await viewer
                .Api()
                .GetStringAsync("/api/v1/journal")
                .ContinueWith(t => System.Text.RegularExpressions.Regex.Unescape(t.Result))
        );
        // Who holds the file is told what is in it.
        using var mine = await cast.Browser();
        Assert.Contains("1 response", (await mine.Page($"/listen/imports/{last.Id}")).Body!.Says());

        last = await Bring(world, cast, $"row,food,shop\n{Row()},5,A\n", "late-4.csv");
        Assert.Equal("45 A:25 B:20", await Shown(viewer, api));
        var back = await world.As(cast, s => s.GetRequiredService<StopImport>().Undo(last.Id, default));
        Assert.True(back.Refused(out var refusal));
        Assert.Contains("single them out", refusal.Because, StringComparison.Ordinal);
        SampleImports.Given(await world.As(cast, s => s.GetRequiredService<StopImport>().Undo(first.Id, default)));
        await world.Work();
        Assert.Equal("5 A:5", await Shown(viewer, api));
    }

    [Fact]
    public async Task The_history_of_a_metric_never_differs_by_fewer_than_five()
    {
        var (world, cast, _, api) = await Guests(("A", 20));
        for (var i = 0; i < 13; i++)
            await Send(cast, api, ($"{1 + i % 5}", "A"));
        var counts = await world.As(
            cast,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Measurements.OrderBy(m => m.Count)
                    .Select(m => m.Count ?? 0)
                    .ToListAsync()
        );
        Assert.Equal([20.0, 25, 30], counts.Select(c => (double)c));
    }

    [Fact]
    public async Task Every_process_shows_the_same_release_whenever_it_was_started()
    {
        var (world, cast, first, api) = await Guests(("A", 20), ("B", 20));
        await Send(cast, api, ("1", "A"), ("2", "A"), ("3", "A"));
        await Bring(world, cast, Rows(("A", 30), ("B", 30)), "more.csv");
        await Send(cast, api, ("4", "A"), ("5", "A"));
        await Send(cast, api, ("1", "B"));
        async Task<string> Table(LoadedSurveys by) =>
            await world.As(
                cast,
                async s =>
                {
                    var db = s.GetRequiredService<HeedDb>();
                    var stored = s.GetRequiredService<StoredResponses>();
                    var survey = (await s.GetRequiredService<ReadScores>().Survey(first.SurveyId!.Value, default))!;
                    var loaded = await by.Of(db, stored, survey, default);
                    var cut = loaded.Columns.Ask(new("food") { By = "shop" }).Value;
                    return $"{loaded.Released} {loaded.Columns.VisibleCount} "
                        + string.Join(' ', cut.ByGroup.Select(g => g.Distribution?.N));
                }
            );
        var here = await Table(world.Services.GetRequiredService<LoadedSurveys>());
        Assert.Equal(here, await Table(new LoadedSurveys()));
        world.Services.GetRequiredService<LoadedSurveys>().Drop();
        Assert.Equal(here, await Table(world.Services.GetRequiredService<LoadedSurveys>()));
        Assert.Equal(3, int.Parse(here.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Own_answers_lift_no_hidden_group_and_two_who_send_do_not_count_for_each_other()
    {
        var (world, cast, _, api) = await Guests(("A", 20), ("B", 20), ("C", 1));
        var (cleo, sam) = (
            await world.Colleague(cast, "Cleo", Role.Contributor),
            await world.Colleague(cast, "Sam", Role.Contributor)
        );
        Assert.Equal("41 A: B:20 C:", await Shown(cleo, api));
        await Send(cleo, api, [.. Enumerable.Repeat(("5", "C"), 9)]);
        // What is shown of C is what Cleo sent, and not the one.
        var shown = await cleo.Api().GetFromJsonAsync<JsonElement>($"{api}/scores/food?by=shop");
        var c = shown.GetProperty("by").EnumerateArray().Single(g => g.GetProperty("group").GetString() == "C");
        Assert.Equal((9, 100.0), (c.GetProperty("n").GetInt64(), c.GetProperty("value").GetDouble()));
        Assert.Equal(50, shown.GetProperty("n").GetInt64());
        // Four of one and four of another wait apart.
        await Send(cleo, api, [.. Enumerable.Repeat(("1", "A"), 4)]);
        await Send(sam, api, [.. Enumerable.Repeat(("2", "A"), 4)]);
        await Send(cast, api, ("3", "A"));
        Assert.Equal("50 A: B:20 C:9", await Shown(sam, api));
    }
}
