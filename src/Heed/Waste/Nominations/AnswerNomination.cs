using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

public sealed class ClassRequest
{
    [Required(ErrorMessage = "Choose what it turned out to be.")]
    [EnumDataType(typeof(NominationClass), ErrorMessage = "Choose NeverMeant, CouldBeBetter or NotUnderstood.")]
    public NominationClass? Class { get; set; }

    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Because { get; set; }
}

public sealed class NominationDecisionRequest
{
    [Required(ErrorMessage = "Choose what becomes of it.")]
    [EnumDataType(typeof(NominationDecision), ErrorMessage = "Choose Remove, Reduce, Replace, Explain or Keep.")]
    public NominationDecision? Decision { get; set; }

    /// <summary>Why; explaining and keeping need it.</summary>
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Because { get; set; }
}

public sealed class ReasonRequest
{
    [Required(ErrorMessage = "Say why. The reason stays with it.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Because { get; set; }
}

public sealed class NominationTrialRequest
{
    [Required(ErrorMessage = "Choose the trial.")]
    public Id<Trial>? Trial { get; set; }
}

/// <summary>
/// Answers a nomination: what it turned out to be, what becomes of it, by which trial. Whoever it lands with answers; where
/// it lands with no team, whoever writes; an administrator always.
/// </summary>
public sealed class AnswerNomination(
    HeedDb db,
    Member me,
    Workspace here,
    ReadTrials trials,
    JournalWriter journal,
    TimeProvider clock
)
{
    public Task<Outcome<Nomination>> Class(Id<Nomination> id, ClassRequest asked, CancellationToken stop) =>
        Run(
            id,
            "class",
            $"classed a nomination: {Format.Lower(asked.Class!.Value.Word())}",
            n => Stepped(n.ClassAs(asked.Class!.Value, asked.Because, me.Id, here.Today(clock))),
            stop
        );

    public Task<Outcome<Nomination>> Decide(
        Id<Nomination> id,
        NominationDecisionRequest asked,
        CancellationToken stop
    ) =>
        Run(
            id,
            "decide",
            $"decided on a nomination: {Format.Lower(asked.Decision!.Value.ToString())}",
            n => Stepped(n.Decide(asked.Decision!.Value, asked.Because, me.Id, here.Today(clock))),
            stop
        );

    public Task<Outcome<Nomination>> Reopen(Id<Nomination> id, ReasonRequest asked, CancellationToken stop) =>
        Run(
            id,
            "reopen",
            "reopened a nomination",
            n => Stepped(n.Reopen(asked.Because, me.Id, here.Today(clock))),
            stop
        );

    public async Task<Outcome<Nomination>> KeepTrial(
        Id<Nomination> id,
        NominationTrialRequest asked,
        CancellationToken stop
    ) =>
        await trials.Of(asked.Trial!.Value, stop) is { } trial
            ? await Run(id, "try", $"tries “{trial.Change}” for a nomination", n => n.KeepTrial(trial.Id), stop)
            : Refusal.Missing("trial").At(nameof(asked.Trial));

    Outcome<Done> Stepped(Outcome<NominationStep> outcome)
    {
        if (outcome.Refused(out var refusal, out var step))
            return refusal;
        db.NominationSteps.Add(step);
        return new Done();
    }

    async Task<Outcome<Nomination>> Run(
        Id<Nomination> id,
        string act,
        string did,
        Func<Nomination, Outcome<Done>> answer,
        CancellationToken stop
    )
    {
        if (await ReadNominations.Seen(db, me, id, stop) is not { } nomination)
            return Refusal.Missing("nomination");
        if (!ReadNominations.May(me, nomination, Mover.Answerer))
            return NotYours;
        if (answer(nomination).Refused(out var refusal))
            return refusal;
        journal.Write(act, nomination.Id, $"{me.Name} {did}.");
        await db.SaveChangesAsync(stop);
        return nomination;
    }

    internal static Refusal NotYours =>
        Refusal.Forbidden("This lands with another team. Its members answer it, or an administrator.");

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/nominations/{id}/class", PutClass)
            .WithName("ClassNomination")
            .WithSummary("Says what a nomination turned out to be; this is its answer.");
        api.MapPost("/nominations/{id}/decision", PostDecision)
            .WithName("DecideNomination")
            .WithSummary("Removes, reduces, replaces, explains or keeps; the last two with a written reason.");
        api.MapPost("/nominations/{id}/reopening", PostReopening)
            .WithName("ReopenNomination")
            .WithSummary("Decides anew on a nomination.");
        api.MapPut("/nominations/{id}/trial", PutTrial)
            .WithName("SetNominationTrial")
            .WithSummary("Names the trial by which it is removed, reduced or replaced.");
    }

    static Task<Results<NoContent, ProblemHttpResult>> PutClass(
        Id<Nomination> id,
        ClassRequest asked,
        AnswerNomination answer,
        CancellationToken stop
    ) => answer.Class(id, asked, stop).NoContent();

    static Task<Results<NoContent, ProblemHttpResult>> PostDecision(
        Id<Nomination> id,
        NominationDecisionRequest asked,
        AnswerNomination answer,
        CancellationToken stop
    ) => answer.Decide(id, asked, stop).NoContent();

    static Task<Results<NoContent, ProblemHttpResult>> PostReopening(
        Id<Nomination> id,
        ReasonRequest asked,
        AnswerNomination answer,
        CancellationToken stop
    ) => answer.Reopen(id, asked, stop).NoContent();

    static Task<Results<NoContent, ProblemHttpResult>> PutTrial(
        Id<Nomination> id,
        NominationTrialRequest asked,
        AnswerNomination answer,
        CancellationToken stop
    ) => answer.KeepTrial(id, asked, stop).NoContent();
}
