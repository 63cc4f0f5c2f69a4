using System.Text.Json.Serialization;
using Heed.Analytics;
using Heed.Analytics.Columns;
using Heed.Analytics.Scores;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Listen;

/// <summary>One option with the percent of people who chose it, or why that is hidden.</summary>
public sealed record CountedOption(string Name, Answer<Score> Share);

/// <summary>A question with its options, those that most people chose first; or a number with its bands, the lowest first.</summary>
/// <param name="Answered">How many answered; why not, where few did.</param>
public sealed record CountedQuestion(
    Survey Survey,
    Question Question,
    Answer<long> Answered,
    long Missing,
    IReadOnlyList<CountedOption> Options
)
{
    /// <summary>What is shown of a number beside its bands; null for options.</summary>
    public CountedNumber? Number { get; init; }

    public bool Overlaps => Question.Kind == QuestionKind.Choices;

    /// <summary>The first of those that most chose; null where what they chose is hidden.</summary>
    public CountedOption? Most =>
        Options
            .Where(o => o.Share.IsGiven && o.Share.Value.Distribution.CountOf(1) > 0)
            .MaxBy(o => LeadReading.Of(o.Share.Value).Value);
}

/// <summary>The mean of a number, as exact as may be said, and the bands in which the middle answer lies.</summary>
/// <param name="Weighted">The same by weights, where answers carry them.</param>
/// <param name="Middle">One band, or those between which some are hidden; none where nothing is shown.</param>
public sealed record CountedNumber(Answer<NumberMean> Mean, NumberMean? Weighted, IReadOnlyList<string> Middle)
{
    /// <summary>The one that comes first: weighted, where there are weights.</summary>
    public NumberMean? Lead => Weighted ?? (Mean.IsGiven ? Mean.Value : null);
}

/// <summary>How many chose what, from the columns in memory, where options that few chose are hidden.</summary>
public sealed class ReadChoices(ReadScores read)
{
    /// <summary>Every question with options or numbers, in the order in which they came.</summary>
    public async Task<IReadOnlyList<CountedQuestion>> All(Survey survey, CancellationToken stop)
    {
        var loaded = await read.Load(survey, stop);
        return
        [
            .. survey
                .Questions.Where(q => q.IsCounted)
                .OrderBy(q => q.Id.Value)
                .Select(q => Counted(survey, q, loaded.Columns))
                .Where(counted => counted.IsGiven)
                .Select(counted => counted.Value),
        ];
    }

    /// <summary>One of them, by its name or its id.</summary>
    public async Task<Outcome<CountedQuestion>> Of(Survey survey, string name, CancellationToken stop)
    {
        if (survey.Questions.Find(q => q.IsCounted && (q.Name == name || q.Id.ToString() == name)) is not { } question)
            return Refusal.Missing("question");
        var loaded = await read.Load(survey, stop);
        return Counted(survey, question, loaded.Columns).Refused(out var because, out var counted)
            ? new Refusal(because)
            : counted;
    }

    static Answer<CountedQuestion> Counted(Survey survey, Question question, SurveyColumns columns)
    {
        if (!question.IsNumber)
            return columns.Options(question.Name).Refused(out var because, out var found)
                ? new NoAnswer(because)
                : Counted(survey, question, found);
        if (columns.Number(question.Name).Refused(out var why, out var number))
            return new NoAnswer(why);
        var counted = Counted(survey, question, number.Counts);
        string[] names = [.. question.Bands.Names];
        return counted with
        {
            Options = [.. counted.Options.OrderBy(o => Array.IndexOf(names, o.Name))],
            Number = new(
                number.Mean,
                number.Weighted,
                number.Middle is { } middle ? [.. names.Take(middle.Last + 1).Skip(middle.First)] : []
            ),
        };
    }

    static CountedQuestion Counted(Survey survey, Question question, OptionCounts found) =>
        new(
            survey,
            question,
            found.Total.Distribution is { } all ? all.N : new NoAnswer(found.Total.Because!),
            found.Total.Distribution?.Missing ?? 0,
            [
                .. found
                    .Options.Select(o => new CountedOption(
                        o.Name,
                        // An option that nobody chose would say how many answered.
                        found.Total.Because
                            is { } hidden
                            ? new NoAnswer(hidden)
                            : o.Cell.Score(ScoreKind.Share)
                    ))
                    .OrderByDescending(o => o.Share.IsGiven)
                    .ThenByDescending(o => o.Share.IsGiven ? LeadReading.Of(o.Share.Value).Value : 0)
                    .ThenBy(o => o.Name, StringComparer.Ordinal),
            ]
        );

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/surveys/{id}/questions/{question}", Get)
            .WithName("ReadChoice")
            .WithSummary("How many chose each option, or gave a number in each band, with intervals; few are hidden.");

    static async Task<Results<Ok<ChoiceView>, ProblemHttpResult>> Get(
        Id<Survey> id,
        string question,
        ReadScores read,
        ReadChoices choices,
        CancellationToken stop
    ) =>
        await read.Survey(id, stop) is { } survey
            ? await choices.Of(survey, question, stop).Ok(ChoiceView.Of)
            : Refusal.Missing("survey").Problem();
}

/// <summary>A question with options on the wire.</summary>
/// <param name="Mean">Of a number: its mean, no finer than so many answers may say.</param>
/// <param name="Middle">Of a number: the bands in which the middle answer lies.</param>
/// <param name="Overlap">Whether people could choose several: then the percents add to more than 100.</param>
public sealed record ChoiceView(
    string Kind,
    bool Overlap,
    long? N,
    long? Missing,
    IReadOnlyList<OptionView> Options,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MeanView? Mean,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Middle,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Because
)
{
    public static ChoiceView Of(CountedQuestion counted) =>
        new(
            counted.Question.Kind.ToString().ToLowerInvariant(),
            counted.Overlaps,
            counted.Answered.IsGiven ? counted.Answered.Value : null,
            counted.Answered.IsGiven ? counted.Missing : null,
            [.. counted.Options.Select(OptionView.Of)],
            counted.Number is { } number ? MeanView.Of(number) : null,
            counted.Number?.Middle,
            counted.Answered.Because
        );
}

/// <summary>The mean of a number with its 95 % interval.</summary>
public sealed record MeanView(
    double? Value,
    double? Low,
    double? High,
    double? N,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WeightedView? Weighted,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Because
)
{
    public static MeanView Of(CountedNumber number) =>
        number.Mean.Refused(out var because, out var mean)
            ? new(null, null, null, null, null, because)
            : new(
                mean.Value,
                mean.Low,
                mean.High,
                mean.N,
                number.Weighted is { } w ? new(w.Value, w.Low, w.High, w.N) : null,
                null
            );
}

/// <summary>One option. Hidden ones have no numbers at all, and say why.</summary>
/// <param name="Count">How many chose it.</param>
/// <param name="N">Of how many: those who answered in the releases that show it.</param>
public sealed record OptionView(
    string Option,
    long? Count,
    long? N,
    double? Percent,
    double? Low,
    double? High,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WeightedView? Weighted,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Because
)
{
    public static OptionView Of(CountedOption option) =>
        option.Share.Refused(out var because, out var share)
            ? new(option.Name, null, null, null, null, null, null, because)
            : new(
                option.Name,
                share.Distribution.CountOf(1),
                share.N,
                share.Value,
                share.Low,
                share.High,
                share.Weighted is { } w ? new(w.Value, w.Low, w.High, w.EffectiveN) : null,
                null
            );
}
