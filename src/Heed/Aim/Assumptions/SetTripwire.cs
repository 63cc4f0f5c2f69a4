using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

/// <summary>What was found on the day by which it would show.</summary>
public enum TripwireAnswer
{
    Wrong,
    NotWrong,
    CannotTell,
}

/// <summary>What would show us wrong, by when; or why nobody says so.</summary>
public sealed class TripwireRequest
{
    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? WrongIf { get; set; }

    public DateOnly? WrongBy { get; set; }

    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? WrongLeftOut { get; set; }

    internal bool SaysSomething =>
        WrongBy is not null || !string.IsNullOrWhiteSpace(WrongIf) || !string.IsNullOrWhiteSpace(WrongLeftOut);

    internal static TripwireRequest Of(Objective objective) =>
        new()
        {
            WrongIf = objective.WrongIf,
            WrongBy = objective.WrongBy,
            WrongLeftOut = objective.WrongLeftOut,
        };
}

public sealed class TripwireAnswerRequest
{
    [Required(ErrorMessage = "Say whether it has shown you wrong.")]
    public TripwireAnswer? Answer { get; set; }

    [Required(ErrorMessage = "Say what you saw.")]
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Seen { get; set; }
}

/// <summary>Says what would show an objective wrong, by when, and what was found on that day. Only members of its team may.</summary>
public sealed class SetTripwire(HeedDb db, Member me, Workspace here, JournalWriter journal, TimeProvider clock)
{
    public async Task<Outcome<Objective>> Run(Id<Objective> id, TripwireRequest asked, CancellationToken stop)
    {
        if ((await Find(id, stop)).Refused(out var refusal, out var objective))
            return refusal;
        if (Apply(objective, asked).Refused(out refusal))
            return refusal;
        await db.SaveChangesAsync(stop);
        return objective;
    }

    /// <summary>The same for whoever saves it with something else.</summary>
    internal Outcome<Done> Apply(Objective objective, TripwireRequest asked)
    {
        var (wrongIf, leftOut) = (asked.WrongIf?.Trim() ?? "", asked.WrongLeftOut?.Trim() ?? "");
        if (wrongIf.Length == 0 && asked.WrongBy is not null)
            return new Refusal("Say what would show you wrong by that day.").At(nameof(asked.WrongIf));
        if (wrongIf.Length == 0 && leftOut.Length == 0)
            return new Refusal("Say what would show you wrong, or why you leave it out.").At(nameof(asked.WrongIf));
        if (wrongIf.Length > 0 && leftOut.Length > 0)
            return new Refusal("Say what would show you wrong or why you leave it out, not both.").At(
                nameof(asked.WrongLeftOut)
            );
        if (wrongIf.Length > 0 && asked.WrongBy is null)
            return new Refusal("Say by which day it would show: you are asked on that day.").At(nameof(asked.WrongBy));
        if (asked.WrongBy <= here.Today(clock) && asked.WrongBy != objective.WrongBy)
            return new Refusal(
                $"{Format.Day(asked.WrongBy.Value)} is not ahead of today. Choose a day on which you can look."
            ).At(nameof(asked.WrongBy));
        var before = objective.WrongIf;
        if (
            objective
                .SetTripwire(wrongIf.Length > 0 ? wrongIf : null, asked.WrongBy, leftOut.Length > 0 ? leftOut : null)
                .Refused(out var refusal)
        )
            return refusal;
        journal.Write(
            "doubt",
            objective.Id,
            wrongIf.Length > 0
                ? $"{me.Name} said what would show “{objective.Title}” wrong by {Format.Day(asked.WrongBy!.Value)}: {wrongIf}{(before is null || before == wrongIf ? "" : $" (before: {before})")}"
                : $"{me.Name} left out what would show “{objective.Title}” wrong: {leftOut}"
        );
        return new Done();
    }

    public async Task<Outcome<Objective>> Answer(Id<Objective> id, TripwireAnswerRequest asked, CancellationToken stop)
    {
        if ((await Find(id, stop)).Refused(out var refusal, out var objective))
            return refusal;
        var (answer, seen) = (asked.Answer!.Value, asked.Seen!.Trim());
        if (objective.AnswerTripwire(answer, seen, me.Id, clock.GetUtcNow()).Refused(out refusal))
            return refusal;
        journal.Write("answer", id, $"{me.Name} looked whether “{objective.Title}” is wrong: {answer.Says()}. {seen}");
        await db.SaveChangesAsync(stop);
        return objective;
    }

    async Task<Outcome<Objective>> Find(Id<Objective> id, CancellationToken stop)
    {
        if (await db.Objectives.SingleOrDefaultAsync(o => o.Id == id, stop) is not { } objective)
            return Refusal.Missing("objective");
        return me.MayWriteFor(objective.TeamId) ? objective : await TeamPermission.Refuse(db, objective.TeamId, stop);
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/objectives/{id}/tripwire", Put)
            .WithName("SetTripwire")
            .WithSummary("Says what would show an objective wrong, and by when; or why that is left out.");
        api.MapPost("/objectives/{id}/answer", Post)
            .WithName("AnswerTripwire")
            .WithSummary("Says whether an objective was shown wrong, and what was seen.");
    }

    static Task<Results<Ok<ObjectiveView>, ProblemHttpResult>> Put(
        Id<Objective> id,
        TripwireRequest asked,
        SetTripwire set,
        CancellationToken stop
    ) => set.Run(id, asked, stop).Ok(ObjectiveView.Of);

    static Task<Results<Ok<ObjectiveView>, ProblemHttpResult>> Post(
        Id<Objective> id,
        TripwireAnswerRequest asked,
        SetTripwire set,
        CancellationToken stop
    ) => set.Answer(id, asked, stop).Ok(ObjectiveView.Of);
}

static class TripwireWords
{
    public static string Says(this TripwireAnswer answer) =>
        answer switch
        {
            TripwireAnswer.Wrong => "it shows that we were wrong",
            TripwireAnswer.NotWrong => "it does not show us wrong",
            _ => "it cannot be told",
        };
}
