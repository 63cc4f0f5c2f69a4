using Heed.Analytics.Evidence;

namespace Heed.Simulations;

/// <summary>Series in which something happened: how often it is seen, how often the interval holds the mean effect, what a plan says.</summary>
static class SomethingHappened
{
    const int Runs = NothingHappened.Runs;

    // As the published figures were made: on points without a calendar.
    static readonly InterruptionSettings Plain = new() { Seasons = Seasons.None };

    /// <summary>How much more than nothing a point shows, counted from 1 after the change.</summary>
    public sealed record Truth(string What, Func<int, int, double> At, double Likeness = 0)
    {
        public double Mean(int after) => Enumerable.Range(1, after).Average(i => At(i, after));

        public double[] Draw(Random random, int before, int after) =>
            [
                .. Chance
                    .Standard(random, before + after, Likeness)
                    .Select((value, i) => value + (i < before ? 0 : At(i - before + 1, after))),
            ];
    }

    public static Truth Step(double size, double likeness = 0) =>
        new($"a step of {size} σ{(likeness > 0 ? $", AR(1) {likeness}" : "")}", (_, _) => size, likeness);

    public static readonly Truth Nothing = Step(0) with { What = "nothing, independent noise" };
    public static readonly Truth Ramp = new("a ramp to 3 σ within 6 periods", (i, _) => Math.Min(3, i / 2.0));
    public static readonly Truth Grows = new("an effect that grows to 3 σ", (i, n) => 3.0 * i / n);
    public static readonly Truth Fades = new("an effect of 3 σ that is gone at the end", (i, n) => 3 - 3.0 * i / n);

    static Simulation Seen(Truth truth, int before, int after, double published) =>
        new(
            "An effect that is there is seen (promised: the power of the published model)",
            $"{truth.What}, {before} before and {after} after",
            Promise.AtLeast(published),
            Runs,
            random =>
            {
                var series = Chance.Weeks(truth.Draw(random, before, after));
                return Chance.Is(InterruptedSeries.Fit(series, series[before].Date, Plain).Value.Step.Low > 0);
            }
        );

    static Simulation Held(Truth truth, int before, int after, string? limit = null) =>
        new(
            "The interval holds the mean effect",
            $"{truth.What}, {before} before and {after} after",
            Promise.MeanEffect,
            Runs,
            random =>
            {
                var series = Chance.Weeks(truth.Draw(random, before, after));
                var step = InterruptedSeries.Fit(series, series[before].Date).Value.Step;
                return Chance.Holds(step.Low, step.High, truth.Mean(after));
            },
            limit
        );

    static Simulation Course(Truth truth, int before, int after, EffectCourse course, Promise promise) =>
        new(
            "Growing and fading",
            $"{truth.What}, called {course.ToString().ToLowerInvariant()}, {before} before and {after} after",
            promise,
            Runs,
            random =>
            {
                var series = Chance.Weeks(truth.Draw(random, before, after));
                return Chance.Is(InterruptedSeries.Fit(series, series[before].Date).Value.Course == course);
            }
        );

    static Simulation Planned(int before, int after, double likeness, string? limit = null) =>
        new(
            "The smallest effect that the plan of a trial names, when it comes",
            $"{before} before, {after} after{(likeness > 0 ? $", neighbours alike by {likeness}" : "")}",
            Promise.AtLeast(80),
            Runs / 2,
            random =>
            {
                var values = Chance.Standard(random, before + after, likeness);
                var change = Chance.Weeks(values)[before].Date;
                if (Detectability.Of(Chance.Weeks(values), change, after).Refused(out _, out var plan))
                    return double.NaN;
                for (var i = before; i < values.Length; i++)
                    values[i] += plan.Smallest;
                return Chance.Is(InterruptedSeries.Fit(Chance.Weeks(values), change).Value.Step.Low > 0);
            },
            limit
        );

    /// <summary>The change is looked at after 8 periods and after each one more, forty times.</summary>
    static Simulation Ever(int before, double likeness, bool pays) =>
        new(
            "\"Improved\" at any of forty looks where nothing happened",
            $"{before} before, from 8 to 47 after{(likeness > 0 ? $", AR(1) {likeness}" : "")}{(pays ? "" : ", had looks cost nothing")}",
            pays ? Promise.AtMost(5) : Promise.Nothing(),
            Runs / 2,
            random =>
            {
                var series = Chance.Weeks(Chance.Standard(random, before + 47, likeness));
                for (var look = 1; look <= 40; look++)
                {
                    var seen = look == 40 ? series : series.Before(series[before + 7 + look].Date);
                    var settings = new InterruptionSettings { Look = pays ? look : 1 };
                    if (InterruptedSeries.Fit(seen, series[before].Date, settings).Value.Step.Low > 0)
                        return 1;
                }
                return 0;
            }
        );

    public static IEnumerable<Simulation> All =>
        [
            Seen(Step(2), 8, 8, 41),
            Seen(Step(2), 11, 11, 53),
            Seen(Step(2), 12, 12, 55),
            Seen(Step(2), 24, 8, 81),
            Seen(Step(2), 24, 12, 82),
            Seen(Step(2), 24, 24, 82),
            Seen(Step(2), 52, 12, 98),
            Seen(Step(1), 52, 12, 44),
            Seen(Step(3), 11, 11, 88),
            Seen(Step(3), 12, 12, 90),
            Seen(Ramp, 24, 12, 63),
            Seen(Grows, 24, 12, 36),
            Seen(Grows, 52, 12, 80),
            Held(Step(2), 12, 12),
            Held(Step(2), 24, 12),
            Held(Step(2), 52, 26),
            Held(Step(2, .3), 24, 12),
            Held(Step(2, .6), 24, 12),
            Held(Ramp, 24, 12),
            Held(Ramp, 24, 24),
            Held(Grows, 24, 12),
            Held(Grows, 52, 26),
            Held(Fades, 24, 12),
            Held(Fades, 52, 26),
            Course(Step(2), 24, 12, EffectCourse.Growing, Promise.FalseAlarm),
            Course(Step(2), 24, 12, EffectCourse.Fading, Promise.FalseAlarm),
            Course(Grows, 52, 26, EffectCourse.Growing, Promise.Nothing()),
            Course(Fades, 52, 26, EffectCourse.Fading, Promise.Nothing()),
            Planned(8, 8, 0),
            Planned(12, 12, 0),
            Planned(24, 8, 0),
            Planned(24, 12, 0),
            Planned(24, 12, .3),
            Planned(
                40,
                20,
                .3,
                "the likeness of neighbours is only estimated, and the year joins the model while the trial runs"
            ),
            Ever(12, 0, pays: true),
            Ever(24, 0, pays: true),
            Ever(24, .3, pays: true),
            Ever(24, .6, pays: true),
            Ever(52, .3, pays: true),
            Ever(24, .3, pays: false),
        ];
}
