using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>Something that a trial took away and that stayed away.</summary>
/// <param name="Address">Its page.</param>
/// <param name="Kind">Of a practice; empty where it was nominated alone.</param>
/// <param name="Promised">Hours of staff a month that it was said to take; null where nobody said.</param>
/// <param name="Back">Hours a month that its trial measured; null where its metric counts something else.</param>
public sealed record GoneThing(
    string Name,
    string Address,
    string? Team,
    PracticeKind? Kind,
    NominationClass? Class,
    DateOnly Since,
    string Trial,
    string Verdict,
    LikelyRange? Promised,
    EvidenceClass? Evidence,
    HoursBack? Back
);

/// <summary>How many removals of one kind or of one class stayed, and how long; of all of them where both are empty.</summary>
/// <param name="Kind">Of the practice that was removed.</param>
/// <param name="Class">Of the nomination from which the removal came.</param>
/// <param name="Ended">Those that crept back or were put back.</param>
/// <param name="AYear">The part that is gone after a year (Kaplan–Meier); null where that cannot be told.</param>
public sealed record Stayed(PracticeKind? Kind, NominationClass? Class, int Watched, int Ended, SurvivalStep? AYear);

/// <param name="Others">How many more are gone than the wall shows.</param>
public sealed record Wall(IReadOnlyList<GoneThing> Things, int Others, IReadOnlyList<Stayed> Stayed)
{
    public LikelyRange? Promised =>
        Things.Select(t => t.Promised).OfType<LikelyRange>().ToList() is { Count: > 0 } all
            ? all.Aggregate((a, b) => a + b)
            : null;

    public HoursBack? Back => HoursBack.Sum([.. Things.Select(t => t.Back).OfType<HoursBack>()]);

    public int Measured => Things.Count(t => t.Back is not null);
}

