using System.Linq.Expressions;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>A nomination as pages and programs see it.</summary>
/// <param name="Author">Who nominated; empty where it was anonymous.</param>
/// <param name="JointAuthor">Who nominated it with them, of the other side of a hand-off.</param>
/// <param name="Votes">How many say “me too”, whoever nominated included.</param>
/// <param name="HasMine">Whether the reader's voice is among them.</param>
/// <param name="IsOwn">Whether the reader nominated it, by name.</param>
/// <param name="May">What the reader may do with it now.</param>
public sealed record NominationView(
    Id<Nomination> Id,
    string What,
    string? Why,
    string? Where,
    Id<Team>? TeamId,
    string? Team,
    string? Evidence,
    string? Author,
    string? JointAuthor,
    DateOnly On,
    DateOnly AnswerDue,
    bool IsOverdue,
    NominationState State,
    NominationClass? Class,
    NominationDecision? Decision,
    string? Reason,
    ReasonRating? Rating,
    Id<Try.Trial>? TrialId,
    Id<Try.Obstacle>? ObstacleId,
    Id<HandOff>? HandOffId,
    int? HandOffRound,
    Id<Nomination>? MergedInto,
    int Votes,
    bool HasMine,
    bool IsOwn,
    IReadOnlyList<NominationAct> May,
    int Version
);

/// <param name="By">Empty where it was done by the receipt, or anonymously.</param>
public sealed record NominationStepView(
    NominationAct Act,
    NominationState To,
    string? By,
    string? Because,
    DateOnly On
);

