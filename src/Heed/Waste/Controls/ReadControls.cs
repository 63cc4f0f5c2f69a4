using Heed.Analytics.Evidence;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed record CatchView(DateOnly On, string Text);

public sealed record LighterWayView(string What, string Spares, bool IsChosen);

/// <summary>How often a control catches something: exact bounds of 95 %, one-sided where there was no catch.</summary>
public sealed record CatchRateView(long Caught, long Cases, double Rate, double Low, double High);

public sealed record ControlView(
    Id<Practice> Id,
    string Name,
    Id<Team> Team,
    string Reason,
    string? Asks,
    string? Works,
    PracticeState State,
    ControlAim? Aim,
    IReadOnlyList<PracticeAct> MayBe,
    IReadOnlyList<Id<Requirement>> Requirements,
    DateOnly? WatchedFrom,
    long? Cases,
    CatchRateView? Rate,
    IReadOnlyList<CatchView> Catches,
    IReadOnlyList<LighterWayView> LighterWays,
    IReadOnlyList<BurdenView> Burden,
    OverControlWord OverControl,
    double? Waived,
    int Version
)
{
    internal static ControlView Of(ControlCard card) =>
        new(
            card.Practice.Id,
            card.Practice.Name,
            card.Practice.TeamId,
            card.Practice.Reason,
            card.Control?.Asks,
            card.Control?.Works,
            card.Practice.State,
            card.Control?.Aim,
            PracticeMoves.Choices(card.Practice),
            [.. card.Requirements.Select(r => r.Id)],
            card.Control?.WatchedFrom,
            card.Control?.Cases,
            card.Control?.Rate is { } rate
                ? new(rate.Events, (long)rate.Exposure, rate.Rate, rate.Low, rate.High)
                : null,
            [.. card.Catches.Select(c => new CatchView(c.On, c.Text))],
            [.. card.Ways.Select(w => new LighterWayView(w.What, w.Spares, w.ChosenAt is not null))],
            [.. card.Practice.Burden.OrderBy(l => l.Ledger).Select(BurdenView.Of)],
            card.Row.Over,
            card.Row.Waived,
            card.Practice.Version
        );
}

/// <summary>A control on the register.</summary>
/// <param name="Binding">The firmest of what demands it; null where nothing does.</param>
/// <param name="Waived">The part of its cases under a live waiver; null where nobody counts them.</param>
public sealed record ControlRow(
    Id<Practice> Id,
    string Name,
    Id<Team> Team,
    PracticeState State,
    ControlAim? Aim,
    Binding? Binding,
    double? StaffHours,
    double? CustomerHours,
    double? Cash,
    DateOnly? WatchedFrom,
    DateOnly? LastCaught,
    OverControlWord Over,
    double? Waived
)
{
    /// <summary>Above it the control is wrong, and not the cases.</summary>
    public const double MostWaived = 0.10;

    public bool IsMostlyWaived => Waived > MostWaived;
}

/// <summary>All that the card of a control shows, but its waivers and its trial.</summary>
public sealed record ControlCard(
    Practice Practice,
    Control? Control,
    IReadOnlyList<Requirement> Requirements,
    ControlRow Row
)
{
    /// <summary>The newest first.</summary>
    public IReadOnlyList<Catch> Catches =>
        [.. (Control?.Catches ?? []).OrderByDescending(c => c.On).ThenByDescending(c => c.At)];

    public IReadOnlyList<LighterWay> Ways => [.. (Control?.Ways ?? []).OrderBy(w => w.Place)];
}

/// <summary>Reads the register of controls, in as many questions for many of them as for few.</summary>
public sealed class ReadControls(HeedDb db, Workspace here, TimeProvider clock)
{
    public Task<bool> Exists(Id<Practice> id, CancellationToken stop) =>
        db.Practices.AnyAsync(p => p.Id == id && p.Kind == PracticeKind.Control, stop);

