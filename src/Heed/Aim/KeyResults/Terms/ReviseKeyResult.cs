using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

/// <summary>Changes by how much, with a reason: the start that is now known, another target, another day. The old terms stay.</summary>
public sealed class ReviseKeyResult(HeedDb db, Member me, JournalWriter journal, SettleTerms settle)
{
    public async Task<Outcome<KeyResult>> Run(Id<KeyResult> id, TermsRequest asked, CancellationToken stop)
    {
        var keyResult = await db
            .KeyResults.Include(k => k.Objective)
            .Include(k => k.History)
            .SingleOrDefaultAsync(k => k.Id == id, stop);
        if (keyResult?.Objective is not { } objective)
            return Refusal.Missing("key result");
        if (!me.MayWriteFor(objective.TeamId))
            return await TeamPermission.Refuse(db, objective.TeamId, stop);
        if (objective.State == ObjectiveState.Closed)
            return Refusal.Conflict("The objective is closed; its key results stay as they were.");
        if ((await Apply(keyResult, asked, stop)).Refused(out var refusal))
            return refusal;
        await db.SaveChangesAsync(stop);
        return keyResult;
    }

    /// <summary>The same for whoever decides more than the terms, has asked who may, and saves.</summary>
    /// <param name="keyResult">With its objective and its history, to be changed.</param>
    internal async Task<Outcome<Terms>> Apply(KeyResult keyResult, TermsRequest asked, CancellationToken stop)
    {
        var (start, target, day) = (keyResult.Baseline, keyResult.Target, keyResult.ByWhen);
        var reason = asked.Reason?.Trim() ?? "";
        if (
            (await settle.Run(keyResult.Id, asked, keyResult.Objective!.ByWhen, reason, stop)).Refused(
                out var refusal,
                out var terms
            )
        )
            return refusal;
        if (keyResult.Set(terms).Refused(out refusal))
            return refusal;
        db.Terms.Add(terms);
        journal.Write(
            "revise",
            keyResult.Id,
            $"{me.Name} changed the terms from {Say(start, target, day)} to {Say(terms.Baseline, terms.Target, terms.ByWhen)}: {reason}"
        );
        return terms;
    }

    static string Say(double? start, double target, DateOnly day) =>
        $"{(start is { } known ? Format.Number(known) : "unknown")} → {Format.Number(target)} by {Format.Day(day)}";

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/key-results/{id}/revisions", Post)
            .WithName("ReviseKeyResult")
            .WithSummary("Sets new terms of a key result, with the reason; the old ones are kept.");

    static Task<Results<Ok<KeyResultView>, ProblemHttpResult>> Post(
        Id<KeyResult> id,
        TermsRequest asked,
        ReviseKeyResult revise,
        ReadKeyResults read,
        CancellationToken stop
    ) => revise.Run(id, asked, stop).Ok(async _ => KeyResultView.Of((await read.Of(id, stop))!));
}
