using System.Text.Json.Serialization;
using Heed.Analytics;
using Heed.Analytics.Columns;
using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Listen;

/// <summary>Which answers: for each attribute named, one value. What the address says after the question mark.</summary>
public sealed record Slice(IReadOnlyDictionary<string, string> Where)
{
    public static Slice All { get; } = new(new Dictionary<string, string>());

    internal IReadOnlyDictionary<string, IReadOnlyCollection<string>> ForColumns =>
        Where.ToDictionary(w => w.Key, w => (IReadOnlyCollection<string>)[w.Value]);
}

/// <summary>One question with its score, or why there is none.</summary>
public sealed record QuestionScore(Question Question, Answer<Score> Score, long Missing);

/// <summary>A question's scores over one breakdown: everybody, and each group or period.</summary>
public sealed record ScoreTable(
    Survey Survey,
    Question Question,
    bool IsWeighted,
    Answer<Score> Total,
    long TotalMissing,
    IReadOnlyList<(string Group, DateOnly? From, Answer<Score> Score)> Rows
)
{
    /// <summary>A person may stand in several of the groups: they chose several options.</summary>
    public bool Overlaps { get; init; }
}

/// <summary>Scores from the columns in memory. Small groups are hidden in there, so that no caller can forget it.</summary>
public sealed class ReadScores(HeedDb db, StoredResponses stored, LoadedSurveys surveys)
{
    (Id<Survey> Of, LoadedSurvey Loaded)? _loaded;

    public Task<Survey?> Survey(Id<Survey> id, CancellationToken stop) =>
        db
            .Surveys.AsNoTracking()
            .AsSplitQuery()
            .Include(s => s.Questions)
            .Include(s => s.Attributes)
            .SingleOrDefaultAsync(s => s.Id == id, stop);

    /// <summary>Whoever asks several times for one page is answered from the same columns, brought up to the store once.</summary>
    internal async Task<LoadedSurvey> Load(Survey survey, CancellationToken stop)
    {
        if (_loaded is not { } kept || kept.Of != survey.Id)
            _loaded = kept = (survey.Id, await surveys.Of(db, stored, survey, stop));
        return kept.Loaded;
    }

    /// <summary>Every scored question of a survey, and how many responses there are to look at.</summary>
    public async Task<(IReadOnlyList<QuestionScore> Scores, long Responses, IReadOnlyList<string> Attributes)> All(
        Survey survey,
        Slice slice,
        CancellationToken stop
    )
    {
        var loaded = await Load(survey, stop);
        List<QuestionScore> scores = [];
        foreach (var question in survey.Questions.Where(q => q.IsScored).OrderBy(q => q.Id.Value))
        {
            var asked = loaded.Columns.Ask(new(question.Name) { Where = slice.ForColumns });
            scores.Add(
                asked.Refused(out var because, out var breakdown)
                    ? new(question, new NoAnswer(because), 0)
                    : new(question, breakdown.Total.Score(question.Score), breakdown.Total.Distribution?.Missing ?? 0)
            );
        }
        return (scores, loaded.Columns.VisibleCount, loaded.Schema.Attributes);
    }

    /// <summary>“November 2025 to October 2026”: of which months the answers are; empty where none has a day.</summary>
    public async Task<string?> When(Survey survey, Slice slice, CancellationToken stop)
    {
        if (survey.Questions.Find(q => q.IsScored) is not { } question)
            return null;
        var loaded = await Load(survey, stop);
        var query = new BreakdownQuery(question.Name) { Every = Cadence.Month, Where = slice.ForColumns };
        return loaded.Columns.Ask(query).Refused(out _, out var found) ? null : ScoreWords.Months(found.Periods);
    }

    /// <summary>What answers can be told apart by: the ones that fit a screen first, each sort by name, the wave last.</summary>
    public async Task<IReadOnlyList<string>> Attributes(Survey survey, CancellationToken stop)
    {
        const int OnAScreen = 13;
        var loaded = await Load(survey, stop);
        return
        [
            .. loaded
                .Columns.Attributes.Zip(loaded.Schema.Attributes)
                .OrderBy(a => a.Second == SurveySchema.Wave)
                .ThenBy(a => a.First.Count > OnAScreen)
                .ThenBy(a => a.Second, StringComparer.OrdinalIgnoreCase)
                .Select(a => a.Second)
                .Concat(loaded.Schema.Sets)
                .Concat(loaded.Schema.Numbers.Select(n => n.Name)),
        ];
    }