/// <summary>Reads nominations. Those that are held or set aside are there for administrators and for who wrote them alone.</summary>
public sealed class ReadNominations(
    HeedDb db,
    Member me,
    Workspace here,
    ReadTeams teams,
    ReadMembers members,
    TimeProvider clock
)
{
    /// <summary>What the reader may see.</summary>
    internal static Expression<Func<Nomination, bool>> IsSeenBy(Member me)
    {
        var (isAdmin, id) = (me.IsAdmin, me.Id);
        return n =>
            isAdmin
            || (n.State != NominationState.Held && n.State != NominationState.SetAside)
            || n.AuthorId == id
            || n.JointAuthorId == id;
    }

    /// <summary>One that the reader may see, to be changed.</summary>
    internal static Task<Nomination?> Seen(HeedDb db, Member me, Id<Nomination> id, CancellationToken stop) =>
        db.Nominations.Where(IsSeenBy(me)).SingleOrDefaultAsync(n => n.Id == id, stop);

    /// <summary>What a member may do with it, by the table of moves.</summary>
    internal static bool May(Member me, Nomination nomination, Mover mover) =>
        me.MayWrite
        && mover switch
        {
            Mover.Author => nomination.IsBy(me.Id),
            Mover.Administrator => me.IsAdmin,
            Mover.Watch => false,
            Mover.Answerer => me.IsAdmin || nomination.TeamId is not { } team || me.MayWriteFor(team),
            _ => true,
        };

    /// <summary>Those that wait for their answer longer than they should, and for this member.</summary>
    internal IQueryable<Nomination> Overdue()
    {
        var (today, isAdmin, mine) = (here.Today(clock), me.IsAdmin, me.Teams.Select(t => t.TeamId).ToList());
        return db
            .Nominations.AsNoTracking()
            .Where(n => n.State == NominationState.Acknowledged && n.AnswerDue < today)
            .Where(n => isAdmin || n.TeamId == null || mine.Contains(n.TeamId.Value))
            .OrderBy(n => n.AnswerDue)
            .ThenBy(n => n.Id);
    }

    public async Task<NominationView?> Of(Id<Nomination> id, CancellationToken stop) =>
        await db.Nominations.AsNoTracking().Where(IsSeenBy(me)).SingleOrDefaultAsync(n => n.Id == id, stop)
            is { } nomination
            ? (await Views([nomination], stop))[0]
            : null;

    public async Task<IReadOnlyList<NominationStepView>> Story(Id<Nomination> id, CancellationToken stop)
    {
        var steps = await db
            .NominationSteps.AsNoTracking()
            .Where(s => s.NominationId == id)
            .OrderBy(s => s.Number)
            .ToListAsync(stop);
        var names = await members.Names([.. steps.Select(s => s.By).OfType<Id<Member>>()], stop);
        return
        [
            .. steps.Select(s => new NominationStepView(
                s.Act,
                s.To,
                s.By is { } by ? names[by] : null,
                s.Because,
                s.On
            )),
        ];
    }

    /// <summary>Nominations by their ids, which say nothing; the next page begins after the last one.</summary>
    async Task<Listed<NominationView>> After(
        NominationState? state,
        Id<Nomination>? after,
        int size,
        CancellationToken stop
    )
    {
        var wanted = db.Nominations.AsNoTracking().Where(IsSeenBy(me));
        if (state is { } one)
            wanted = wanted.Where(n => n.State == one);
        if (after is { } last)
            wanted = wanted.Where(n => n.Id > last);
        var rows = await wanted.OrderBy(n => n.Id).Take(size + 1).ToListAsync(stop);
        return Listed<NominationView>.Of(await Views(rows, stop), size, n => n.Id.ToString());
    }

    internal async Task<IReadOnlyList<NominationView>> Views(List<Nomination> rows, CancellationToken stop)
    {
        var ids = rows.ConvertAll(n => n.Id);
        var votes = await db
            .NominationVotes.Where(v => ids.Contains(v.NominationId))
            .GroupBy(v => v.NominationId)
            .Select(g => new
            {
                Id = g.Key,
                All = g.Count(),
                Mine = g.Count(v => v.MemberId == me.Id),
            })
            .ToDictionaryAsync(g => g.Id, stop);
        var authors = await members.Names(
            [.. rows.SelectMany(n => new[] { n.AuthorId, n.JointAuthorId }).OfType<Id<Member>>()],
            stop
        );
        var (teamNames, today) = (await teams.Names(stop), here.Today(clock));
        return
        [
            .. rows.Select(n => new NominationView(
                n.Id,
                n.What,
                n.Why,
                n.Where,
                n.TeamId,
                n.TeamId is { } team ? teamNames.GetValueOrDefault(team) : null,
                n.Evidence,
                n.AuthorId is { } author ? authors[author] : null,
                n.JointAuthorId is { } joint ? authors[joint] : null,
                n.On,
                n.AnswerDue,
                n.State == NominationState.Acknowledged && n.AnswerDue < today,
                n.State,
                n.Class,
                n.Decision,
                n.Reason,
                n.Rating,
                n.TrialId,
                n.ObstacleId,
                n.HandOffId,
                n.HandOffRound,
                n.MergedInto,
                votes.GetValueOrDefault(n.Id)?.All ?? 0,
                votes.GetValueOrDefault(n.Id)?.Mine > 0,
                n.IsBy(me.Id),
                [.. NominationMoves.All.Where(m => m.From == n.State && May(me, n, m.By)).Select(m => m.Act)],
                n.Version
            )),
        ];
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/nominations", List)
            .WithName("ListNominations")
            .WithSummary("The nominations, of one state if one is named.");
        api.MapGet("/nominations/{id}", One).WithName("ReadNomination").WithSummary("One nomination.");
        api.MapGet("/nominations/{id}/steps", Steps)
            .WithName("ListNominationSteps")
            .WithSummary("What was done with a nomination, the first step first.");
    }

    static async Task<Ok<Listed<NominationView>>> List(
        ReadNominations read,
        NominationState? state,
        Id<Nomination>? after,
        int? take,
        CancellationToken stop
    ) => TypedResults.Ok(await read.After(state, after, Part.Size(take), stop));

    static Task<Results<Ok<NominationView>, ProblemHttpResult>> One(
        Id<Nomination> id,
        ReadNominations read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("nomination");

    static async Task<Results<Ok<IReadOnlyList<NominationStepView>>, ProblemHttpResult>> Steps(
        Id<Nomination> id,
        ReadNominations read,
        CancellationToken stop
    ) =>
        await read.Of(id, stop) is null
            ? Refusal.Missing("nomination").Problem()
            : TypedResults.Ok(await read.Story(id, stop));
}
