using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

public sealed class StoryboardRequest
{
    [Required(ErrorMessage = "Choose the team whose board it is.")]
    public Id<Team>? Team { get; set; }

    [Required(ErrorMessage = "Say what you are after, farther away than the next step.")]
    [StringLength(Storyboard.LongestChallenge, ErrorMessage = "Use at most 300 characters.")]
    public string? Challenge { get; set; }

    [Required(ErrorMessage = "Say how it is now, as you saw it where it happens.")]
    [StringLength(Storyboard.LongestCurrent, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Current { get; set; }

    /// <summary>By which metric it is seen. A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<Metric>? Metric
    {
        get;
        set => field = value == default(Id<Metric>) ? null : value;
    }

    /// <summary>The days that the words about now are about.</summary>
    public DateOnly? WindowFrom { get; set; }
    public DateOnly? WindowTo { get; set; }

    internal static StoryboardRequest Of(Storyboard board) =>
        new()
        {
            Team = board.TeamId,
            Challenge = board.Challenge,
            Current = board.Current,
            Metric = board.MetricId,
            WindowFrom = board.WindowFrom,
            WindowTo = board.WindowTo,
        };
}

/// <summary>Opens a storyboard, or changes its challenge and how it is now. Only members of its team may.</summary>
public sealed class WriteStoryboard(
    HeedDb db,
    Member me,
    Workspace here,
    ReadSeries series,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<Storyboard>> Run(StoryboardRequest asked, CancellationToken stop)
    {
        if (await new ReadTeams(db).Find(asked.Team, stop) is not { } team)
            return Refusal.Missing("team");
        if (!me.MayWriteFor(team.Id))
            return TeamPermission.Refuse(team.Name);
        if (await Fault(asked, null, stop) is { } fault)
            return fault;
        var board = new Storyboard
        {
            TeamId = team.Id,
            Challenge = asked.Challenge!.Trim(),
            Current = asked.Current!.Trim(),
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = me.Id,
        };
        Describe(board, asked);
        db.Storyboards.Add(board);
        journal.Write("open", board.Id, $"{me.Name} opened the storyboard “{Format.Shortened(board.Challenge)}”.");
        await db.SaveChangesAsync(stop);
        return board;
    }

    public async Task<Outcome<Storyboard>> Rewrite(Id<Storyboard> id, StoryboardRequest asked, CancellationToken stop)
    {
        if (await db.Storyboards.SingleOrDefaultAsync(b => b.Id == id, stop) is not { } board)
            return Refusal.Missing("storyboard");
        if (!me.MayWriteFor(board.TeamId))
            return await TeamPermission.Refuse(db, board.TeamId, stop);
        if (asked.Team != board.TeamId)
            return new Refusal("A storyboard stays with its team. Open one for the other team.").At(nameof(asked.Team));
        if (await Fault(asked, board.MetricId, stop) is { } fault)
            return fault;
        Describe(board, asked);
        journal.Write("change", id, $"{me.Name} changed the storyboard “{Format.Shortened(board.Challenge)}”.");
        await db.SaveChangesAsync(stop);
        return board;
    }

    async Task<Refusal?> Fault(StoryboardRequest asked, Id<Metric>? kept, CancellationToken stop)
    {
        if (await InUse(series, asked.Metric, kept, stop) is { } unmeasured)
            return unmeasured.At(nameof(asked.Metric));
        if (asked.WindowFrom is null != asked.WindowTo is null)
            return new Refusal("Give both ends of the days that this is about, or neither.").At(
                nameof(asked.WindowFrom)
            );
        if (asked.WindowFrom > asked.WindowTo)
            return new Refusal("These days end before they begin.").At(nameof(asked.WindowTo));
        return asked.WindowTo > here.Today(clock)
            ? new Refusal("How it is now ends today at the latest.").At(nameof(asked.WindowTo))
            : null;
    }

    /// <summary>A metric that is not measured any more can stay, and not be chosen.</summary>
    internal static async Task<Refusal?> InUse(
        ReadSeries series,
        Id<Metric>? metric,
        Id<Metric>? kept,
        CancellationToken stop
    ) =>
        metric is not { } chosen ? null
        : await series.Metric(chosen, stop) is not { } found ? Refusal.Missing("metric")
        : found.RetiredAt is not null && chosen != kept
            ? Refusal.Conflict($"“{found.Name}” is retired. Choose a metric that is still measured.")
        : null;

    static void Describe(Storyboard board, StoryboardRequest asked)
    {
        (board.Challenge, board.Current) = (asked.Challenge!.Trim(), asked.Current!.Trim());
        (board.MetricId, board.WindowFrom, board.WindowTo) = (asked.Metric, asked.WindowFrom, asked.WindowTo);
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/storyboards", Post)
            .WithName("OpenStoryboard")
            .WithSummary("Opens a storyboard: the challenge, and how it is now.");
        api.MapPut("/storyboards/{id}", Put)
            .WithName("ChangeStoryboard")
            .WithSummary(
                "Changes the challenge of a storyboard and how it is now. Target conditions stay as they were set."
            );
    }

    static Task<Results<Created<StoryboardView>, ProblemHttpResult>> Post(
        StoryboardRequest asked,
        WriteStoryboard write,
        CancellationToken stop
    ) => write.Run(asked, stop).Created(board => $"/storyboards/{board.Id}", StoryboardView.Of);

    static Task<Results<Ok<StoryboardView>, ProblemHttpResult>> Put(
        Id<Storyboard> id,
        StoryboardRequest asked,
        WriteStoryboard write,
        CancellationToken stop
    ) => write.Rewrite(id, asked, stop).Ok(StoryboardView.Of);
}
