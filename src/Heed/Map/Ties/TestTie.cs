using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Map;

/// <summary>
/// Tests a claimed tie by what was measured, and keeps what it said. A trial that moved the lower metric outranks how both change
/// together (domain-methods E6): the upper one followed, or it demonstrably did not.
/// </summary>
public sealed class TestTie(
    HeedDb db,
    Member me,
    ReadSeries read,
    ReadTrials trials,
    Workspace here,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<TieTest>> Run(Id<Tie> id, CancellationToken stop)
    {
        // Two that test at once are two attempts: each must know of the other.
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        if (await db.Ties.SingleOrDefaultAsync(t => t.Id == id, stop) is not { } tie)
            return Refusal.Missing("tie");
        var measured = await read.Of([tie.ChildId, tie.ParentId], stop);
        var (child, parent) = (measured[tie.ChildId], measured[tie.ParentId]);
        if (!child.Metric.IsFor(me) && !parent.Metric.IsFor(me))
            return parent.Metric.NotFor("test its ties");
        if (tie.Untestable is { } fixedSo)
            return fixedSo;
        var tried = await ByTrial(tie, parent, stop);
        var found = tried is null ? await ByChanges(tie, child, parent, stop) : tried;
        if (found.Refused(out var refusal, out var test))
            return refusal;
        db.TieTests.Add(test);
        tie.Take(test);
        journal.Write(
            "test",
            id,
            $"{me.Name} tested the tie of “{child.Metric.Name}” to “{parent.Metric.Name}”. {test.Sentence}"
        );
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        return test;
    }

    async Task<Outcome<TieTest>> ByChanges(Tie tie, MetricSeries child, MetricSeries parent, CancellationToken stop)
    {
        if (child.Rates.Refused(out var because, out var leading))
            return new Refusal($"{child.Metric.Name}: {because}");
        if (parent.Rates.Refused(out because, out var following))
            return new Refusal($"{parent.Metric.Name}: {because}");
        // Whoever withdraws a claim and makes another of the same two looks once more.
        var pair = db.Ties.Where(t => t.ChildId == tie.ChildId && t.ParentId == tie.ParentId).Select(t => t.Id);
        var attempt =
            1 + await db.TieTests.CountAsync(t => t.Evidence == TieEvidence.Changes && pair.Contains(t.TieId), stop);
        var claim = new TieClaim(tie.Moves, tie.FirstLag, tie.LastLag, attempt);
        if (LeadLagTest.Test(leading, following, claim).Refused(out because, out var found))
            return new Refusal($"{because} Nothing was counted as a test.");
        var now = clock.GetUtcNow();
        return new TieTest
        {
            TieId = tie.Id,
            Evidence = TieEvidence.Changes,
            Attempt = attempt,
            State = found.State,
            Sentence = found.Sentence,
            On = here.DayOf(now),
            At = now,
            By = me.Id,
            BeforeClaim = parent.Points.Count(p => p.On < tie.ClaimedOn),
            Points = found.Points,
            Lag = found.Lag,
            Correlation = found.Correlation,
            Limit = found.Limit,
            Raw = found.Raw,
            Differenced = found.Differenced,
            IsDirectionUnclear = found.IsDirectionUnclear,
            Correlations = TieWords.Written(found.Correlations),
        };
    }

    /// <summary>What the newest trial that improved the lower metric says; null where none says anything.</summary>
    async Task<TieTest?> ByTrial(Tie tie, MetricSeries parent, CancellationToken stop)
    {
        if (await trials.LastThatImproved(tie.ChildId, stop) is not (var trial, { Effect: { } effect } verdict))
            return null;
        var up = effect > 0 == tie.Moves is Direction.Up;
        // Of a count the effect is in percent, and by how much one more moves the upper one says nothing of it.
        var expected = verdict.InPercent ? null : tie.PerUnit * Math.Abs(effect);
        var settings = new InterruptionSettings { Lag = tie.FirstLag };
        var now = clock.GetUtcNow();
        if (
            parent.Evidence.Refused(out _, out var series)
            || Verdict
                .Judge(
                    series,
                    trial.Start,
                    up ? Direction.Up : Direction.Down,
                    up ? expected : -expected,
                    settings,
                    here.DayOf(now)
                )
                .Refused(out _, out var followed)
        )
            return null;
        var state = LeadLagTest.FromTrial(verdict.Word, followed.Word, TieState.Claimed);
        if (state is TieState.Claimed)
            return null;
        var step = followed.Effect!.Step;
        return new TieTest
        {
            TieId = tie.Id,
            Evidence = TieEvidence.Trial,
            Attempt = 1,
            State = state,
            Sentence =
                $"{state} by a trial: “{Format.Shortened(trial.Change, 200)}” moved the lower metric by {Format.WithSign(effect)}, "
                + (
                    state is TieState.Supported
                        ? "and the upper one followed"
                        : "and the upper one did not follow as was claimed"
                )
                + $": {Format.Change(step.Value, step.Low, step.High)} {parent.Metric.Unit}.",
            On = here.DayOf(now),
            At = now,
            By = me.Id,
            BeforeClaim = trial.Start < tie.ClaimedOn ? followed.PointsAfter : 0,
            Points = followed.PointsBefore + followed.PointsAfter,
            TrialId = trial.Id,
        };
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/ties/{id}/tests", Post)
            .WithName("TestTie")
            .WithSummary(
                "Tests a claimed tie by what was measured, and keeps what it said. Each test makes the next one harder."
            );

    static Task<Results<Created<TieTestView>, ProblemHttpResult>> Post(
        Id<Tie> id,
        TestTie test,
        CancellationToken stop
    ) => test.Run(id, stop).Created(_ => $"/ties/{id}/tests", TieTestView.Of);
}
