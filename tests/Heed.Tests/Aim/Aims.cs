using Heed.Aim;
using Heed.Metrics;
using Heed.Tests.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Aim;

/// <summary>Harbor Coffee's aims: what the tests of Aim and Try say in one line.</summary>
static class Aims
{
    /// <summary>Twenty-four weeks around 62 of 100, the last in the week before the standing clock's.</summary>
    public static async Task<Metric> Measured(this Cast cast)
    {
        var metric = await cast.Metric();
        double[] values = [.. Enumerable.Range(0, 24).Select(i => 62 + (i * 7 % 5 - 2) * 0.4)];
        var rows = values.Select(
            (v, i) => SampleMeasurements.Row($"{new DateOnly(2035, 2, 26).AddDays(-7 * (23 - i)):O}", v)
        );
        (await cast.Record(metric.Id, [.. rows])).Given();
        return metric;
    }

    public static Task<T> Do<TCase, T>(this Cast cast, Func<TCase, Task<Outcome<T>>> act)
        where TCase : notnull
        where T : notnull => cast.World.As(cast, async here => (await act(here.GetRequiredService<TCase>())).Given());

    public static Task<string> Refused<TCase, T>(this Cast cast, Func<TCase, Task<Outcome<T>>> act)
        where TCase : notnull
        where T : notnull => cast.World.As(cast, async here => (await act(here.GetRequiredService<TCase>())).Because());

    /// <summary>The whole refusal: its words, its field, its status.</summary>
    public static Task<Refusal> RefusalOf<TCase, T>(this Cast cast, Func<TCase, Task<Outcome<T>>> act)
        where TCase : notnull
        where T : notnull =>
        cast.World.As(
            cast,
            async here =>
            {
                Assert.True(
                    (await act(here.GetRequiredService<TCase>())).Refused(out var refusal),
                    "It was not refused."
                );
                return refusal!;
            }
        );

    public static Task<Cycle> Quarter(this Cast cast) =>
        cast.Do<PlanCycle, Cycle>(plan =>
            plan.Run(
                new()
                {
                    Name = "2035 Q1",
                    Start = new(2035, 1, 1),
                    End = new(2035, 3, 31),
                    OpenNow = true,
                },
                default
            )
        );

    public static async Task<Objective> Objective(this Cast cast, Cycle? cycle = null)
    {
        cycle ??= await cast.Quarter();
        return await cast.Do<WriteObjective, Objective>(write =>
            write.Run(
                new()
                {
                    Team = cast.Team.Id,
                    Cycle = cycle.Id,
                    Title = "Regulars feel at home",
                    Why = "Every third regular leaves.",
                },
                default
            )
        );
    }

    public static KeyResultRequest Asked(Metric metric) =>
        new()
        {
            Who = "new regulars",
            DoesWhat = "order again within a month",
            Metric = metric.Id,
            BaselineState = BaselineState.Known,
            BaselineFrom = new(2034, 9, 18),
            BaselineTo = new(2035, 2, 26),
            Target = 75,
        };

    public static Task<KeyResult> Aim(
        this Cast cast,
        Objective objective,
        Metric metric,
        Action<KeyResultRequest>? with = null
    )
    {
        var asked = Asked(metric);
        with?.Invoke(asked);
        return cast.Do<WriteKeyResult, KeyResult>(write => write.Run(objective.Id, asked, default));
    }

    /// <summary>What is said when an objective goes live that serves no other.</summary>
    public static LaunchRequest Alone() =>
        new() { NoParentBecause = "We are the only team.", WrongLeftOut = "We know it already." };

    /// <summary>A live objective with one key result on a measured metric.</summary>
    public static async Task<(Objective Objective, KeyResult KeyResult, Metric Metric)> Live(
        this Cast cast,
        Action<KeyResultRequest>? with = null
    )
    {
        var (objective, metric) = (await cast.Objective(), await cast.Measured());
        var keyResult = await cast.Aim(objective, metric, with);
        await cast.Do<TurnObjective, Objective>(turn => turn.Agree(objective.Id, default));
        await cast.Do<TurnObjective, Objective>(turn => turn.GoLive(objective.Id, Alone(), default));
        return (objective, keyResult, metric);
    }
}