    public async Task<ControlCard?> Of(Id<Practice> id, CancellationToken stop)
    {
        var practice = await db
            .Practices.AsNoTracking()
            .Include(p => p.Burden)
            .Include(p => p.Touches)
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Id == id && p.Kind == PracticeKind.Control, stop);
        if (practice is null)
            return null;
        var control = await db
            .Controls.AsNoTracking()
            .Include(c => c.Requirements)
            .Include(c => c.Catches)
            .Include(c => c.Ways)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.PracticeId == id, stop);
        var ids = (control?.Requirements ?? []).Select(r => r.RequirementId).ToList();
        var requirements =
            ids.Count == 0
                ? []
                : await ReadRequirements
                    .Whole(db.Requirements.AsNoTracking())
                    .Where(r => ids.Contains(r.Id))
                    .OrderBy(r => r.Name)
                    .ToListAsync(stop);
        var row = (await Register(stop)).Single(r => r.Id == id);
        return new(practice, control, requirements, row);
    }

    /// <summary>All controls by name, each with whether it is one too many.</summary>
    public async Task<IReadOnlyList<ControlRow>> Register(CancellationToken stop)
    {
        var today = here.Today(clock);
        var practices = await db
            .Practices.Where(p => p.Kind == PracticeKind.Control)
            .OrderBy(p => p.Name)
            .ThenBy(p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.Name,
                p.TeamId,
                p.State,
                p.StaffHours,
                p.CustomerHours,
                p.Cash,
            })
            .ToListAsync(stop);
        var controls = await db.Controls.AsNoTracking().ToDictionaryAsync(c => c.PracticeId, stop);
        var caught = await db
            .Catches.GroupBy(c => c.PracticeId)
            .Select(g => new { g.Key, Last = g.Max(c => c.On) })
            .ToDictionaryAsync(g => g.Key, g => g.Last, stop);
        var bindings = (
            await db
                .ControlRequirements.Join(
                    db.Requirements,
                    l => l.RequirementId,
                    r => r.Id,
                    (l, r) => new { l.PracticeId, r.Binding }
                )
                .ToListAsync(stop)
        ).ToLookup(l => l.PracticeId, l => l.Binding);
        var waived = await ReadWaivers
            .Live(db.Waivers, today)
            .GroupBy(w => w.PracticeId)
            .Select(g => new { g.Key, Cases = g.Sum(w => w.Cases) })
            .ToDictionaryAsync(g => g.Key, g => g.Cases, stop);
        List<ControlRow> rows =
        [
            .. practices.Select(p =>
            {
                var control = controls.GetValueOrDefault(p.Id);
                var monthly = control?.CasesAMonth(today);
                return new ControlRow(
                    p.Id,
                    p.Name,
                    p.TeamId,
                    p.State,
                    control?.Aim,
                    bindings[p.Id].Select(b => (Binding?)b).Min(),
                    p.StaffHours,
                    p.CustomerHours,
                    p.Cash,
                    control?.WatchedFrom,
                    caught.TryGetValue(p.Id, out var last) ? last : null,
                    OverControlWord.No,
                    waived.GetValueOrDefault(p.Id) is var cases && cases == 0 ? 0
                        : monthly > 0 ? Math.Min(1, cases / monthly.Value)
                        : null
                );
            }),
        ];
        // What is gone costs nothing any more, and makes no other control look light.
        var standing = rows.Index().Where(r => !IsGone(r.Item)).Select(r => r.Index).ToList();
        var words = OverControl.Of([.. standing.Select(i => Facts(rows[i]))], today);
        foreach (var (at, word) in standing.Zip(words))
            rows[at] = rows[at] with { Over = word };
        return rows;
    }

    static bool IsGone(ControlRow row) => row is { State: PracticeState.Gone, Aim: null or ControlAim.Retire };

    static OverControlFacts Facts(ControlRow row) =>
        new(
            row.Binding is null or Binding.OwnPolicy or Binding.Habit,
            [row.StaffHours, row.CustomerHours, row.Cash],
            row.WatchedFrom,
            row.LastCaught
        );

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/controls", List)
            .WithName("ListControls")
            .WithSummary("The register of controls, each with what demands it and whether it is an over-control.");
        api.MapGet("/controls/{id}", One)
            .WithName("ReadControl")
            .WithSummary("One control: what it asks, who demands it, what it costs and what it caught.");
    }

    static async Task<Ok<Listed<ControlRow>>> List(
        ReadControls read,
        CancellationToken stop,
        Id<Practice>? after = null,
        int? take = null
    )
    {
        var size = Part.Size(take);
        var rows = (await read.Register(stop)).OrderBy(r => r.Id).Where(r => after is not { } id || r.Id > id);
        return TypedResults.Ok(Listed<ControlRow>.Of([.. rows.Take(size + 1)], size, r => r.Id.ToString()));
    }

    static Task<Results<Ok<ControlView>, ProblemHttpResult>> One(
        Id<Practice> id,
        ReadControls read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("control", ControlView.Of);
}
