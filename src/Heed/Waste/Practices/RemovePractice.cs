using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>What is asked before a fence is taken down.</summary>
public sealed class RemovalRequest
{
    [Required(ErrorMessage = "Say why it should go.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Reason { get; set; }

    [Required(ErrorMessage = "Say who relied on it. Ask them; “nobody whom we asked” is an answer too.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? ReliedOn { get; set; }

    [Required(ErrorMessage = "Say what it prevented when it was put up.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Prevented { get; set; }

    [Required(ErrorMessage = "Say when it last caught something. “Never, as far as we know” is an answer too.")]
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? LastCaught { get; set; }

    [Required(ErrorMessage = "Choose the metric on which its going will be seen.")]
    public Id<Metric>? Metric { get; set; }

    /// <summary>The metric counts the hours that the practice takes, all of them and no others.</summary>
    public bool CountsHours { get; set; }

    [Required(ErrorMessage = "Choose the metric that must not get worse without it.")]
    public Id<Metric>? GuardrailMetric { get; set; }
    public double? GuardrailAtLeast { get; set; }
    public double? GuardrailAtMost { get; set; }

    [Required(ErrorMessage = "Say how you would put it back.")]
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Undo { get; set; }

    /// <summary>Of a control alone: whether it is lightened, replaced or retired.</summary>
    [EnumDataType(typeof(ControlAim), ErrorMessage = "Choose whether it is lightened, replaced or retired.")]
    public ControlAim? Aim { get; set; }
}

/// <summary>Sets out to remove a practice: by a trial, and not before the questions of the fence are answered.</summary>
public sealed class RemovePractice(
    HeedDb db,
    Member me,
    ReadSeries read,
    AimControl aim,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<Removal>> Run(Id<Practice> id, RemovalRequest asked, CancellationToken stop)
    {
        if (await db.Practices.SingleOrDefaultAsync(p => p.Id == id, stop) is not { } practice)
            return Refusal.Missing("practice");
        if (!me.MayWriteFor(practice.TeamId))
            return await TeamPermission.Refuse(db, practice.TeamId, stop);
        if (await read.Metric(asked.Metric!.Value, stop) is not { } metric)
            return Refusal.Missing("metric");
        if (asked.CountsHours && HoursBack.OfUnit(metric.Unit) is null)
            return new Refusal(
                $"“{metric.Name}” is in {metric.Unit}. Hours that come back are counted by a metric in hours or minutes; without the tick it serves as it is."
            ).At(nameof(asked.CountsHours));
        if (await read.Metric(asked.GuardrailMetric!.Value, stop) is null)
            return Refusal.Missing("guardrail metric");
        if (
            MetricGuardrail.Fault(
                asked.GuardrailMetric,
                asked.GuardrailAtLeast,
                asked.GuardrailAtMost,
                out var guardrail
            ) is
            { } unguarded
        )
            return unguarded;
        if (await aim.Apply(practice, asked.Aim, stop) is { } unaimed)
            return unaimed;
        var now = clock.GetUtcNow();
        if (practice.Move(PracticeAct.Remove, asked.Reason, me.Id, now).Refused(out var refusal, out var move))
            return refusal;
        var removal = new Removal
        {
            PracticeId = id,
            ReliedOn = asked.ReliedOn!.Trim(),
            Prevented = asked.Prevented!.Trim(),
            LastCaught = asked.LastCaught!.Trim(),
            MetricId = metric.Id,
            CountsHours = asked.CountsHours,
            Guardrail = guardrail,
            Undo = asked.Undo!.Trim(),
            By = me.Id,
            At = now,
        };
        db.PracticeMoves.Add(move);
        db.Removals.Add(removal);
        journal.Write(
            "remove",
            id,
            $"{me.Name} {PracticeMoves.Of(PracticeAct.Remove).Past} “{practice.Name}”: {move.Reason}"
        );
        await db.SaveChangesAsync(stop);
        return removal;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/practices/{id}/removal", Post)
            .WithName("RemovePractice")
            .WithSummary("Sets out to remove a questioned practice, with what has to be asked before.");

    static Task<Results<Ok<PracticeView>, ProblemHttpResult>> Post(
        Id<Practice> id,
        RemovalRequest asked,
        RemovePractice remove,
        ReadPractices practices,
        CancellationToken stop
    ) => remove.Run(id, asked, stop).Ok(async _ => PracticeView.Of((await practices.Of(id, stop))!));
}
