using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed record WaiverView(
    Id<Waiver> Id,
    Id<Practice> Control,
    string Scope,
    string Reason,
    string Instead,
    double Cases,
    DateOnly From,
    DateOnly Until,
    WaiverState State,
    string? Answer,
    string? MadePermanentBecause,
    int Renewals,
    Id<Waiver>? Renews
)
{
    internal static WaiverView Of(Waiver waiver, DateOnly today) =>
        new(
            waiver.Id,
            waiver.PracticeId,
            waiver.Scope,
            waiver.Reason,
            waiver.Instead,
            waiver.Cases,
            waiver.From,
            waiver.Until,
            waiver.State(today),
            waiver.Answer,
            waiver.MadePermanentBecause,
            waiver.Renewals,
            waiver.Renews
        );
}

/// <summary>Reads the waivers of controls; none ever goes away.</summary>
public sealed class ReadWaivers(HeedDb db, Workspace here, TimeProvider clock)
{
    /// <summary>So many days before its last one a waiver is spoken of.</summary>
    public const int SoonDays = 14;

    public DateOnly Today => here.Today(clock);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Waiver>> Of(Id<Practice> control, CancellationToken stop) =>
        await db
            .Waivers.AsNoTracking()
            .Where(w => w.PracticeId == control)
            .OrderByDescending(w => w.AskedAt)
            .ThenByDescending(w => w.Id)
            .ToListAsync(stop);

    public Task<Waiver?> One(Id<Waiver> id, CancellationToken stop) =>
        db.Waivers.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, stop);

    internal static IQueryable<Waiver> Granted(IQueryable<Waiver> waivers) =>
        waivers.Where(w => w.GrantedAt != null && w.RenewedAt == null && w.MadePermanentAt == null);

    internal static IQueryable<Waiver> Live(IQueryable<Waiver> waivers, DateOnly today) =>
        Granted(waivers).Where(w => w.From <= today && w.Until >= today);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/controls/{id}/waivers", List)
            .WithName("ListWaivers")
            .WithSummary("The waivers of a control, the newest first; those that expired stay.");
        api.MapGet("/waivers/{id}", Get).WithName("ReadWaiver").WithSummary("One waiver.");
    }

    static async Task<Results<Ok<IReadOnlyList<WaiverView>>, ProblemHttpResult>> List(
        Id<Practice> id,
        ReadWaivers read,
        ReadControls controls,
        CancellationToken stop
    ) =>
        !await controls.Exists(id, stop)
            ? Refusal.Missing("control").Problem()
            : TypedResults.Ok<IReadOnlyList<WaiverView>>([
                .. (await read.Of(id, stop)).Select(w => WaiverView.Of(w, read.Today)),
            ]);

    static Task<Results<Ok<WaiverView>, ProblemHttpResult>> Get(
        Id<Waiver> id,
        ReadWaivers read,
        CancellationToken stop
    ) => read.One(id, stop).OkOrMissing("waiver", w => WaiverView.Of(w, read.Today));
}
