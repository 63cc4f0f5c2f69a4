using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Listen;

/// <summary>Rejected rows and scores as CSV, streamed.</summary>
static class DownloadFiles
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/listen/imports/{id}/rejected.csv", Rejected).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/listen/surveys/{id}/scores.csv", Scores).RequireAuthorization().ExcludeFromDescription();
    }

    static async Task<Results<PushStreamHttpResult, NotFound>> Rejected(
        string id,
        HeedDb db,
        StoredResponses stored,
        Member me,
        CancellationToken stop
    )
    {
        if (
            !Id<Import>.TryParse(id, null, out var importId)
            || !me.IsAdmin
            || await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == importId, stop) is not { } import
        )
            return TypedResults.NotFound();
        return TypedResults.Stream(
            to => Write(to, stored, import, stop),
            "text/csv; charset=utf-8",
            "rejected-rows.csv"
        );
    }

    static async Task Write(Stream to, StoredResponses stored, Import import, CancellationToken stop)
    {
        var shape = FileShape.FromJson(import.Shape);
        await using var text = new StreamWriter(to, CsvWriter.Encoding);
        await text.WriteAsync(CsvWriter.Line([.. shape.Columns.Select(c => c.Name), "Rejected because"]));
        using var reader = RecordReader.Over(shape.Delimiter);
        await foreach (var row in stored.Rejected(import, stop))
        {
            reader.Load(row.Record);
            var cells = Enumerable.Range(0, Math.Max(reader.Cells, shape.Columns.Count)).Select(reader.Text);
            await text.WriteAsync(CsvWriter.Line([.. cells, row.Because]));
        }
    }

    static async Task<Results<PushStreamHttpResult, NotFound>> Scores(
        string id,
        ReadScores read,
        HttpRequest request,
        CancellationToken stop
    )
    {
        if (!Id<Survey>.TryParse(id, null, out var surveyId) || await read.Survey(surveyId, stop) is not { } survey)
            return TypedResults.NotFound();
        var slice = ReadScores.SliceOf(survey, request.Query);
        var (_, _, attributes) = await read.All(survey, slice, stop);
        var tables = new List<(string? By, ScoreTable Table)>();
        foreach (var question in survey.Questions.Where(q => q.IsScored).OrderBy(q => q.Id.Value))
        foreach (var by in attributes.Cast<string?>().DefaultIfEmpty(null))
            if (!(await read.Of(survey, question.Name, slice, by, null, stop)).Refused(out _, out var table))
                tables.Add((by, table));
        return TypedResults.Stream(to => Write(to, tables), "text/csv; charset=utf-8", "scores.csv");
    }

    static async Task Write(Stream to, List<(string? By, ScoreTable Table)> tables)
    {
        await using var text = new StreamWriter(to, CsvWriter.Encoding);
        await text.WriteAsync(
            "Question,Kind,Scale,By,Group,n,Missing,Value,Low,High,Weighted value,Weighted low,Weighted high,Effective n,Not shown because\r\n"
        );
        HashSet<Id<Question>> told = [];
        foreach (var (by, table) in tables)
        {
            if (told.Add(table.Question.Id))
                await text.WriteAsync(Row(table.Question, "", "", table.Total));
            if (by is null)
                continue;
            foreach (var (group, _, score) in table.Rows)
                await text.WriteAsync(Row(table.Question, by, group, score));
        }
    }

    static string Row(Question question, string by, string group, Analytics.Answer<Analytics.Scores.Score> score)
    {
        List<string> cells = [question.Name, question.Kind.ToString(), question.Scale, by, group];
        if (score.Refused(out var because, out var s))
            return CsvWriter.Line([.. cells, "", "", "", "", "", "", "", "", "", because]);
        return CsvWriter.Line([
            .. cells,
            CsvWriter.Number(s.N),
            CsvWriter.Number(s.Missing),
            CsvWriter.Number(s.Value),
            CsvWriter.Number(s.Low),
            CsvWriter.Number(s.High),
            CsvWriter.Number(s.Weighted?.Value),
            CsvWriter.Number(s.Weighted?.Low),
            CsvWriter.Number(s.Weighted?.High),
            CsvWriter.Number(s.Weighted?.EffectiveN),
            "",
        ]);
    }
}
