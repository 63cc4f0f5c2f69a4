using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>What waits for an answer longer than it should, and what is held, for those who may see to it.</summary>
sealed class NominationsAtHome(HeedDb db, ReadNominations read, Visit visit, Workspace here, TimeProvider clock)
    : IHomeSource
{
    const int Most = 3;
    const double MinutesOfAnAnswer = 2;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        if (visit.Member is not { MayWrite: true } me)
            return [];
        var today = here.Today(clock);
        var late = read.Overdue();
        var waiting = await late.Take(Most + 1).ToListAsync(stop);
        List<HomeSentence> said = [.. waiting.Take(Most).Select(n => Late(n, today))];
        if (waiting.Count > Most)
        {
            var more = await late.CountAsync(stop) - Most;
            said.Add(
                HomeSentence.Rest(
                    HomeColumn.NeedsMe,
                    more,
                    $"{Format.Count(more, "more nomination")} without an answer",
                    "/waste"
                )
            );
        }
        var held = me.IsAdmin ? await db.Nominations.CountAsync(n => n.State == NominationState.Held, stop) : 0;
        if (held > 0)
            said.Add(
                new HomeSentence(
                    HomeColumn.NeedsMe,
                    $"{Format.Capital(Format.InWords(held))} {Format.Plural(held, "nomination is", "nominations are")} held: release or set aside.",
                    "/waste"
                )
                {
                    Status = Status.Held,
                    Weight = 1,
                    Action = "Open",
                    Minutes = MinutesOfAnAnswer * held,
                }
            );
        return said;
    }

    static HomeSentence Late(Nomination nomination, DateOnly today)
    {
        var what = Format.Shortened(nomination.What, 80);
        var days = today.DayNumber - nomination.AnswerDue.DayNumber;
        return new HomeSentence(
            HomeColumn.NeedsMe,
            $"“{what}” waits for an answer.",
            $"/waste/nominations/{nomination.Id}"
        )
        {
            Status = Status.Watch,
            Subject = what,
            Detail = $"an answer was due {Format.Count(days, "day")} ago",
            Weight = days,
            Action = "Answer",
            Minutes = MinutesOfAnAnswer,
        };
    }
}
