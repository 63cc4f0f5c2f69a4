using Heed.Customers;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Aim;

/// <summary>Adds to an objective who will do what by how much. Only members of its team may.</summary>
public sealed class WriteKeyResult(
    HeedDb db,
    Member me,
    JournalWriter journal,
    SettleTerms settle,
    MakeMetric make,
    ReadSeries read,
    ReadCustomers customers,
    TimeProvider clock
)
{
    public async Task<Outcome<KeyResult>> Run(Id<Objective> id, KeyResultRequest asked, CancellationToken stop)
    {
        if ((await Apply(id, asked, null, stop)).Refused(out var refusal, out var keyResult))
        {
            db.Forget();
            return refusal;
        }
        await db.SaveChangesAsync(stop);
        return keyResult;
    }

    /// <summary>The same for whoever writes several, and saves all of them.</summary>
    /// <param name="on">The metric where it is at hand because it was made for another key result; else empty.</param>
    internal async Task<Outcome<KeyResult>> Apply(
        Id<Objective> id,
        KeyResultRequest asked,
        MetricSeries? on,
        CancellationToken stop
    )
    {
        if ((await Compose(id, asked, asked.Fresh, on, stop)).Refused(out var refusal, out var keyResult))
            return refusal;
        db.KeyResults.Add(keyResult);
        journal.Write("aim", keyResult.Id, $"{me.Name} aimed: {keyResult.Name}.");
        journal.Write("aim", id, $"{me.Name} aimed: {keyResult.Name}.");
        return keyResult;
    }

    /// <summary>What <see cref="Run"/> would write, or why it would refuse. Changes nothing.</summary>
    public Task<Outcome<KeyResult>> Foresee(Id<Objective> id, KeyResultRequest asked, CancellationToken stop) =>
        Compose(id, asked, null, null, stop);

    async Task<Outcome<KeyResult>> Compose(
        Id<Objective> id,
        KeyResultRequest asked,
        FreshMetric? fresh,
        MetricSeries? on,
        CancellationToken stop
    )
    {
        var objective = await db.Objectives.Include(o => o.Cycle).SingleOrDefaultAsync(o => o.Id == id, stop);
        if (objective is null)
            return Refusal.Missing("objective");
        if (!me.MayWriteFor(objective.TeamId))
            return await TeamPermission.Refuse(db, objective.TeamId, stop);
        if (objective.State == ObjectiveState.Closed)
            return Refusal.Conflict("This objective is closed. Write the key result for one that is not.");
        if (
            MetricGuardrail.Fault(
                asked.GuardrailMetric,
                asked.GuardrailAtLeast,
                asked.GuardrailAtMost,
                out var guardrail
            ) is
            { } fault
        )
            return fault;
        if (guardrail is not null && await read.Metric(guardrail.MetricId, stop) is null)
            return Refusal.Missing("guardrail metric");
        if ((await Who(asked, stop)).Refused(out var refusal, out var who))
            return refusal;

        var keyResult = new KeyResult
        {
            ObjectiveId = objective.Id,
            Objective = objective,
            Who = who,
            CustomerGroupId = asked.CustomerGroup,
            DoesWhat = asked.DoesWhat!.Trim(),
            Guardrail = guardrail,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = me.Id,
        };
        var reason = string.IsNullOrWhiteSpace(asked.Reason) ? "as first written" : asked.Reason.Trim();
        if (
            (await Settle(keyResult.Id, asked, fresh, on, objective.ByWhen, reason, stop)).Refused(
                out refusal,
                out var terms
            )
        )
            return refusal;
        if (keyResult.Set(terms).Refused(out refusal))
            return refusal;
        return keyResult;
    }

    async Task<Outcome<Terms>> Settle(
        Id<KeyResult> id,
        KeyResultRequest asked,
        FreshMetric? fresh,
        MetricSeries? on,
        DateOnly latest,
        string reason,
        CancellationToken stop
    )
    {
        if (on is not null)
            return settle.Of(id, asked, latest, reason, on);
        if (fresh is null)
            return await settle.Run(id, asked, latest, reason, stop);
        return (await make.Apply(fresh, asked, stop)).Refused(out var refusal, out var made)
            ? refusal
            : settle.Of(id, asked, latest, reason, made);
    }

    async Task<Outcome<string>> Who(KeyResultRequest asked, CancellationToken stop)
    {
        if (asked.CustomerGroup is { } group)
            return await customers.Of(group, stop) is { } known
                ? string.IsNullOrWhiteSpace(asked.Who)
                    ? known.Name
                    : asked.Who.Trim()
                : Refusal.Missing("customer group");
        return string.IsNullOrWhiteSpace(asked.Who)
            ? new Refusal(
                "Name the customers: whose behaviour is to change? Without them this is not a key result."
            ).At(nameof(asked.Who))
            : asked.Who.Trim();
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/objectives/{id}/key-results", Post)
            .WithName("WriteKeyResult")
            .WithSummary("Adds a key result to an objective: a metric, from where to where, by when.");

    static Task<Results<Created<KeyResultView>, ProblemHttpResult>> Post(
        Id<Objective> id,
        KeyResultRequest asked,
        WriteKeyResult write,
        ReadKeyResults read,
        CancellationToken stop
    ) =>
        write
            .Run(id, asked, stop)
            .Created(k => $"/key-results/{k.Id}", async k => KeyResultView.Of((await read.Of(k.Id, stop))!));
}
