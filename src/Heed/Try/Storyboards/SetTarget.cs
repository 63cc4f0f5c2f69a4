using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

public sealed class TargetRequest
{
    [Required(ErrorMessage = "Say what will be so, as one could see it.")]
    [StringLength(TargetCondition.LongestOutcome, ErrorMessage = "Use at most 500 characters.")]
    public string? Outcome { get; set; }

    /// <summary>By which metric it is told whether it is reached. A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<Metric>? Metric
    {
        get;
        set => field = value == default(Id<Metric>) ? null : value;
    }
    public double? AtLeast { get; set; }
    public double? AtMost { get; set; }

    [Required(ErrorMessage = "Say how the work goes when it is so: who does what, in which order, how often.")]
    [StringLength(TargetCondition.LongestPattern, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Pattern { get; set; }

    /// <summary>Its last day, one to twelve weeks from today. It never moves.</summary>
    [Required(ErrorMessage = "Give its last day, one to twelve weeks from today.")]
    public DateOnly? AchieveBy { get; set; }
}

/// <summary>Sets the next target condition of a board, once the one before has ended in a reflection. Nothing of it is changed afterwards.</summary>
public sealed class SetTarget(
    HeedDb db,
    Member me,
    Workspace here,
    ReadSeries series,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<TargetCondition>> Run(Id<Storyboard> id, TargetRequest asked, CancellationToken stop)
    {
        if (await db.Storyboards.SingleOrDefaultAsync(b => b.Id == id, stop) is not { } board)
            return Refusal.Missing("storyboard");
        if (!me.MayWriteFor(board.TeamId))
            return await TeamPermission.Refuse(db, board.TeamId, stop);
        var last = await db
            .TargetConditions.AsNoTracking()
            .Where(t => t.StoryboardId == id)
            .OrderByDescending(t => t.Number)
            .FirstOrDefaultAsync(stop);
        if (last is not null && !last.State.IsEnd())
            return Refusal.Conflict(
                "The target condition of this board has not ended. Write what it has taught first, as reached or expired; then set the next one."
            );
        var today = here.Today(clock);
        if (TargetCondition.DayFault(today, asked.AchieveBy!.Value) is { } day)
            return day;
        if (await Measured(asked, stop) is { } fault)
            return fault;
        var target = new TargetCondition
        {
            StoryboardId = id,
            Number = (last?.Number ?? 0) + 1,
            Outcome = asked.Outcome!.Trim(),
            MetricId = asked.Metric,
            AtLeast = asked.AtLeast,
            AtMost = asked.AtMost,
            Pattern = asked.Pattern!.Trim(),
            SetOn = today,
            SetBy = me.Id,
            AchieveBy = asked.AchieveBy.Value,
            StateSince = clock.GetUtcNow(),
        };
        db.TargetConditions.Add(target);
        journal.Write(
            "set",
            id,
            $"{me.Name} set the target condition “{Format.Shortened(target.Outcome)}”, by {Format.Day(target.AchieveBy)}."
        );
        await db.SaveChangesAsync(stop);
        return target;
    }

    async Task<Refusal?> Measured(TargetRequest asked, CancellationToken stop)
    {
        if (asked.Metric is null)
            return asked.AtLeast is null && asked.AtMost is null
                ? null
                : new Refusal(
                    "A value needs the metric that it is a value of. Choose it, or leave the value empty."
                ).At(nameof(asked.Metric));
        if (asked.AtLeast is null && asked.AtMost is null)
            return new Refusal("Say what the metric will be: at least, at most, or both.").At(nameof(asked.AtLeast));
        if (new[] { asked.AtLeast, asked.AtMost }.Any(v => v is { } number && !double.IsFinite(number)))
            return new Refusal("This must be a number.").At(nameof(asked.AtLeast));
        if (asked.AtLeast > asked.AtMost)
            return new Refusal("The lower value must not be above the upper one.").At(nameof(asked.AtLeast));
        return (await WriteStoryboard.InUse(series, asked.Metric, null, stop))?.At(nameof(asked.Metric));
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/storyboards/{id}/target-conditions", Post)
            .WithName("SetTargetCondition")
            .WithSummary("Sets the next target condition of a storyboard. Its last day never moves.");

    static Task<Results<Created<TargetView>, ProblemHttpResult>> Post(
        Id<Storyboard> id,
        TargetRequest asked,
        SetTarget set,
        CancellationToken stop
    ) => set.Run(id, asked, stop).Created(target => $"/target-conditions/{target.Id}", TargetView.Of);
}
