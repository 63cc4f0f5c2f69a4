using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Listen;

/// <summary>What the pages of questions with options and numbers show, as CSV, and nothing more.</summary>
static class DownloadOptions
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/listen/surveys/{id}/options.csv", Get).RequireAuthorization().ExcludeFromDescription();

    static async Task<Results<PushStreamHttpResult, NotFound>> Get(
        string id,
        ReadScores read,
        ReadChoices choices,
        CancellationToken stop
    )
    {
        if (!Id<Survey>.TryParse(id, null, out var surveyId) || await read.Survey(surveyId, stop) is not { } survey)
            return TypedResults.NotFound();
        var counted = await choices.All(survey, stop);
        return TypedResults.Stream(to => Write(to, counted), "text/csv; charset=utf-8", "options.csv");
    }

    static async Task Write(Stream to, IReadOnlyList<CountedQuestion> counted)
    {
        await using var text = new StreamWriter(to, CsvWriter.Encoding);
        await text.WriteAsync(
            "Question,Kind,Option,Count,n,Value,Low,High,Weighted value,Weighted low,Weighted high,Effective n,Not shown because\r\n"
        );
        foreach (var question in counted)
        {
            if (question.Number is { } number)
                await text.WriteAsync(Mean(question.Question, MeanView.Of(number)));
            foreach (var option in question.Options)
                await text.WriteAsync(Row(question.Question, OptionView.Of(option)));
        }
    }

    static string Mean(Question question, MeanView mean) =>
        Line(question, "mean", null, mean.N, mean.Value, mean.Low, mean.High, mean.Weighted, mean.Because);

    static string Row(Question question, OptionView option) =>
        Line(
            question,
            option.Option,
            option.Count,
            option.N,
            option.Percent,
            option.Low,
            option.High,
            option.Weighted,
            option.Because
        );

    static string Line(
        Question question,
        string of,
        double? count,
        double? n,
        double? value,
        double? low,
        double? high,
        WeightedView? weighted,
        string? because
    ) =>
        CsvWriter.Line([
            question.Name,
            question.Kind.ToString(),
            of,
            CsvWriter.Number(count),
            CsvWriter.Number(n),
            CsvWriter.Number(value),
            CsvWriter.Number(low),
            CsvWriter.Number(high),
            CsvWriter.Number(weighted?.Value),
            CsvWriter.Number(weighted?.Low),
            CsvWriter.Number(weighted?.High),
            CsvWriter.Number(weighted?.EffectiveN),
            because ?? "",
        ]);
}
