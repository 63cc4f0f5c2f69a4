using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

public sealed class ConversionRequest
{
    [Required(ErrorMessage = "Choose what it is to be.")]
    public SiblingKind? Kind { get; set; }
}

/// <summary>
/// Makes a key result what it really is, and back: with the words that it has, so that nothing is typed twice. Only members
/// of its team may. What is missing for the new kind is asked when somebody changes it.
/// </summary>
public sealed class ConvertToSibling(
    HeedDb db,
    Member me,
    JournalWriter journal,
    WriteSibling write,
    TimeProvider clock
)
{
    /// <summary>The key result leaves its list; its terms and check-ins stay with it for the way back.</summary>
    public async Task<Outcome<Sibling>> Run(Id<KeyResult> id, ConversionRequest asked, CancellationToken stop)
    {
        if ((await Find(id, stop)).Refused(out var refusal, out var keyResult))
            return refusal;
        if (keyResult.LeftAt is not null)
            return Refusal.Conflict("This is no key result any more. It stands beside the others.");
        var kind = asked.Kind!.Value;
        var sibling =
            await db.Siblings.SingleOrDefaultAsync(s => s.WasId == id, stop)
            ?? db.Siblings.Add(From(keyResult, kind)).Entity;
        (sibling.Kind, sibling.BackAt) = (kind, null);
        keyResult.Leave(clock.GetUtcNow());
        Tell(keyResult, $"{me.Name} keeps “{keyResult.Name}” as {kind.A()}: it is no key result.");
        await db.SaveChangesAsync(stop);
        return sibling;
    }

    public async Task<Outcome<Sibling>> Turn(Id<Sibling> id, ConversionRequest asked, CancellationToken stop)
    {
        if ((await write.Find(id, stop)).Refused(out var refusal, out var sibling))
            return refusal;
        var (before, now) = (sibling.Kind, asked.Kind!.Value);
        if (before == now)
            return sibling;
        sibling.Kind = now;
        journal.Write(
            "convert",
            sibling.ObjectiveId,
            $"{me.Name} made “{sibling.Words}” {now.A()}; it was {before.A()}."
        );
        await db.SaveChangesAsync(stop);
        return sibling;
    }

    public async Task<Outcome<KeyResult>> Back(Id<KeyResult> id, CancellationToken stop)
    {
        if ((await Find(id, stop)).Refused(out var refusal, out var keyResult))
            return refusal;
        if (keyResult.LeftAt is null)
            return keyResult;
        if (await db.Siblings.SingleOrDefaultAsync(s => s.WasId == id, stop) is { } sibling)
            sibling.BackAt = clock.GetUtcNow();
        keyResult.Return();
        Tell(keyResult, $"{me.Name} made “{keyResult.Name}” a key result again.");
        await db.SaveChangesAsync(stop);
        return keyResult;
    }

    void Tell(KeyResult keyResult, string sentence)
    {
        journal.Write("convert", keyResult.Id, sentence);
        journal.Write("convert", keyResult.ObjectiveId, sentence);
    }

    async Task<Outcome<KeyResult>> Find(Id<KeyResult> id, CancellationToken stop)
    {
        if (await db.KeyResults.SingleOrDefaultAsync(k => k.Id == id, stop) is not { } keyResult)
            return Refusal.Missing("key result");
        return (await write.Owned(keyResult.ObjectiveId, stop)).Refused(out var refusal) ? refusal : keyResult;
    }

    Sibling From(KeyResult keyResult, SiblingKind kind)
    {
        var falls = keyResult.Baseline > keyResult.Target;
        return new()
        {
            ObjectiveId = keyResult.ObjectiveId,
            Kind = kind,
            Words = Format.Shortened(keyResult.Name, Sibling.LongestWords),
            MetricId = keyResult.MetricId,
            AtLeast = falls ? null : keyResult.Target,
            AtMost = falls ? keyResult.Target : null,
            Customer = keyResult.Who,
            WillDo = keyResult.DoesWhat,
            DueOn = keyResult.ByWhen,
            WasId = keyResult.Id,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = me.Id,
        };
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/key-results/{id}/conversion", Post)
            .WithName("ConvertKeyResult")
            .WithSummary("Keeps a key result as a health metric, hypothesis, initiative or learning goal.");
        api.MapDelete("/key-results/{id}/conversion", Delete)
            .WithName("RestoreKeyResult")
            .WithSummary("Makes it a key result again, with its terms and check-ins.");
        api.MapPost("/siblings/{id}/conversion", Other)
            .WithName("ConvertSibling")
            .WithSummary("Makes another kind of what stands beside the key results.");
    }

    static Task<Results<Ok<SiblingView>, ProblemHttpResult>> Post(
        Id<KeyResult> id,
        ConversionRequest asked,
        ConvertToSibling convert,
        ReadSiblings read,
        CancellationToken stop
    ) => convert.Run(id, asked, stop).Ok(s => read.View(s, stop));

    static Task<Results<Ok<SiblingView>, ProblemHttpResult>> Other(
        Id<Sibling> id,
        ConversionRequest asked,
        ConvertToSibling convert,
        ReadSiblings read,
        CancellationToken stop
    ) => convert.Turn(id, asked, stop).Ok(s => read.View(s, stop));

    static Task<Results<Ok<KeyResultView>, ProblemHttpResult>> Delete(
        Id<KeyResult> id,
        ConvertToSibling convert,
        ReadKeyResults read,
        CancellationToken stop
    ) => convert.Back(id, stop).Ok(async _ => KeyResultView.Of((await read.Of(id, stop))!));
}
