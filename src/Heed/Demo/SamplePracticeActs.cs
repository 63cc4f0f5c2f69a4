using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Waste;

namespace Heed.Demo;

/// <summary>What people do with practices, in a line each.</summary>
sealed partial class SampleYear
{
    async Task Name(
        string key,
        Member who,
        Id<Team> team,
        PracticeKind kind,
        string name,
        string reason,
        string? requirement,
        IReadOnlyList<string> touches,
        CancellationToken stop
    ) =>
        _practices[key] = (
            await As(
                who,
                s =>
                    Done(
                        s.GetRequiredService<WritePractice>()
                            .Run(
                                new()
                                {
                                    Kind = kind,
                                    Name = name,
                                    Team = team,
                                    Reason = reason,
                                    Requirement = requirement,
                                    Touches = [.. touches.Select(group => _customers[group])],
                                },
                                stop
                            )
                    )
            )
        ).Id;

    Task Costs(
        string key,
        Member who,
        Ledger ledger,
        double? people,
        double times,
        double low,
        double likely,
        double high,
        EvidenceClass evidence,
        CancellationToken stop
    ) =>
        As(
            who,
            s =>
                Done(
                    s.GetRequiredService<SayBurden>()
                        .Run(
                            _practices[key],
                            new()
                            {
                                Ledger = ledger,
                                People = people,
                                Times = times,
                                Often = Often.Week,
                                Low = low,
                                Likely = likely,
                                High = high,
                                Evidence = evidence,
                            },
                            stop
                        )
                )
        );

    Task Decide(string key, Member who, PracticeAct act, string why, CancellationToken stop) =>
        As(
            who,
            s => Done(s.GetRequiredService<DecideOnPractice>().Run(_practices[key], act, new() { Reason = why }, stop))
        );

    Task SetOut(
        string key,
        Member who,
        string why,
        string reliedOn,
        string prevented,
        string lastCaught,
        string metric,
        string guardrail,
        double atLeast,
        CancellationToken stop
    ) =>
        As(
            who,
            s =>
                Done(
                    s.GetRequiredService<RemovePractice>()
                        .Run(
                            _practices[key],
                            new()
                            {
                                Reason = why,
                                ReliedOn = reliedOn,
                                Prevented = prevented,
                                LastCaught = lastCaught,
                                Metric = _metrics[metric],
                                GuardrailMetric = _metrics[guardrail],
                                GuardrailAtLeast = atLeast,
                                Undo = "Go back to how it was the week before.",
                            },
                            stop
                        )
                )
        );

    Task GoesBy(string key, Member who, CancellationToken stop, string? trial = null) =>
        As(
            who,
            s =>
                Done(
                    s.GetRequiredService<TakeTrial>()
                        .Run(_practices[key], new() { Trial = _trials[trial ?? key] }, stop)
                )
        );
}
