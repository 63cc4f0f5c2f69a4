using Heed.Storage;

namespace Heed.Listen;

public sealed record Remark(string Question, string Words);

public sealed record RemarkPage(IReadOnlyList<Remark> Remarks, long All, int Page, string? Because);

/// <summary>
/// Free words, newest first, a page at a time. Shown only where eight or more people wrote, and where whoever is left
/// out wrote eight or more as well; filtered by one attribute at most (methods/trust.md B6, A2 and A3).
/// </summary>
public sealed class ReadRemarks(HeedDb db, StoredResponses stored, ReadScores read)
{
    public const int OnPage = 50;
    public const int Fewest = 8;

    /// <summary>The newest few of everybody, under the same rules.</summary>
    public Task<RemarkPage> Newest(Survey survey, int most, CancellationToken stop) =>
        Run(survey, Slice.All, 1, stop, most);

    public async Task<RemarkPage> Run(Survey survey, Slice slice, int page, CancellationToken stop, int size = OnPage)
    {
        if (slice.Where.Count > 1)
            return new([], 0, 1, "Remarks can be filtered by one attribute at a time, so that nobody is singled out.");
        var loaded = await read.Load(survey, stop);
        var all = loaded.Remarks.Now();
        var filter = Filter(loaded, slice);
        var matching =
            filter is not { } by ? all.Count
            : by.Code is { } code ? all.CountOf(by.Attribute, code)
            : 0;
        if (matching == 0)
            return new([], 0, 1, null);
        if (matching < Fewest || (all.Count > matching && all.Count - matching < Fewest))
            return new(
                [],
                0,
                1,
                $"Not shown: fewer than {Fewest} people wrote here, or fewer than {Fewest} are left out."
            );

        page = Math.Clamp(page, 1, (matching + size - 1) / size);
        var before = (page - 1) * size;
        var shown = filter is { Code: { } value } one
            ? all.Page(one.Attribute, value, before, size)
            : all.Page(before, size);
        var records = (await stored.At([.. shown.Select(r => r.Sequence).Distinct()], stop)).ToDictionary(r =>
            r.Sequence
        );
        var plans = await Plans(survey, stop);
        List<Remark> remarks = [];
        foreach (var place in shown)
            if (records.TryGetValue(place.Sequence, out var response))
                remarks.Add(Words(plans[place.Sequence >> 28], response, loaded.RemarkQuestions[place.Question]));
        return new(remarks, matching, page, null);
    }

    /// <summary>What to filter by: nothing, or a value of an attribute, which may be one that nobody gave.</summary>
    static (int Attribute, ushort? Code)? Filter(LoadedSurvey loaded, Slice slice)
    {
        if (slice.Where.Count == 0)
            return null;
        var (name, value) = slice.Where.Single();
        var index = loaded.Schema.Attributes.ToList().IndexOf(name);
        if (index < 0)
            return (0, null);
        var column = loaded.Columns.Attributes[index];
        var code = Enumerable.Range(0, column.Count).FirstOrDefault(c => column[c] == value, -1);
        return (index, code < 0 ? null : (ushort)code);
    }

    async Task<Dictionary<long, RowPlan>> Plans(Survey survey, CancellationToken stop)
    {
        var imports = await db
            .Imports.AsNoTracking()
            .Where(i => i.SurveyId == survey.Id && i.State == ImportState.Done)
            .ToListAsync(stop);
        return imports.ToDictionary(i => i.Number, LoadedSurveys.PlanOf);
    }

    static Remark Words(RowPlan plan, Response response, string question)
    {
        using var reader = RecordReader.Over(plan.Shape.Delimiter);
        reader.Load(response.Record);
        var (cell, _, _) = Array.Find(plan.Remarks, r => r.Question == question);
        return new(question, reader.Text(cell).Trim());
    }
}
