using System.Globalization;
using System.Net;
using System.Text.Json;
using Heed.Aim;
using Heed.Metrics;
using Heed.Tests.Metrics;
using static Heed.Tests.Aim.AimOverTheApi;

namespace Heed.Tests.Aim;

/// <summary>
/// The vectors that others published (okr.md 3.13), each with the answer that Heed means to give, read through the API that
/// rolls them up.
/// </summary>
public sealed class FormulaTests
{
    sealed class Row(Cast who, HttpClient api, Objective objective)
    {
        public async Task<JsonElement> Of(Action<KeyResultRequest> with, params (string On, double Value)[] points)
        {
            var asked = SampleMeasurements.Asked();
            asked.Name = $"Metric {Id<Metric>.New()}";
            asked.UpperBound = asked.LowerBound = null;
            KeyResultRequest terms = new();
            with(terms);
            asked.Wanted = terms.Target < terms.Baseline ? Wanted.Down : Wanted.Up;
            var metric = await who.Metric(asked);
            if (points.Length > 0)
                (await who.Record(metric, points)).Given();
            var keyResult = await who.Aim(
                objective,
                metric,
                request =>
                {
                    (request.BaselineFrom, request.BaselineTo) = (new(2035, 1, 1), new(2035, 1, 31));
                    request.Target = null;
                    with(request);
                    if (request.BaselineState is not BaselineState.Known)
                        (request.BaselineFrom, request.BaselineTo) = (null, null);
                }
            );
            return await Read($"/key-results/{keyResult.Id}");
        }

        public Task<JsonElement> Way(double from, double to, double? now, double? weight = null) =>
            Of(
                request => (request.Baseline, request.Target, request.Weight) = (from, to, weight),
                now is { } value ? [("2035-03-01", value)] : []
            );

        public async Task<JsonElement> Read(string path) =>
            await Json(await api.GetAsync($"/api/v1{path}"), HttpStatusCode.OK);

        public Task<JsonElement> Mean() => Read($"/objectives/{objective.Id}/progress");
    }

    static async Task<Row> Begin(Cast who, string from = "2035-01-01", string to = "2035-03-31")
    {
        var cycle = await who.Do<PlanCycle, Cycle>(plan =>
            plan.Run(
                new()
                {
                    Name = $"Cycle {Id<Cycle>.New()}",
                    Start = Day(from),
                    End = Day(to),
                    OpenNow = true,
                },
                default
            )
        );
        return new Row(who, who.Api(), await who.Objective(cycle));
    }

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static double? Number(JsonElement of, string name) =>
        of.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    [Fact]
    public async Task Falling_metrics_are_counted_by_the_one_signed_formula_and_shown_beyond_the_target()
    {
        await using var world = await World.Start();
        var row = await Begin(await world.Organisation("Harbor Coffee"));
        Assert.Equal(0.5, Number(await row.Way(100, 60, 80), "progress"));
        Assert.Equal(0.75, Number(await row.Way(100, 60, 70), "progress"));
        Assert.Equal(1.25, Number(await row.Way(100, 60, 50), "progress"));
        Assert.Equal(0.5, Number(await row.Way(200, 0, 100), "progress"));
    }

    [Fact]
    public async Task A_limit_is_kept_or_crossed_and_exactly_on_it_is_kept()
    {
        await using var world = await World.Start();
        var row = await Begin(await world.Organisation("Harbor Coffee"));
        async Task<(string Word, int Held, int Breached)> Kept(TargetKind kind, double limit, double now)
        {
            var read = await row.Of(
                request => (request.Kind, request.Target, request.BaselineState) = (kind, limit, BaselineState.Unknown),
                ("2035-03-01", now)
            );
            Assert.Null(Number(read, "progress"));
            var kept = read.GetProperty("kept");
            return (Text(read, "word"), kept.GetProperty("held").GetInt32(), kept.GetProperty("breached").GetInt32());
        }
        Assert.Equal(("Kept so far", 1, 0), await Kept(TargetKind.AtMost, 25, 25));
        Assert.Equal(("Limit crossed", 0, 1), await Kept(TargetKind.Below, 25, 25));
        Assert.Equal(("Kept so far", 1, 0), await Kept(TargetKind.AtLeast, 25, 25));
        Assert.Equal(("Limit crossed", 0, 1), await Kept(TargetKind.Above, 25, 25));
        Assert.Equal(("Kept so far", 1, 0), await Kept(TargetKind.AtMost, 1, 0.25));
        Assert.Equal(("Limit crossed", 0, 1), await Kept(TargetKind.AtMost, 1, 1.75));
        // Limits, measured or not, are never in the mean.
        await row.Way(0, 100, 40);
        var mean = await row.Mean();
        Assert.Equal(0.4, Number(mean, "share"));
        Assert.Equal(6, mean.GetProperty("limits").GetInt32());
    }

