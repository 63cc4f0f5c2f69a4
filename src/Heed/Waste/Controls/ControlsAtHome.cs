using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>Waivers that wait for an answer, end soon or have ended, and bindings that wait for a signature, for those who may see to it.</summary>
sealed class ControlsAtHome(HeedDb db, ReadRequirements requirements, Visit visit, Workspace here, TimeProvider clock)
    : IHomeSource
{
    const int Most = 3;
    const double MinutesOfAnAnswer = 3;

    /// <summary>For so long after its last day an expired waiver is spoken of at Home; on its control it stays.</summary>
    const int ToldDays = 30;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        if (visit.Member is not { MayWrite: true } me)
            return [];
        var today = here.Today(clock);
        var signs = await requirements.Signs(me, stop);
        var mine = me.Teams.Select(t => t.TeamId).ToList();
        var soon = today.AddDays(ReadWaivers.SoonDays);
        var told = today.AddDays(-ToldDays);
        var seen =
            from waiver in db.Waivers.AsNoTracking()
            join practice in db.Practices on waiver.PracticeId equals practice.Id
            where
                waiver.RefusedAt == null
                && waiver.RenewedAt == null
                && waiver.MadePermanentAt == null
                && waiver.Until <= soon
                && waiver.Until >= told
                && waiver.GrantedAt != null
                && (signs || waiver.AskedBy == me.Id || mine.Contains(practice.TeamId))
            orderby waiver.Until, waiver.Id
            select new { Waiver = waiver, practice.Name };
        var waiting =
            from waiver in db.Waivers.AsNoTracking()
            join practice in db.Practices on waiver.PracticeId equals practice.Id
            where
                waiver.RefusedAt == null
                && waiver.GrantedAt == null
                && waiver.AskedBy != me.Id
                && (signs || mine.Contains(practice.TeamId))
            orderby waiver.AskedAt, waiver.Id
            select new { Waiver = waiver, practice.Name };
        var ending = await seen.Take(Most + 1).ToListAsync(stop);
        List<HomeSentence> said = [.. ending.Take(Most).Select(w => Ending(w.Waiver, w.Name, today))];
        if (ending.Count > Most)
        {
            var more = await seen.CountAsync(stop) - Most;
            said.Add(
                HomeSentence.Rest(
                    HomeColumn.NeedsMe,
                    more,
                    $"{Format.Count(more, "more waiver")} that end or ended",
                    "/waste/controls"
                )
            );
        }
        said.AddRange(
            (await waiting.Take(Most).ToListAsync(stop)).Select(w => new HomeSentence(
                HomeColumn.NeedsMe,
                $"A waiver of “{Format.Shortened(w.Name)}” is asked for.",
                $"/waste/controls/{w.Waiver.PracticeId}"
            )
            {
                Status = Status.Watch,
                Subject = Format.Shortened(w.Name),
                Detail = Format.Shortened(w.Waiver.Scope, 80),
                Weight = 1,
                Action = "Answer",
                Minutes = MinutesOfAnAnswer,
            })
        );
        if (signs)
            said.AddRange(await Unsigned(me, stop));
        return said;
    }

    static HomeSentence Ending(Waiver waiver, string name, DateOnly today)
    {
        var days = waiver.Until.DayNumber - today.DayNumber;
        var control = Format.Shortened(name);
        return new HomeSentence(
            HomeColumn.NeedsMe,
            days < 0 ? $"The waiver of “{control}” has expired." : $"The waiver of “{control}” ends soon.",
            $"/waste/controls/{waiver.PracticeId}"
        )
        {
            Status = days < 0 ? Status.OffCourse : Status.Watch,
            Subject = control,
            Detail =
                days < 0 ? $"{Format.Count(-days, "day")} ago; its cases follow the control again"
                : days == 0 ? "today is its last day"
                : $"its last day is in {Format.Count(days, "day")}",
            Weight = ReadWaivers.SoonDays - days,
            Action = "Open",
            Minutes = MinutesOfAnAnswer,
        };
    }

    async Task<IEnumerable<HomeSentence>> Unsigned(Member me, CancellationToken stop)
    {
        var open = await (
            from change in db.BindingChanges.AsNoTracking()
            join requirement in db.Requirements on change.RequirementId equals requirement.Id
            where change.SignedAt == null && change.DeclinedAt == null && change.ProposedBy != me.Id
            orderby change.ProposedAt, change.Id
            select new { requirement.Id, requirement.Name }
        )
            .Take(Most)
            .ToListAsync(stop);
        return open.Select(r => new HomeSentence(
            HomeColumn.NeedsMe,
            $"A change of what binds “{Format.Shortened(r.Name)}” waits for a signature.",
            $"/waste/requirements/{r.Id}"
        )
        {
            Status = Status.Watch,
            Subject = Format.Shortened(r.Name),
            Weight = 1,
            Action = "Sign or decline",
            Minutes = MinutesOfAnAnswer,
        });
    }
}
