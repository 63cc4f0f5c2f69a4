using Heed.People;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>What Listen has to say on Home: files that wait for somebody, imports that failed, answers that are new.</summary>
sealed class ListenAtHome(HeedDb db, Visit visit, ReleaseAnswers release, TimeProvider clock) : IHomeSource
{
    const int Most = 5;
    const int DaysFresh = 7;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var since = now.AddDays(-DaysFresh);
        List<HomeSentence> said = [];
        if (visit.Member is { IsAdmin: true })
        {
            var waiting = await db
                .Imports.AsNoTracking()
                .Where(i =>
                    i.State == ImportState.Mapping
                    || i.State == ImportState.Checked
                    || (i.State == ImportState.Failed && i.ChangedAt >= since)
                )
                .OrderByDescending(i => i.CreatedAt)
                .Take(Most)
                .ToListAsync(stop);
            said.AddRange(waiting.Select(i => Waiting(i, now)));
        }
        var fresh = await db
            .Imports.AsNoTracking()
            .Where(i => i.State == ImportState.Done && i.DoneAt >= since)
            .Where(i => db.ReleasedRows.Any(r => r.ImportId == i.Id))
            .OrderByDescending(i => i.DoneAt)
            .Take(Most)
            .ToListAsync(stop);
        var shown = await release.Shown([.. fresh.Select(i => i.Id)], stop);
        said.AddRange(
            fresh
                // A few answers that are shown beside others are not counted apart.
                .Where(i => shown[i.Id] >= ReleaseAnswers.Fewest)
                .DistinctBy(i => i.SurveyId)
                .Select(i => new HomeSentence(
                    HomeColumn.New,
                    $"“{i.SurveyName}” has {Format.Count(shown[i.Id], "new response")}.",
                    $"/listen/surveys/{i.SurveyId}"
                )
                {
                    Subject = Format.Count(shown[i.Id], "new response"),
                    Detail = "See its scores with their intervals.",
                })
        );
        return said;
    }

    static HomeSentence Waiting(Import import, DateTimeOffset now)
    {
        var days = (now - import.CreatedAt).TotalDays;
        var href = $"/listen/imports/{import.Id}";
        return import.State == ImportState.Failed
            ? new(HomeColumn.Stuck, $"The import of “{import.FileName}” failed.", href)
            {
                Status = Status.OffCourse,
                Detail = import.FailedBecause,
                Weight = days,
            }
            : new(
                HomeColumn.NeedsMe,
                import.State == ImportState.Mapping
                    ? $"“{import.FileName}” waits for you to say what its columns mean."
                    : $"“{import.FileName}” was tried out and waits for your yes.",
                href
            )
            {
                Status = Status.Watch,
                Weight = days,
                Action = "Go on",
                Minutes = 2,
            };
    }
}

/// <summary>Surveys and questions by their names.</summary>
sealed class ListenSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(words))
            return [];
        var surveys = await db
            .Surveys.AsNoTracking()
            .Saying(words, s => s.Name)
            .OrderBy(s => s.Name)
            .Take(most)
            .Select(s => new { s.Id, s.Name })
            .ToListAsync(stop);
        var questions = await db
            .Questions.AsNoTracking()
            .Saying(words, q => q.Name, q => q.Text)
            .OrderBy(q => q.Name)
            .Take(most)
            .Join(db.Surveys, q => q.SurveyId, s => s.Id, (q, s) => new { Question = q, s.Name })
            .ToListAsync(stop);
        return
        [
            .. surveys
                .Select(s => new Found("survey", s.Name, $"/listen/surveys/{s.Id}"))
                .Concat(
                    questions.Select(q => new Found(
                        "question",
                        q.Question.Name,
                        q.Question.IsScored ? $"/listen/surveys/{q.Question.SurveyId}/scores/{q.Question.Id}"
                            : q.Question.IsCounted ? $"/listen/surveys/{q.Question.SurveyId}/questions/{q.Question.Id}"
                            : $"/listen/surveys/{q.Question.SurveyId}/remarks",
                        q.Name
                    ))
                )
                .Take(most),
        ];
    }
}
