using System.ComponentModel.DataAnnotations;
using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Map;

public sealed class OutcomeRequest
{
    [Required(ErrorMessage = "Choose the metric that executives watch.")]
    public Id<Metric>? Metric { get; set; }

    [Required(ErrorMessage = "Say what customers get when it moves the wanted way.")]
    [StringLength(CustomerOutcome.LongestValue, ErrorMessage = "Use at most 300 characters.")]
    public string? Value { get; set; }
}

/// <summary>Names a metric as an outcome that executives watch. Administrators only; everybody reads them.</summary>
public sealed class NameOutcome(HeedDb db, Member me, ReadSeries read, JournalWriter journal, TimeProvider clock)
{
    /// <summary>What is watched by everybody is few.</summary>
    public const int Most = 30;

    internal static Refusal OnlyAdministrators =>
        Refusal.Forbidden("Only an administrator says what the organisation watches. You can claim a tie to it.");

    public async Task<Outcome<CustomerOutcome>> Run(OutcomeRequest asked, CancellationToken stop)
    {
        if (!me.IsAdmin)
            return OnlyAdministrators;
        await using var turn = await WorkspaceLock.Begin(db, me.WorkspaceId, stop);
        if (await read.Metric(asked.Metric!.Value, stop) is not { } metric)
            return Refusal.Missing("metric").At(nameof(asked.Metric));
        if (await db.CustomerOutcomes.AnyAsync(o => o.MetricId == metric.Id, stop))
            return Refusal
                .Conflict($"“{metric.Name}” is watched already. Take it off to say its value in other words.")
                .At(nameof(asked.Metric));
        if (await db.CustomerOutcomes.CountAsync(stop) >= Most)
            return Refusal.Conflict($"{Most} outcomes are watched already. Take one off that nobody steers by.");
        var outcome = new CustomerOutcome
        {
            MetricId = metric.Id,
            Value = asked.Value!.Trim(),
            NamedBy = me.Id,
            NamedAt = clock.GetUtcNow(),
        };
        db.CustomerOutcomes.Add(outcome);
        journal.Write(
            "name",
            outcome.Id,
            $"{me.Name} named “{metric.Name}” as an outcome that executives watch. Customers get: {outcome.Value}"
        );
        await db.SaveChangesAsync(stop);
        await turn.CommitAsync(stop);
        return outcome;
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/customer-outcomes", Post)
            .WithName("NameCustomerOutcome")
            .WithSummary(
                "Names a metric as an outcome that executives watch, with what customers get of it. Administrators only."
            )
            .OnlyAdministrators();
    }

    static Task<Results<Created<CustomerOutcomeView>, ProblemHttpResult>> Post(
        OutcomeRequest asked,
        NameOutcome name,
        CancellationToken stop
    ) => name.Run(asked, stop).Created(o => $"/customer-outcomes/{o.Id}", CustomerOutcomeView.Of);
}
