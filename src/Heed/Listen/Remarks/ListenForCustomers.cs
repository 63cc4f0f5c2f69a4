using Heed.Storage;

namespace Heed.Listen;

/// <summary>
/// Lets the respondents of a survey speak beside the numbers made of their answers: the newest remarks, unfiltered, under
/// the rules of <see cref="ReadRemarks"/>.
/// </summary>
sealed class ListenForCustomers(HeedDb db, ReadScores read, ReadRemarks remarks) : IVerbatimSource
{
    public async Task<Verbatims?> Behind(string computedFrom, int most, CancellationToken stop) =>
        MeasureScores.SurveyOf(computedFrom) is { } survey ? await Of(survey, most, stop) : null;

    public async Task<Verbatims?> Last(int most, CancellationToken stop)
    {
        var heard = await db
            .Imports.AsNoTracking()
            .Where(i =>
                i.State == ImportState.Done && i.SurveyId != null && db.ReleasedRows.Any(r => r.ImportId == i.Id)
            )
            .OrderByDescending(i => i.DoneAt)
            .Select(i => i.SurveyId)
            .FirstOrDefaultAsync(stop);
        return heard is { } survey ? await Of(survey, most, stop) : null;
    }

    async Task<Verbatims?> Of(Id<Survey> id, int most, CancellationToken stop)
    {
        if (await read.Survey(id, stop) is not { } survey || !survey.Questions.Exists(q => q.IsRemark))
            return null;
        var page = await remarks.Newest(survey, most, stop);
        return page.All == 0 && page.Because is null
            ? null
            : new Verbatims(
                [.. page.Remarks.Select(r => new Verbatim(r.Words, r.Question))],
                page.All,
                survey.Name,
                $"/listen/surveys/{survey.Id}/remarks",
                page.Because
            );
    }
}