/// <summary>Reads the wall of gone things: what trials took away, verified, with the hours that were promised and those that were measured.</summary>
public sealed class ReadGone(
    HeedDb db,
    Workspace here,
    ReadTrials trials,
    ReadTeams teams,
    NameMetrics metrics,
    TimeProvider clock
)
{
    public const int Most = 100;

    /// <summary>Fewer say nothing of how long removals last.</summary>
    const int FewestWatched = 5;
    const int MostMoves = 20_000;

    public async Task<Wall> Run(CancellationToken stop)
    {
        var practices = await GonePractices()
            .OrderByDescending(p => p.StateSince)
            .ThenBy(p => p.Id)
            .Take(Most)
            .ToListAsync(stop);
        var ids = practices.ConvertAll(p => p.Id);
        var removals = (
            await db
                .Removals.AsNoTracking()
                .Where(r => ids.Contains(r.PracticeId) && r.TrialId != null)
                .ToListAsync(stop)
        )
            .GroupBy(r => r.PracticeId)
            .ToDictionary(g => g.Key, g => g.MaxBy(r => r.At)!);
        var nominated = await Nominated().OrderByDescending(n => n.On).ThenBy(n => n.Id).Take(Most).ToListAsync(stop);
        List<Id<Trial>> tried =
        [
            .. removals.Values.Select(r => r.TrialId!.Value).Concat(nominated.Select(n => n.TrialId!.Value)).Distinct(),
        ];
        var (plans, verdicts) = (await trials.Of(tried, stop), await trials.Verdicts(tried, stop));
        var units = await metrics.Of([.. removals.Values.Select(r => r.MetricId).Distinct()], stop);
        var names = await teams.Names(stop);
        var classes = (
            await db
                .Nominations.Where(n => n.TrialId != null && tried.Contains(n.TrialId.Value))
                .Select(n => new { n.TrialId, n.Class })
                .ToListAsync(stop)
        ).ToLookup(n => n.TrialId, n => n.Class);
        List<GoneThing> things =
        [
            .. practices.Where(p => removals.ContainsKey(p.Id)).Select(p => OfPractice(p, removals[p.Id])),
            .. nominated.Where(IsGone).Select(OfNomination),
        ];
        things = [.. things.OrderByDescending(t => t.Since).ThenBy(t => t.Name, StringComparer.Ordinal)];
        var others = await GonePractices().CountAsync(stop) - practices.Count;
        return new([.. things.Take(Most)], Math.Max(0, others + things.Count - Most), await Lasting(stop));

        bool IsGone(Nomination nomination) =>
            Practice.IsGone(plans[nomination.TrialId!.Value], verdicts[nomination.TrialId.Value].FirstOrDefault());

        GoneThing OfPractice(Practice practice, Removal removal)
        {
            var (trial, verdict) = (plans[removal.TrialId!.Value], verdicts[removal.TrialId.Value].First());
            var line = practice.Burden.Find(l => l.Ledger == Ledger.StaffHours);
            var metric = units[removal.MetricId];
            return new(
                practice.Name,
                $"/waste/practices/{practice.Id}",
                names.GetValueOrDefault(practice.TeamId),
                practice.Kind,
                classes[removal.TrialId].FirstOrDefault(),
                here.DayOf(practice.StateSince),
                trial.Change,
                verdict.Sentence,
                line?.Month,
                line?.Evidence,
                // The trial may have been planned on another metric than the one that was named before.
                removal.CountsHours
                && verdict.MetricId == removal.MetricId
                    ? HoursBack.Of(verdict, metric.Unit, metric.Cadence)
                    : null
            );
        }

        GoneThing OfNomination(Nomination nomination)
        {
            var (trial, verdict) = (plans[nomination.TrialId!.Value], verdicts[nomination.TrialId.Value].First());
            return new(
                nomination.What,
                $"/waste/nominations/{nomination.Id}",
                nomination.TeamId is { } team ? names.GetValueOrDefault(team) : null,
                null,
                nomination.Class,
                here.DayOf(trial.AdoptedAt!.Value),
                trial.Change,
                verdict.Sentence,
                null,
                null,
                null
            );
        }
    }

    /// <summary>Lightened and replaced controls are still done.</summary>
    IQueryable<Practice> GonePractices() =>
        db
            .Practices.AsNoTracking()
            .Include(p => p.Burden)
            .Where(p => p.State == PracticeState.Gone)
            .Where(p => !db.Controls.Any(c => c.PracticeId == p.Id && c.Aim != null && c.Aim != ControlAim.Retire));

    /// <summary>Those that no practice stands for: one trial is on the wall once.</summary>
    IQueryable<Nomination> Nominated() =>
        db
            .Nominations.AsNoTracking()
            .Where(n => n.State == NominationState.Decided && n.TrialId != null)
            .Where(n => !db.Removals.Any(r => r.TrialId == n.TrialId));

    /// <summary>From the day on which a practice was first found gone to the day on which it was back, or to today.</summary>
    async Task<IReadOnlyList<Stayed>> Lasting(CancellationToken stop)
    {
        var moves = await db
            .PracticeMoves.AsNoTracking()
            .Where(m => m.Act == PracticeAct.Confirm || m.Act == PracticeAct.Relapse || m.Act == PracticeAct.Restore)
            .Join(
                db.Practices,
                m => m.PracticeId,
                p => p.Id,
                (m, p) =>
                    new
                    {
                        m.PracticeId,
                        m.Act,
                        m.From,
                        m.At,
                        p.Kind,
                    }
            )
            .OrderByDescending(m => m.At)
            .Take(MostMoves)
            .ToListAsync(stop);
        // One that several nominated is of the class of the first that was classed.
        var classes = (
            await (
                from removal in db.Removals
                join nomination in db.Nominations on removal.TrialId equals nomination.TrialId
                where removal.TrialId != null && nomination.Class != null
                orderby nomination.On, nomination.Id
                select new { removal.PracticeId, nomination.Class }
            )
                .Take(MostMoves)
                .ToListAsync(stop)
        ).ToLookup(c => c.PracticeId, c => c.Class);
        var now = clock.GetUtcNow();
        var lives = moves
            .GroupBy(m => (m.PracticeId, m.Kind))
            .Select(of =>
            {
                var told = of.OrderBy(m => m.At).ToList();
                var gone = told.Find(m => m.Act == PracticeAct.Confirm);
                var back = gone is null ? null : told.Find(m => m.Act != PracticeAct.Confirm && m.At >= gone.At);
                return (
                    of.Key.Kind,
                    Class: classes[of.Key.PracticeId].FirstOrDefault(),
                    Gone: gone?.At,
                    Life: gone is null
                        ? default
                        : new Lifetime(((back?.At ?? now) - gone.At).TotalDays, back is not null)
                );
            })
            .Where(l => l.Gone is not null)
            .ToList();
        if (lives.Count == 0)
            return [];
        return
        [
            Of(null, null, [.. lives.Select(l => l.Life)]),
            .. lives
                .Where(l => l.Class is not null)
                .GroupBy(l => l.Class)
                .OrderBy(g => g.Key)
                .Select(g => Of(null, g.Key, [.. g.Select(l => l.Life)])),
            .. lives.GroupBy(l => l.Kind).OrderBy(g => g.Key).Select(g => Of(g.Key, null, [.. g.Select(l => l.Life)])),
        ];
    }

    static Stayed Of(PracticeKind? kind, NominationClass? by, IReadOnlyList<Lifetime> lives)
    {
        var ended = lives.Count(l => l.Ended);
        // Beyond the longest watch nothing is known, and a handful says nothing of the rest.
        var step =
            lives.Count >= FewestWatched
            && lives.Max(l => l.Time) >= Year.Days
            && !Survival.Of(lives).Refused(out _, out var curve)
                ? curve.Steps.LastOrDefault(s => s.Time <= Year.Days)
                : default;
        return new(kind, by, lives.Count, ended, step.AtRisk > 0 ? step : null);
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/gone", List)
            .WithName("ListGone")
            .WithSummary(
                "What trials took away and what stayed away: hours promised, hours measured, how long removals last."
            );

    static async Task<Ok<Wall>> List(ReadGone read, CancellationToken stop) => TypedResults.Ok(await read.Run(stop));
}