    [Fact]
    public async Task A_range_tells_in_how_many_measured_weeks_it_was_kept_and_how_many_are_not_known()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var row = await Begin(maya, "2034-12-04");
        double?[] weeks = [4, 4.5, 5, 6, 4.2, null, 3.5, 4.1, 4.9, 5.5, 4.4, 4.6, 4.3];
        var read = await row.Of(
            request =>
                (request.Kind, request.Low, request.Target, request.BaselineState) = (
                    TargetKind.Between,
                    4,
                    5,
                    BaselineState.Unknown
                ),
            [
                .. weeks
                    .Select((value, week) => (On: Format.Iso(Day("2034-12-04").AddDays(7 * week))!, value))
                    .Where(w => w.value is not null)
                    .Select(w => (w.On, w.value!.Value)),
            ]
        );
        var kept = read.GetProperty("kept");
        Assert.Equal(9, kept.GetProperty("held").GetInt32());
        Assert.Equal(3, kept.GetProperty("breached").GetInt32());
        Assert.Equal(1, kept.GetProperty("unknown").GetInt32());
        Assert.Equal(1, Number(kept, "worstBreach"));
        Assert.Equal("Kept now, crossed before", Text(read, "word"));
        var page = await (await maya.Browser()).Page($"/aim/key-results/{Text(read, "id")}");
        Assert.Contains(
            "Kept in 9 of 12 measured weeks, crossed in 3, by 1 at worst; 1 not measured.",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(new double[] { 100, 0, 0 }, new double[] { 1, 1, 1 }, 0.3333)]
    [InlineData(new double[] { 30, 30, 40 }, new double[] { 40, 20, 40 }, 0.34)]
    [InlineData(new double[] { 27, 18 }, new double[] { 1, 1 }, 0.225)]
    [InlineData(new double[] { 125, -25 }, new double[] { 1, 1 }, 0.5)]
    public async Task An_objective_is_the_weighted_mean_of_its_own_key_results(
        double[] at,
        double[] weights,
        double mean
    )
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var row = await Begin(maya);
        foreach (var (value, weight) in at.Zip(weights))
            await row.Way(0, 100, value, weight);
        // Another objective beside it is added to nothing.
        await (await Begin(maya)).Way(0, 100, 73);
        Assert.Equal(mean, Number(await row.Mean(), "share")!.Value, 4);
    }

    [Fact]
    public async Task What_is_not_measured_stays_undefined_and_is_counted()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var row = await Begin(maya);
        Assert.Null(Number(await row.Mean(), "share"));
        var unknown = await row.Way(0, 100, null);
        Assert.Null(Number(unknown, "progress"));
        Assert.Null(Number(await row.Mean(), "share"));
        await row.Way(0, 100, 60);
        await row.Way(100, 0, 80);
        var mean = await row.Mean();
        Assert.Equal(0.4, Number(mean, "share"));
        Assert.Equal(
            "40 % of the way in the mean; 2 of 3 measured. Unlike metrics: a mean of ways, each counted from 0 to 100 %. Read the key results themselves.",
            Text(mean, "sentence")
        );
        var page = await (await maya.Browser()).Page($"/aim/objectives/{Text(unknown, "objective")}");
        Assert.Contains("2 of 3 measured", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_of_a_month_of_thirty_days_has_passed_on_its_fifteenth_day()
    {
        await using var world = await World.Start();
        var row = await Begin(await world.Organisation("Harbor Coffee"), "2035-02-19", "2035-03-20");
        Assert.Equal(0.5, Number((await row.Way(0, 100, 50)).GetProperty("pace"), "expected"));
    }

    [Fact]
    public async Task A_plan_of_steps_takes_the_place_of_the_line_for_falling_metrics_too()
    {
        await using var world = await World.Start();
        var row = await Begin(await world.Organisation("Harbor Coffee"), "2035-02-19", "2035-03-20");
        var read = await row.Of(
            request => (request.Baseline, request.Target, request.Plan) = (100, 0, "2035-03-20 0\n2035-03-05 80"),
            ("2035-03-01", 80)
        );
        Assert.Equal(0.2, Number(read.GetProperty("pace"), "expected")!.Value, 9);
        Assert.Equal("OnTrack", Text(read.GetProperty("pace"), "state"));
    }

    [Fact]
    public async Task Levels_are_offered_and_never_filled_in()
    {
        await using var world = await World.Start();
        var row = await Begin(await world.Organisation("Harbor Coffee"));
        var both = await row.Of(request => (request.Baseline, request.Target, request.Stretch) = (0, 60, 100));
        Assert.Equal(30, Number(both.GetProperty("levels"), "commit")!.Value, 9);
        Assert.Equal(70, Number(both.GetProperty("levels"), "target")!.Value, 9);
        Assert.Equal(60, Number(both, "target"));
        var open = await row.Of(request =>
            (request.BaselineState, request.Target, request.Stretch) = (BaselineState.Unknown, 70, 100)
        );
        Assert.Equal(0, Number(open.GetProperty("levels"), "start")!.Value, 9);
        Assert.Null(Number(open, "baseline"));
        Assert.Null(Number(open, "progress"));
    }

    [Fact]
    public async Task Silence_outranks_every_colour_on_page_and_map()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (_, keyResult, metric) = await maya.Live();
        (await maya.Record(metric, ("2035-03-05", 76))).Given();
        var row = new Row(maya, maya.Api(), null!);
        Assert.NotEqual("Silent", Text(await row.Read($"/key-results/{keyResult.Id}"), "word"));
        world.Clock.Move(Silence.Grace + TimeSpan.FromMinutes(1));
        var read = await row.Read($"/key-results/{keyResult.Id}");
        Assert.Equal(("Silent", "NotKnown"), (Text(read, "word"), Text(read, "status")));
        Assert.Equal(14, read.GetProperty("silentDays").GetInt32());
        var browser = await maya.Browser();
        foreach (var address in (string[])[$"/aim/key-results/{keyResult.Id}", "/aim"])
            Assert.Contains("Silent", (await browser.Page(address)).Body!.TextContent, StringComparison.Ordinal);
        await maya.Do<RecordCheckIn, CheckIn>(record => record.Run(keyResult.Id, new() { Confidence = 7 }, default));
        Assert.NotEqual("Silent", Text(await row.Read($"/key-results/{keyResult.Id}"), "word"));
    }

    [Fact]
    public void A_mirrored_metric_has_the_same_progress_and_no_forecast_is_certain()
    {
        var random = new Random(20350305);
        var today = new DateOnly(2035, 3, 5);
        for (var i = 0; i < 300; i++)
        {
            double start = random.Next(-50, 50),
                target = start + random.Next(1, 40) * (random.Next(2) == 0 ? 1 : -1);
            double[] weeks = [.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => (double)random.Next(-80, 80))];
            var (up, down) = (Of(start, target, weeks), Of(-start, -target, [.. weeks.Select(w => -w)]));
            Assert.Equal(up.Progress?.Share, down.Progress?.Share);
            Assert.Equal(up.Status.Is, down.Status.Is);
            Assert.Equal(weeks.Length == 0, up.Progress?.Share is null);
            if (up.Forecast is { } forecast)
                Assert.True(forecast.Low < forecast.High, forecast.ToString());
        }

        EvaluatedKeyResult Of(double start, double target, double[] weeks) =>
            Readings.Of(
                Readings.KeyResult(Readings.Terms(start, target)),
                Readings.Metric(wanted: target > start ? Wanted.Up : Wanted.Down),
                today,
                weeks
            );
    }

    [Fact]
    public void A_target_on_the_unwanted_side_of_the_start_is_a_limit_and_never_a_progress()
    {
        var random = new Random(5);
        for (var i = 0; i < 200; i++)
        {
            double start = random.Next(-50, 50),
                target = start + random.Next(1, 40);
            double[] weeks = [.. Enumerable.Range(0, random.Next(0, 20)).Select(_ => (double)random.Next(-80, 80))];
            var read = Readings.Of(
                Readings.KeyResult(Readings.Terms(start, target)),
                Readings.Metric(wanted: Wanted.Down),
                new(2035, 3, 5),
                weeks
            );
            Assert.Null(read.Progress);
            Assert.Null(read.Pace);
            Assert.NotNull(read.Kept);
            Assert.Null(ObjectiveProgress.Of([read]).Share);
        }
    }
}
