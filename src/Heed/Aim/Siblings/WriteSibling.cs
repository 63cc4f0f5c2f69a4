using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

/// <summary>Which fields are asked goes by the kind; those of other kinds are left as they are.</summary>
public sealed class SiblingRequest
{
    [Required(ErrorMessage = "Say what it is.")]
    public SiblingKind? Kind { get; set; }

    [Required(ErrorMessage = "Say it in a sentence.")]
    [StringLength(Sibling.LongestWords, ErrorMessage = "Use at most 500 characters.")]
    public string? Words { get; set; }

    /// <summary>A form cannot post “none” of an id, so the empty id says it.</summary>
    public Id<Metric>? Metric
    {
        get;
        set => field = value == default(Id<Metric>) ? null : value;
    }
    public double? AtLeast { get; set; }
    public double? AtMost { get; set; }

    [StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string? Customer { get; set; }

    [StringLength(300, ErrorMessage = "Use at most 300 characters.")]
    public string? WillDo { get; set; }

    /// <summary>The address of the trial that judges it.</summary>
    [StringLength(100, ErrorMessage = "Use at most 100 characters.")]
    public string? Trial { get; set; }

    /// <summary>The key results that it is expected to move.</summary>
    [MaxLength(20, ErrorMessage = "Name at most 20 key results.")]
    public List<Id<KeyResult>>? Moves { get; set; }

    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? Link { get; set; }
    public InitiativeState? State { get; set; }

    [StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? HowKnown { get; set; }
    public DateOnly? DueOn { get; set; }

    [StringLength(Sibling.LongestAnswer, ErrorMessage = "Use at most 1,000 characters.")]
    public string? Answer { get; set; }

    internal static SiblingRequest Of(Sibling s) =>
        new()
        {
            Kind = s.Kind,
            Words = s.Words,
            Metric = s.MetricId,
            AtLeast = s.AtLeast,
            AtMost = s.AtMost,
            Customer = s.Customer,
            WillDo = s.WillDo,
            Trial = s.Trial,
            Moves = [.. s.Expected],
            Link = s.Link,
            State = s.State,
            HowKnown = s.HowKnown,
            DueOn = s.DueOn,
            Answer = s.Answer,
        };
}

/// <summary>Writes what stands beside the key results of an objective. Only members of its team may.</summary>
public sealed class WriteSibling(
    HeedDb db,
    Member me,
    JournalWriter journal,
    ReadSeries series,
    ChangesOf changes,
    TimeProvider clock
)
{
    public async Task<Outcome<Sibling>> Run(Id<Objective> id, SiblingRequest asked, CancellationToken stop)
    {
        if ((await Owned(id, stop)).Refused(out var refusal, out var objective))
            return refusal;
        if (await db.Siblings.CountAsync(s => s.ObjectiveId == id, stop) >= Sibling.Most)
            return Refusal.Conflict(
                $"There are {Sibling.Most} beside this objective already. Change one of them instead."
            );
        var sibling = new Sibling
        {
            ObjectiveId = id,
            Kind = asked.Kind!.Value,
            Words = asked.Words!.Trim(),
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = me.Id,
        };
        if (await Fill(sibling, asked, stop) is { } fault)
            return fault;
        db.Siblings.Add(sibling);
        journal.Write("beside", id, $"{me.Name} noted beside “{objective.Title}” {sibling.Kind.A()}: {sibling.Words}");
        await db.SaveChangesAsync(stop);
        return sibling;
    }

    public async Task<Outcome<Sibling>> Rewrite(Id<Sibling> id, SiblingRequest asked, CancellationToken stop)
    {
        if ((await Find(id, stop)).Refused(out var refusal, out var sibling))
            return refusal;
        if (asked.Kind != sibling.Kind)
            return new Refusal(
                $"This is {sibling.Kind.A()}. Make it {asked.Kind!.Value.A()} first, then change it."
            ).At(nameof(asked.Kind));
        var before = (sibling.Words, sibling.State, sibling.Answer);
        if (await Fill(sibling, asked, stop) is { } fault)
        {
            db.Forget();
            return fault;
        }
        sibling.Words = asked.Words!.Trim();
        var told =
            before.Words != sibling.Words ? $"from “{before.Words}”"
            : before.State != sibling.State ? $"to {sibling.State.ToString().ToLowerInvariant()}"
            : before.Answer != sibling.Answer ? $"with the answer: {sibling.Answer}"
            : "in its details";
        journal.Write(
            "beside",
            sibling.ObjectiveId,
            $"{me.Name} changed the {sibling.Kind.Word()} “{sibling.Words}” {told}"
        );
        await db.SaveChangesAsync(stop);
        return sibling;
    }

    async Task<Refusal?> Fill(Sibling sibling, SiblingRequest asked, CancellationToken stop) =>
        sibling.Kind switch
        {
            SiblingKind.HealthMetric => await Health(sibling, asked, stop),
            SiblingKind.Hypothesis => await Hypothesis(sibling, asked, stop),
            SiblingKind.Initiative => await Initiative(sibling, asked, stop),
            _ => Learning(sibling, asked),
        };

    async Task<Refusal?> Health(Sibling sibling, SiblingRequest asked, CancellationToken stop)
    {
        if (asked.Metric is not { } id)
            return new Refusal("Choose the metric that must keep to a limit.").At(nameof(asked.Metric));
        if (await series.Metric(id, stop) is null)
            return Refusal.Missing("metric").At(nameof(asked.Metric));
        if (asked.AtLeast is null && asked.AtMost is null)
            return new Refusal("Say what it must keep to: at least, at most, or both.").At(nameof(asked.AtLeast));
        if (new[] { asked.AtLeast, asked.AtMost }.Any(l => l is { } limit && !double.IsFinite(limit)))
            return new Refusal("A limit must be a number.").At(nameof(asked.AtLeast));
        if (asked.AtLeast >= asked.AtMost)
            return new Refusal("The lower limit must be below the upper one.").At(nameof(asked.AtLeast));
        (sibling.MetricId, sibling.AtLeast, sibling.AtMost) = (id, asked.AtLeast, asked.AtMost);
        return null;
    }

    async Task<Refusal?> Hypothesis(Sibling sibling, SiblingRequest asked, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(asked.Customer))
            return new Refusal("Say which customers will do something.").At(nameof(asked.Customer));
        if (string.IsNullOrWhiteSpace(asked.WillDo))
            return new Refusal("Say what they will do.").At(nameof(asked.WillDo));
        if (asked.Moves is not { Count: 1 })
            return new Refusal("Choose the one key result on which it would show.").At(nameof(asked.Moves));
        if ((await Own(sibling.ObjectiveId, asked, stop)).Refused(out var refusal, out var moved))
            return refusal;
        var trial = string.IsNullOrWhiteSpace(asked.Trial) ? null : asked.Trial;
        if (
            trial is not null
            && !(await changes.Metric(moved[0].MetricId, stop)).Any(c => c.Href == trial && ReadSiblings.IsTrial(c))
        )
            return Refusal.Missing("trial on the metric of that key result").At(nameof(asked.Trial));
        (sibling.Customer, sibling.WillDo, sibling.Trial) = (asked.Customer.Trim(), asked.WillDo.Trim(), trial);
        sibling.Expected = [moved[0].Id];
        return null;
    }

    async Task<Refusal?> Initiative(Sibling sibling, SiblingRequest asked, CancellationToken stop)
    {
        var link = string.IsNullOrWhiteSpace(asked.Link) ? null : asked.Link.Trim();
        if (link is not null && !(Uri.TryCreate(link, UriKind.Absolute, out var to) && to.Scheme is "http" or "https"))
            return new Refusal("This is no address of a page. It begins with https://.").At(nameof(asked.Link));
        if ((await Own(sibling.ObjectiveId, asked, stop)).Refused(out var refusal, out var moved))
            return refusal;
        (sibling.Link, sibling.State) = (link, asked.State ?? InitiativeState.Open);
        sibling.Expected = [.. moved.Select(k => k.Id)];
        return null;
    }

    static Refusal? Learning(Sibling sibling, SiblingRequest asked)
    {
        if (string.IsNullOrWhiteSpace(asked.HowKnown))
            return new Refusal("Say how you will know the answer.").At(nameof(asked.HowKnown));
        if (asked.DueOn is null)
            return new Refusal("Say by which day you will know.").At(nameof(asked.DueOn));
        (sibling.HowKnown, sibling.DueOn) = (asked.HowKnown.Trim(), asked.DueOn);
        sibling.Answer = string.IsNullOrWhiteSpace(asked.Answer) ? null : asked.Answer.Trim();
        return null;
    }

    /// <summary>The key results that are named, where all are of this objective.</summary>
    async Task<Outcome<List<KeyResult>>> Own(Id<Objective> id, SiblingRequest asked, CancellationToken stop)
    {
        var named = (asked.Moves ?? []).Distinct().ToList();
        if (named.Count == 0)
            return new List<KeyResult>();
        var found = await db
            .KeyResults.AsNoTracking()
            .Where(k => k.ObjectiveId == id && named.Contains(k.Id))
            .OrderBy(k => k.Id)
            .ToListAsync(stop);
        return found.Count == named.Count
            ? found
            : Refusal.Missing("key result of this objective").At(nameof(asked.Moves));
    }

    internal async Task<Outcome<Sibling>> Find(Id<Sibling> id, CancellationToken stop)
    {
        if (await db.Siblings.SingleOrDefaultAsync(s => s.Id == id && s.BackAt == null, stop) is not { } sibling)
            return Refusal.Missing("health metric, hypothesis, initiative or learning goal");
        return (await Owned(sibling.ObjectiveId, stop)).Refused(out var refusal) ? refusal : sibling;
    }

    internal async Task<Outcome<Objective>> Owned(Id<Objective> id, CancellationToken stop)
    {
        if (await db.Objectives.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, stop) is not { } objective)
            return Refusal.Missing("objective");
        if (!me.MayWriteFor(objective.TeamId))
            return await TeamPermission.Refuse(db, objective.TeamId, stop);
        return objective.State == ObjectiveState.Closed
            ? Refusal.Conflict("This objective is closed. What stands beside its key results stays as it was.")
            : objective;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/objectives/{id}/siblings", Post)
            .WithName("WriteSibling")
            .WithSummary("Notes a health metric, hypothesis, initiative or learning goal beside the key results.");
        api.MapPut("/siblings/{id}", Put)
            .WithName("RewriteSibling")
            .WithSummary("Changes what stands beside the key results of an objective.");
    }

    static Task<Results<Created<SiblingView>, ProblemHttpResult>> Post(
        Id<Objective> id,
        SiblingRequest asked,
        WriteSibling write,
        ReadSiblings read,
        CancellationToken stop
    ) => write.Run(id, asked, stop).Created(s => $"/siblings/{s.Id}", s => read.View(s, stop));

    static Task<Results<Ok<SiblingView>, ProblemHttpResult>> Put(
        Id<Sibling> id,
        SiblingRequest asked,
        WriteSibling write,
        ReadSiblings read,
        CancellationToken stop
    ) => write.Rewrite(id, asked, stop).Ok(s => read.View(s, stop));
}
