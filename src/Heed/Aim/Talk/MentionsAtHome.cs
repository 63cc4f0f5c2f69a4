using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>Where somebody calls me in the talk on an objective, until I say something there.</summary>
sealed class MentionsAtHome(HeedDb db, ReadMembers members, Visit visit, TimeProvider clock) : IHomeSource
{
    const int Most = 5;
    const int Days = 14;
    const double MinutesOfAnAnswer = 2;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        if (visit.Member is not { } me)
            return [];
        var (id, since) = (me.Id, clock.GetUtcNow().AddDays(-Days));
        var called = await db
            .Mentions.AsNoTracking()
            .Where(m => m.MemberId == id && m.At > since)
            .Where(m => !db.Comments.Any(c => c.ObjectiveId == m.ObjectiveId && c.By == id && c.At > m.At))
            .Join(
                db.Comments,
                m => m.CommentId,
                c => c.Id,
                (m, c) =>
                    new
                    {
                        m.ObjectiveId,
                        c.Text,
                        c.By,
                        m.At,
                    }
            )
            .OrderBy(m => m.At)
            .Take(Most)
            .ToListAsync(stop);
        if (called.Count == 0)
            return [];
        var names = await members.Names([.. called.Select(m => m.By).Distinct()], stop);
        return
        [
            .. called.Select(m => new HomeSentence(
                HomeColumn.NeedsMe,
                $"{names[m.By]} calls you: “{Format.Shortened(m.Text)}”",
                $"/aim/objectives/{m.ObjectiveId}"
            )
            {
                Status = Status.Watch,
                Subject = names[m.By],
                Weight = (clock.GetUtcNow() - m.At).TotalDays,
                Action = "Answer",
                Minutes = MinutesOfAnAnswer,
            }),
        ];
    }
}
