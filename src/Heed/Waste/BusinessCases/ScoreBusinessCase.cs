using Heed.Analytics.Evidence;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>
/// Lays what was promised beside what a verdict found. Nobody types what was realised: it comes from the trial of the
/// business case, or of the removal of its practice, or it is not measured.
/// </summary>
public sealed class ScoreBusinessCase(
    HeedDb db,
    Member me,
    ReadPractices practices,
    ReadTrials trials,
    NameMetrics metrics,
    JournalWriter journal,
    TimeProvider clock
)
{
    const string HoursOfStaff = "hours of staff a month";

    public async Task<Outcome<CaseScore>> Run(
        Id<BusinessCase> id,
        BusinessCaseReasonRequest asked,
        CancellationToken stop
    )
    {
        if (
            await db.BusinessCases.Include(c => c.Benefits).SingleOrDefaultAsync(c => c.Id == id, stop) is not { } found
        )
            return Refusal.Missing("business case");
        if (!me.MayWriteFor(found.TeamId))
            return await TeamPermission.Refuse(db, found.TeamId, stop);
        if (
            found
                .Move(BusinessCaseAct.Rescore, asked.Reason, me.Id, clock.GetUtcNow())
                .Refused(out var refusal, out var move)
        )
            return refusal;
        var score = await Score(found, stop);
        db.BusinessCaseMoves.Add(move);
        db.CaseScores.Add(score);
        journal.Write("score", id, $"{me.Name} scored the business case “{found.Name}”: {score.Told()}");
        await db.SaveChangesAsync(stop);
        return score;
    }

    async Task<CaseScore> Score(BusinessCase of, CancellationToken stop)
    {
        var practice = of.PracticeId is { } id ? await practices.Of(id, stop) : null;
        var removal = practice is null ? null : await practices.Removal(practice.Id, stop);
        var trial = (of.TrialId ?? removal?.TrialId) is { } tried ? await trials.Of(tried, stop) : null;
        var verdict = trial is null ? null : (await trials.Verdicts([trial.Id], stop))[trial.Id].FirstOrDefault();
        if (trial is null || verdict is null)
            return Of(
                VerdictWord.NotMeasured,
                trial is null
                    ? "Not measured: no trial shows what came of it. Choose one, or remove its practice by one."
                    : $"Not measured yet: nobody has looked at the trial “{trial.Change}”."
            );
        var metric = (await metrics.Of([verdict.MetricId], stop))[verdict.MetricId];
        List<string> says = [verdict.Sentence];
        if (practice?.State == PracticeState.Relapsed || trial.Watch == WatchState.Relapsed)
            says.Add("It crept back since.");
        if (
            practice?.Burden.Find(l => l is { Ledger: Ledger.StaffHours, Evidence: EvidenceClass.Measured }) is { } line
        )
            says.Add($"Measured, “{practice.Name}” stands at {line.Month.Word()} hours of staff a month.");
        var told = string.Join(' ', says);
        // The trial may have been planned on another metric than the one that counts the hours.
        if (
            removal is { CountsHours: true }
            && removal.TrialId == trial.Id
            && removal.MetricId == verdict.MetricId
            && HoursBack.Of(verdict, metric.Unit, metric.Cadence) is { } back
        )
            return Of(
                verdict.Word,
                told,
                HoursOfStaff,
                of.Benefits.Where(b => b.Ledger == Ledger.StaffHours)
                    .Aggregate((LikelyRange)0, (sum, b) => sum + b.HoursAYear!.Value * (1 / Year.Months)),
                (back.Hours, back.Low, back.High)
            );
        return verdict is { Effect: { } effect, Low: { } low, High: { } high }
            ? Of(
                verdict.Word,
                told,
                $"{trial.UnitOf(metric.Unit)} of “{metric.Name}”",
                trial.Predicted,
                (effect, low, high)
            )
            : Of(verdict.Word, told);

        CaseScore Of(
            VerdictWord word,
            string says,
            string? unit = null,
            LikelyRange? promised = null,
            (double Value, double Low, double High)? realised = null
        ) =>
            new()
            {
                BusinessCaseId = of.Id,
                At = of.StateSince,
                By = me.Id,
                Unit = unit,
                PromisedLow = promised?.Low,
                Promised = promised?.Likely,
                PromisedHigh = promised?.High,
                Realised = realised?.Value,
                Low = realised?.Low,
                High = realised?.High,
                TrialId = trial?.Id,
                VerdictId = verdict?.Id,
                Word = word,
                Says = Format.Shortened(says, CaseScore.LongestSays),
            };
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/business-cases/{id}/scores", Post)
            .WithName("RecordScore")
            .WithSummary("Lays what a live business case promised beside what the verdicts found.");

    static Task<Results<Ok<CaseScoreView>, ProblemHttpResult>> Post(
        Id<BusinessCase> id,
        BusinessCaseReasonRequest asked,
        ScoreBusinessCase score,
        CancellationToken stop
    ) => score.Run(id, asked, stop).Ok(CaseScoreView.Of);
}
