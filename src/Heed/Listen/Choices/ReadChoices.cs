using System.Text.Json.Serialization;
using Heed.Analytics;
using Heed.Analytics.Columns;
using Heed.Analytics.Scores;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Listen;

/// <summary>One option with the percent of people who chose it, or why that is hidden.</summary>
public sealed record CountedOption(string Name, Answer<Score> Share);

/// <summary>A question with its options, those that most people chose first.</summary>
/// <param name="Answered">How many answered; why not, where few did.</param>
public sealed record CountedQuestion(
    Survey Survey,
    Question Question,
    Answer<long> Answered,
    long Missing,
    IReadOnlyList<CountedOption> Options
)
{
    public bool Overlaps => Question.Kind == QuestionKind.Choices;

    public CountedOption? Most => Options.FirstOrDefault(o => o.Share.IsGiven);
}

/// <summary>How many chose what, from the columns in memory, where options that few chose are hidden.</summary>
public sealed class ReadChoices(ReadScores read)
{
    /// <summary>Every question with options, in the order in which they came.</summary>
    public async Task<IReadOnlyList<CountedQuestion>> All(Survey survey, CancellationToken stop)
    {
        var loaded = await read.Load(survey, stop);
        return
        [
            .. survey
                .Questions.Where(q => q.IsChoice)
                .OrderBy(q => q.Id.Value)
                .Select(q => (Question: q, Found: loaded.Columns.Options(q.Name)))
                .Where(q => q.Found.IsGiven)
                .Select(q => Counted(survey, q.Question, q.Found.Value)),
        ];
    }

    /// <summary>One of them, by its name or its id.</summary>
    public async Task<Outcome<CountedQuestion>> Of(Survey survey, string name, CancellationToken stop)
    {
        if (survey.Questions.Find(q => q.IsChoice && (q.Name == name || q.Id.ToString() == name)) is not { } question)
            return Refusal.Missing("question");
        var loaded = await read.Load(survey, stop);
        return loaded.Columns.Options(question.Name).Refused(out var because, out var found)
            ? new Refusal(because)
            : Counted(survey, question, found);
    }

    static CountedQuestion Counted(Survey survey, Question question, OptionCounts found) =>
        new(
            survey,
            question,
            found.Total.Distribution is { } all ? all.N : new NoAnswer(found.Total.Because!),
            found.Total.Distribution?.Missing ?? 0,
            [
                .. found
                    .Options.Select(o => new CountedOption(o.Name, o.Cell.Score(ScoreKind.Share)))
                    .OrderByDescending(o => o.Share.IsGiven)
                    .ThenByDescending(o => o.Share.IsGiven ? LeadReading.Of(o.Share.Value).Value : 0)
                    .ThenBy(o => o.Name, StringComparer.Ordinal),
            ]
        );

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/surveys/{id}/questions/{question}", Get)
            .WithName("ReadChoice")
            .WithSummary(
                "How many chose each option of a question, in percent with its interval; options that few chose are hidden."
            );

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
/// <param name="Overlap">Whether people could choose several: then the percents add to more than 100.</param>
public sealed record ChoiceView(
    string Kind,
    bool Overlap,
    long? N,
    long? Missing,
    IReadOnlyList<OptionView> Options,
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
            counted.Answered.Because
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
