using Heed.Aim;
using Heed.Metrics;
using Heed.People;
using Heed.Try;

namespace Heed.Demo;

/// <summary>How the sample's people plan, judge and rebase.</summary>
sealed partial class SampleYear
{
    /// <summary>A team names its baseline once it knows what is usual; later weeks are compared with it.</summary>
    Task Usual(string metric, int from, int until, string reason, CancellationToken stop) =>
        As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<SetBaseline>()
                        .Run(
                            _metrics[metric],
                            new()
                            {
                                From = Monday(from),
                                To = Monday(until).AddDays(-1),
                                Reason = reason,
                            },
                            stop
                        )
                )
        );

    async Task Try(
        string key,
        Member who,
        Id<Team> team,
        string change,
        Lever lever,
        string obstacle,
        string metric,
        double predicted,
        int from,
        int look,
        CancellationToken stop,
        string? keyResult = null,
        string? guardrail = null,
        double? atLeast = null
    )
    {
        await Plan(
            key,
            who,
            team,
            change,
            lever,
            obstacle,
            metric,
            predicted,
            Monday(from),
            Monday(look),
            stop,
            keyResult,
            guardrail: guardrail,
            atLeast: atLeast
        );
        await As(who, s => Done(s.GetRequiredService<StartTrial>().Run(_trials[key], stop)));
    }

    async Task Plan(
        string key,
        Member who,
        Id<Team> team,
        string change,
        Lever lever,
        string obstacle,
        string metric,
        double predicted,
        DateOnly start,
        DateOnly look,
        CancellationToken stop,
        string? keyResult = null,
        IReadOnlyDictionary<Id<Metric>, DateOnly?>? others = null,
        string? guardrail = null,
        double? atLeast = null
    ) =>
        _trials[key] = (
            await As(
                who,
                s =>
                    Done(
                        s.GetRequiredService<PlanTrial>()
                            .Run(
                                new()
                                {
                                    Team = team,
                                    Change = change,
                                    Lever = lever,
                                    Obstacle = obstacle,
                                    Metric = _metrics[metric],
                                    KeyResult = keyResult is null ? null : _keyResults[keyResult],
                                    ComparedWith = others?.Keys.ToList(),
                                    ReachedFrom = others?.ToDictionary(),
                                    Predicted = predicted,
                                    GuardrailMetric = guardrail is null ? null : _metrics[guardrail],
                                    GuardrailAtLeast = atLeast,
                                    Start = start,
                                    Look = look,
                                    Undo = "Go back to how it was the week before.",
                                },
                                stop
                            )
                    )
            )
        ).Id;

    Task Judge(string key, Member who, string whatElse, CancellationToken stop) =>
        As(
            who,
            s => Done(s.GetRequiredService<LookAtTrial>().Run(_trials[key], new() { WhatElseChanged = whatElse }, stop))
        );
}
