using Heed.Storage;

namespace Heed.Aim;

/// <summary>One page of what was said about an objective: questions with all their answers.</summary>
/// <param name="All">How many questions there are.</param>
/// <param name="Page">The last one holds the newest.</param>
public sealed record TalkPage(IReadOnlyList<Comment> Said, int All, int Page, int Pages)
{
    public const int Size = 30;
}

/// <summary>Reads what was said about an objective: all of it, a page at a time.</summary>
public sealed class ReadTalk(HeedDb db)
{
    /// <summary>Nobody reads more answers to thirty questions on one page; the API gives all.</summary>
    const int MostAnswers = 1000;

    /// <param name="page">The newest where none is asked for.</param>
    public async Task<TalkPage> Of(Id<Objective> id, int? page, CancellationToken stop)
    {
        var questions = db.Comments.AsNoTracking().Where(c => c.ObjectiveId == id && c.Answers == null);
        var all = await questions.CountAsync(stop);
        var pages = Math.Max(1, (all + TalkPage.Size - 1) / TalkPage.Size);
        var at = Math.Clamp(page ?? pages, 1, pages);
        var asked = await questions
            .OrderBy(c => c.At)
            .ThenBy(c => c.Id)
            .Skip((at - 1) * TalkPage.Size)
            .Take(TalkPage.Size)
            .ToListAsync(stop);
        var ids = asked.ConvertAll(c => (Id<Comment>?)c.Id);
        var answers = await db
            .Comments.AsNoTracking()
            .Where(c => c.ObjectiveId == id && ids.Contains(c.Answers))
            .OrderBy(c => c.At)
            .ThenBy(c => c.Id)
            .Take(MostAnswers)
            .ToListAsync(stop);
        return new([.. asked, .. answers], all, at, pages);
    }
}