    /// <summary>One question by an attribute (<paramref name="by"/>), by month (<paramref name="every"/>), or just its total.</summary>
    public async Task<Outcome<ScoreTable>> Of(
        Survey survey,
        string name,
        Slice slice,
        string? by,
        Cadence? every,
        CancellationToken stop
    )
    {
        if (survey.Questions.Find(q => q.IsScored && (q.Name == name || q.Id.ToString() == name)) is not { } question)
            return Refusal.Missing("question");
        var loaded = await Load(survey, stop);
        if (by is not null && loaded.Schema.Sets.Contains(by))
            return ByOptions(survey, question, loaded, slice, by);
        var query = new BreakdownQuery(question.Name)
        {
            By = by,
            Every = every,
            Where = slice.ForColumns,
        };
        if (loaded.Columns.Ask(query).Refused(out var because, out var found))
            return new Refusal(because);
        List<(string, DateOnly?, Answer<Score>)> rows = every is not null
            ? [.. found.Periods.Zip(found.ByPeriod).Select(p => ("", p.First, p.Second.Score(question.Score)))]
            :
            [
                .. found
                    .Groups.Zip(found.ByGroup)
                    .Select(g => (g.First, (DateOnly?)null, g.Second.Score(question.Score))),
            ];
        return new ScoreTable(
            survey,
            question,
            loaded.Columns.IsWeighted,
            found.Total.Score(question.Score),
            found.Total.Distribution?.Missing ?? 0,
            rows
        );
    }

    static Outcome<ScoreTable> ByOptions(Survey survey, Question question, LoadedSurvey loaded, Slice slice, string by)
    {
        // Groups that overlap are protected over all answers; of a part of them more could follow.
        if (slice.Where.Count > 0)
            return new Refusal(
                $"People could choose several options of “{by}”, so these are compared over all answers only. Leave the filter out."
            );
        if (
            loaded.Columns.Ask(new(question.Name)).Refused(out var because, out var all)
            || loaded.Columns.ByOptions(question.Name, by).Refused(out because, out var options)
        )
            return new Refusal(because);
        return new ScoreTable(
            survey,
            question,
            loaded.Columns.IsWeighted,
            all.Total.Score(question.Score),
            all.Total.Distribution?.Missing ?? 0,
            [.. options.Select(o => (o.Name, (DateOnly?)null, o.Cell.Score(question.Score)))]
        )
        {
            Overlaps = true,
        };
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/surveys/{id}/scores/{question}", Get)
            .WithName("ReadScore")
            .WithSummary(
                "The score of a question with its interval, by group or month if one is named; small groups are hidden."
            );

    static async Task<Results<Ok<ScoreView>, ProblemHttpResult>> Get(
        Id<Survey> id,
        string question,
        string? by,
        ReadScores read,
        HttpRequest request,
        CancellationToken stop
    )
    {
        if (await read.Survey(id, stop) is not { } survey)
            return Refusal.Missing("survey").Problem();
        var every = by == "month" ? Cadence.Month : (Cadence?)null;
        var slice = SliceOf(survey, request.Query);
        return await read.Of(survey, question, slice, every is null ? by : null, every, stop)
            .Ok(table => ScoreView.Of(table, by));
    }

    /// <summary>What of the address is a filter: names of attributes of this survey.</summary>
    internal static Slice SliceOf(Survey survey, IQueryCollection query) =>
        new(
            survey
                .ToldApartBy.Append(SurveySchema.Wave)
                .Where(name => query.ContainsKey($"is.{name}"))
                .ToDictionary(name => name, name => query[$"is.{name}"].ToString())
        );
}

/// <summary>A score on the wire, as <c>heed analyze survey --json</c> writes it.</summary>
public sealed record ScoreView(
    string Kind,
    long N,
    long Missing,
    double? Value,
    double? Low,
    double? High,
    double? StandardError,
    IReadOnlyDictionary<string, long> Distribution,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WeightedView? Weighted,
    IReadOnlyList<GroupView> By,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Because
)
{
    /// <summary>A person may stand in several groups, so these do not add up to all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Overlap { get; init; }

    public static ScoreView Of(ScoreTable table, string? by)
    {
        var kind = table.Question.Score.ToString().ToLowerInvariant();
        List<GroupView> groups =
        [
            .. table.Rows.Select(r => GroupView.Of(by ?? "", r.From?.ToString("yyyy-MM-dd") ?? r.Group, r.Score)),
        ];
        if (table.Total.Refused(out var because, out var score))
            return new(
                kind,
                0,
                table.TotalMissing,
                null,
                null,
                null,
                null,
                new Dictionary<string, long>(),
                null,
                groups,
                because
            )
            {
                Overlap = table.Overlaps,
            };
        var scale = score.Distribution.Scale;
        return new(
            kind,
            score.N,
            score.Missing,
            score.Value,
            score.Low,
            score.High,
            score.StandardError,
            Enumerable.Range(scale.Low, scale.Points).ToDictionary(p => $"{p}", score.Distribution.CountOf),
            score.Weighted is { } w ? new(w.Value, w.Low, w.High, w.EffectiveN) : null,
            groups,
            null
        )
        {
            Overlap = table.Overlaps,
        };
    }
}

public sealed record WeightedView(double Value, double Low, double High, double EffectiveN);

/// <summary>One group. Hidden ones have no numbers at all, and say why.</summary>
public sealed record GroupView(
    string Column,
    string Group,
    long? N,
    double? Value,
    double? Low,
    double? High,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Because
)
{
    public static GroupView Of(string column, string group, Answer<Score> score) =>
        score.Refused(out var because, out var value)
            ? new(column, group, null, null, null, null, because)
            : new(column, group, value.N, value.Value, value.Low, value.High, null);
}
