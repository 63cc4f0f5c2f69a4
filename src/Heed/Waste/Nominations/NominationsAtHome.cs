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
        said.AddRange(await CreptBack(me, stop));
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

    /// <summary>Seen by the watch over their trials. Where a practice was removed with it, the practice says so.</summary>
    async Task<IEnumerable<HomeSentence>> CreptBack(Member me, CancellationToken stop)
    {
        var (isAdmin, mine) = (me.IsAdmin, me.Teams.Select(t => t.TeamId).ToList());
        var back = await db
            .Nominations.AsNoTracking()
            .Where(n =>
                n.State == NominationState.Classed && (isAdmin || n.TeamId == null || mine.Contains(n.TeamId.Value))
            )
            .Where(n =>
                db.NominationSteps.Any(s =>
                    s.NominationId == n.Id && s.Number == n.Steps && s.Act == NominationAct.Relapse
                )
            )
            .Where(n => !db.Removals.Any(r => r.TrialId == n.TrialId))
            .OrderBy(n => n.Id)
            .Take(Most)
            .ToListAsync(stop);
        return back.Select(n => new HomeSentence(
            HomeColumn.NeedsMe,
            $"“{Format.Shortened(n.What, 80)}” was gone and crept back.",
            $"/waste/nominations/{n.Id}"
        )
        {
            Status = Status.OffCourse,
            Subject = Format.Shortened(n.What, 80),
            Detail = "gone once, and crept back: decide anew",
            Weight = 2,
            Action = "Decide",
            Minutes = MinutesOfAnAnswer,
        });
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
