using System.Globalization;
using Heed.Analytics.Columns;
using Heed.Analytics.Scores;
using Heed.Journal;
using Heed.Metrics;
using Heed.Storage;
using Cadence = Heed.Analytics.Evidence.Cadence;

namespace Heed.Listen;

/// <summary>
/// Makes each score of a survey a metric by itself: one point a month (a year where every file is one yearly wave), with
/// its count and interval. Doing it again changes nothing; after an undo the points of months without answers say so.
/// </summary>
public sealed class MeasureScores(
    HeedDb db,
    ReadScores read,
    DefineMetric define,
    RecordMeasurements record,
    ReadSeries series,
    JournalWriter journal,
    People.Workspace here,
    TimeProvider clock
)
{
    public const string Kind = "measure-survey";

    const string Prefix = "survey:";

    /// <summary>The survey whose answers a metric is computed from; empty where it is computed from something else.</summary>
    internal static Id<Survey>? SurveyOf(string computedFrom) =>
        computedFrom.StartsWith(Prefix, StringComparison.Ordinal)
        && Id<Survey>.TryParse(computedFrom[Prefix.Length..].Split(':')[0], null, out var survey)
            ? survey
            : null;

    static string SourceOf(Survey survey, Question question) => $"{Prefix}{survey.Id}:{question.Id}";

    public async Task<JobEnd> Run(JobLease lease, CancellationToken stop)
    {
        if (await read.Survey(lease.SubjectOf<Survey>(), stop) is not { } survey)
            return JobEnd.Never("The survey is not here any more.");
        var scores = await Scores(survey, stop);
        var (made, recorded, broken) = (0, new MeasurementReceipt(0, 0, 0), new List<string>());
        foreach (var score in scores)
        {
            try
            {
                // Each for itself: one that cannot be kept does not keep the others from being measured.
                await using var act = await db.Database.BeginTransactionAsync(stop);
                var (born, receipt) = await Record(survey, score, stop);
                await db.SaveChangesAsync(stop);
                await act.CommitAsync(stop);
                (made, recorded) = (made + born, recorded.And(receipt));
            }
            catch (Exception problem)
                when (problem is DbUpdateException or InvalidOperationException && !Faults.MayPass(problem))
            {
                db.ChangeTracker.Clear();
                broken.Add($"“{score.Question.Name}”: {Faults.InWords(problem)?.Because ?? problem.Message}");
            }
        }
        Tell(survey, made, recorded);
        await db.SaveChangesAsync(stop);
        return broken.Count == 0
            ? JobEnd.Done
            : JobEnd.Again($"{broken.Count} of {scores.Count} scores could not be measured. {broken[0]}");
    }

    sealed record Scored(Question Question, Cadence Cadence, List<MeasurementRequest> Points);

    async Task<List<Scored>> Scores(Survey survey, CancellationToken stop)
    {
        var (cadence, today) = (await CadenceOf(survey.Id, stop), here.Today(clock));
        List<Scored> scores = [];
        foreach (var question in survey.Questions.Where(q => q.IsScored).OrderBy(q => q.Id.Value))
        {
            // What was measured by the year stays so: its points would stand in the way of months.
            var there = await series.ComputedFrom(SourceOf(survey, question), stop);
            var every = there is { } kept && kept.Cadence > cadence ? kept.Cadence : cadence;
            if ((await read.Of(survey, question.Name, Slice.All, null, every, stop)).Refused(out _, out var table))
                continue;
            var points = table
                .Rows.Where(r => r.From is { } from && from <= today && r.Score.IsGiven)
                .Select(r => Point(r.From!.Value, r.Score.Value));
            scores.Add(new(question, every, [.. points]));
        }
        return scores;
    }

    async Task<(int Made, MeasurementReceipt Recorded)> Record(Survey survey, Scored score, CancellationToken stop)
    {
        var nothing = (0, new MeasurementReceipt(0, 0, 0));
        var from = SourceOf(survey, score.Question);
        var there = await series.ComputedFrom(from, stop);
        if (there is null ? score.Points.Count == 0 : there.RetiredAt is not null)
            return nothing;
        var description = Describe(survey, score.Question, score.Cadence);
        if ((await define.Apply(from, description, stop)).Refused(out var refusal, out var metric))
            throw new InvalidOperationException(refusal.Because);
        if (there is not null)
            score.Points.AddRange(await Vanished(metric.Id, score.Points, stop));
        var planned = await record.Plan(metric.Id, score.Points, MeasurementSource.Survey, stop);
        if (planned.Refused(out refusal, out var plan))
            throw new InvalidOperationException(refusal.Because);
        record.Apply(plan);
        return (there is null ? 1 : 0, plan.Receipt);
    }

    /// <summary>One line of the journal for all of them: a survey has dozens of scores, and each point says when it came.</summary>
    void Tell(Survey survey, int made, MeasurementReceipt recorded)
    {
        if (made + recorded.Added + recorded.Corrected == 0)
            return;
        var born = made > 0 ? $"{made} new {Format.Plural(made, "metric", "metrics")}, " : "";
        var values = (recorded with { Unchanged = 0 }).InWords;
        journal.Write("measure", survey.Id, $"Heed measured the scores of “{survey.Name}”: {born}{values}.");
    }

    /// <summary>
    /// Points whose answers were taken back. A measurement is never removed, so it is superseded by itself with a count of
    /// zero and the reason: whoever judges by it sees that nothing is behind it any more.
    /// </summary>
    async Task<IEnumerable<MeasurementRequest>> Vanished(
        Id<Metric> id,
        List<MeasurementRequest> points,
        CancellationToken stop
    )
    {
        var kept = points.Select(p => p.On!.Value).ToHashSet();
        return (await series.Of(id, stop))!
            .Points.Where(p => !kept.Contains(p.On) && p.Count != 0)
            .Select(p => new MeasurementRequest
            {
                On = p.On,
                Value = p.Value,
                Count = 0,
                Low = p.Low,
                High = p.High,
                Note = "The answers behind this value were taken back.",
            });
    }

    static MeasurementRequest Point(DateOnly on, Score score) =>
        score.Weighted is { } weighted
            ? new()
            {
                On = on,
                Value = weighted.Value,
                Low = weighted.Low,
                High = weighted.High,
                Count = score.N,
            }
            : new()
            {
                On = on,
                Value = score.Value,
                Low = score.Low,
                High = score.High,
                Count = score.N,
            };

    async Task<Cadence> CadenceOf(Id<Survey> id, CancellationToken stop)
    {
        var mappings = await db
            .Imports.AsNoTracking()
            .Where(i => i.SurveyId == id && i.State == ImportState.Done)
            .Select(i => i.Mapping)
            .ToListAsync(stop);
        var yearly =
            mappings.Count > 0
            && mappings
                .ConvertAll(Mapping.FromJson)
                .TrueForAll(m =>
                    m.The(ColumnUse.Date) is null
                    && m.On is { } on
                    && m.Wave == on.Year.ToString(CultureInfo.InvariantCulture)
                );
        return yearly ? Cadence.Year : Cadence.Month;
    }

    static MetricRequest Describe(Survey survey, Question question, Cadence cadence)
    {
        var scale = question.Points;
        var (unit, low, high) = question.Score switch
        {
            ScoreKind.Recommend => ("points", -100.0, 100.0),
            var kind when kind.IsShare() => ("%", 0.0, 100.0),
            _ => ($"of {scale.High}", scale.Low, scale.High),
        };
        return new()
        {
            Name = $"{survey.Name}: {question.Name}",
            Unit = unit,
            Wanted = question.Score.IsMean() && scale.Better == ScaleOrder.LowerIsBetter ? Wanted.Down : Wanted.Up,
            LowerBound = low,
            UpperBound = high,
            Kind = MetricKind.Perception,
            Timing = Timing.Lagging,
            Cadence = cadence,
            Population = $"Who answered “{survey.Name}”",
            Formula = question.Score switch
            {
                ScoreKind.Recommend =>
                    "Percent of 9 and 10 minus percent of 0 to 6; weighted where answers carry weights",
                ScoreKind.Satisfaction =>
                    $"Percent at the two best points of {scale}; weighted where answers carry weights",
                ScoreKind.Share => "Percent of the answers that count; weighted where answers carry weights",
                _ => $"Mean on {scale}; weighted where answers carry weights",
            },
            Source = $"the survey “{survey.Name}”",
        };
    }
}
