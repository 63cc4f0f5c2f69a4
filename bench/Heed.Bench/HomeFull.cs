using System.Text;
using Heed.Aim;
using Heed.Kit;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Heed.Bench;

/// <summary>
/// home: the first page of an organisation with five thousand key results, each with a year of weeks. home-moved: every
/// metric got its newest value yesterday, and in one of ten it lies far above what is usual; a guardrail stands on one of ten.
/// No verdict is in either.
/// </summary>
static class HomeFull
{
    const int Objectives = 500;
    const int KeyResultsEach = 10;
    const int Weeks = 52;

    public static IEnumerable<Benchmark> All =>
        [
            new(
                "home",
                "Home with 5,000 live key results × 52 weeks, SQLite, over HTTP",
                "≤ 25 ms of server time",
                25,
                () => Sides(moved: false)
            ),
            new(
                "home-moved",
                "the same, each metric with a value of yesterday, 500 of them moved, 500 guardrails",
                "≤ 25 ms of server time",
                25,
                () => Sides(moved: true)
            ),
        ];

    static Sides Sides(bool moved)
    {
        var heed = HeedHere.Open(listening: true).Result;
        Lay(heed, moved).Wait();
        var browser = heed.Browser().Result;
        var page = browser.GetByteArrayAsync("/").Result;
        var (bare, same) = SameBytes(page).Result;
        return new(
            [("Heed", () => Sentences(browser)), ("the same bytes from a bare server", () => Sentences(same))],
            () =>
            {
                bare.DisposeAsync().AsTask().Wait();
                heed.DisposeAsync().AsTask().Wait();
            }
        );
    }

    static Found Sentences(HttpClient browser)
    {
        using var answer = browser.GetAsync("/").Result;
        var html = Encoding.UTF8.GetString(answer.Content.ReadAsByteArrayAsync().Result);
        var checkIns = html.Split("Check in:").Length - 1;
        return checkIns > 0
            ? $"{(int)answer.StatusCode}, {checkIns} check-ins wait"
            : "no check-in waits: this is not the page that was to be measured";
    }

    static async Task<(WebApplication, HttpClient)> SameBytes(byte[] page)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", () => Results.Bytes(page, "text/html"));
        await app.StartAsync();
        var address = app
            .Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        return (app, new HttpClient { BaseAddress = new Uri(address) });
    }

    static Task Lay(HeedHere heed, bool moved) =>
        heed.As(async services =>
        {
            var db = services.GetRequiredService<HeedDb>();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var now = TimeProvider.System.GetUtcNow();
            var random = new Random(20261122);
            var today = now.UtcDay();
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
            var cycle = Quarter(heed, now);
            db.Cycles.Add(cycle);
            for (var o = 0; o < Objectives; o++)
            {
                var objective = Live(heed, heed.Team.Id, cycle, $"Objective {o}", now);
                db.Objectives.Add(objective);
                for (var k = 0; k < KeyResultsEach; k++)
                    Add(db, objective, k, Weeks, monday, now, random, moved);
                if (o % 50 != 49)
                    continue;
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
            return new Done();
        });

    /// <summary>The open cycle in which everything is aimed at.</summary>
    internal static Cycle Quarter(HeedHere heed, DateTimeOffset now)
    {
        var cycle = new Cycle
        {
            Name = "This quarter",
            Start = now.UtcDay().AddDays(-60),
            End = now.UtcDay().AddDays(30),
            CreatedAt = now.AddDays(-60),
        };
        cycle.Open(heed.Maya.Id, now.AddDays(-60));
        return cycle;
    }

    internal static Objective Live(HeedHere heed, Id<Team> team, Cycle cycle, string title, DateTimeOffset now)
    {
        var objective = new Objective
        {
            TeamId = team,
            CycleId = cycle.Id,
            Title = title,
            Why = "It matters.",
            ByWhen = cycle.End,
            CreatedAt = now.AddDays(-60),
        };
        objective.Agree(heed.Maya.Id, now.AddDays(-60));
        objective.GoLive(cycle, new(true, true, true), heed.Maya.Id, now.AddDays(-60));
        return objective;
    }

    /// <summary>A key result on a metric of its own, with a value for each of some weeks.</summary>
    internal static void Add(
        HeedDb db,
        Objective objective,
        int place,
        int weeks,
        DateOnly monday,
        DateTimeOffset now,
        Random? random = null,
        bool moved = false
    )
    {
        random ??= new(place);
        var metric = new Metric
        {
            Name = $"{objective.Title}, number {place}",
            Unit = "per week",
            Wanted = Wanted.Up,
            Kind = MetricKind.Behaviour,
            Timing = Timing.Leading,
            Cadence = Heed.Analytics.Evidence.Cadence.Week,
            CreatedAt = now.AddDays(-400),
        };
        db.Metrics.Add(metric);
        for (var week = weeks; week > 0; week--)
            db.Measurements.Add(
                new Measurement
                {
                    MetricId = metric.Id,
                    On = monday.AddDays(-7 * week),
                    Value = 100 + random.Next(20) + (moved && place == 0 && week == 1 ? 200 : 0),
                    RecordedAt = moved && week == 1 ? now.AddDays(-1) : now.AddDays(-7 * week),
                    Source = MeasurementSource.Api,
                }
            );
        var keyResult = new KeyResult
        {
            ObjectiveId = objective.Id,
            Who = "Guests",
            DoesWhat = $"order again {place}",
            Guardrail = moved && place == 1 ? new MetricGuardrail { MetricId = metric.Id, AtLeast = 50 } : null,
            CreatedAt = now.AddDays(-60),
        };
        HeedHere.Given(
            keyResult.Set(
                new Terms
                {
                    KeyResultId = keyResult.Id,
                    MetricId = metric.Id,
                    BaselineState = BaselineState.Known,
                    Baseline = 100,
                    BaselineFrom = monday.AddDays(-140),
                    BaselineTo = monday.AddDays(-70),
                    Target = 140,
                    ByWhen = objective.ByWhen,
                    Reason = "The start",
                    SetAt = now.AddDays(-60),
                }
            )
        );
        db.KeyResults.Add(keyResult);
    }
}
