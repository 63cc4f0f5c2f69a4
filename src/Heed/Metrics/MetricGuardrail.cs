using System.Linq.Expressions;
using Heed.Analytics.Evidence;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heed.Metrics;

/// <summary>What must not get worse meanwhile: a metric with its limits. A key result and a trial own one each.</summary>
public sealed class MetricGuardrail
{
    public required Id<Metric> MetricId { get; init; }
    public double? AtLeast { get; init; }
    public double? AtMost { get; init; }

    /// <summary>The limits as the evidence engine takes them.</summary>
    public Guardrail Rule =>
        (AtLeast, AtMost) switch
        {
            ({ } low, { } high) => Guardrail.Between(low, high),
            ({ } low, null) => Guardrail.AtLeast(low),
            (null, { } high) => Guardrail.AtMost(high),
            _ => throw new InvalidOperationException("A guardrail without a limit was kept."),
        };

    /// <summary>What it allows: “at least 6.5”, “4 to 6”.</summary>
    public string Limits => Format.Limits(AtLeast, AtMost);

    /// <summary>“7.2 of 100, at most 6.5 was promised”: what a broken one says.</summary>
    public string Broken(double value, string unit) => $"{Format.Value(value, unit)}, {Limits} was promised";

    public bool IsBrokenBy(double value) => Rule.Of(value) is GuardrailState.Breached;

    /// <summary>By the newest point.</summary>
    public GuardrailState Now(MetricSeries measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        return Rule.Of(measured.Newest?.Value);
    }

    /// <summary>By every point since a day: broken once is broken.</summary>
    public GuardrailState Since(MetricSeries measured, DateOnly start)
    {
        ArgumentNullException.ThrowIfNull(measured);
        return Rule.Over(measured.Points.Where(p => p.On >= start).Select(p => (double?)p.Value)) switch
        {
            { Breached: > 0 } => GuardrailState.Breached,
            var record => record.State,
        };
    }

    /// <summary>What was asked for, empty where nothing was; or what is wrong with it, at the field where it stands.</summary>
    public static Refusal? Fault(Id<Metric>? metric, double? atLeast, double? atMost, out MetricGuardrail? guardrail)
    {
        guardrail = null;
        if (metric is not { } guarded)
            return atLeast is null && atMost is null
                ? null
                : new Refusal(
                    "A guardrail needs the metric that must not get worse. Choose it, or leave the limit empty."
                ).At(MetricField);
        if (atLeast is null && atMost is null)
            return new Refusal("A guardrail needs a limit: at least, at most, or both.").At(AtLeastField);
        if (new[] { atLeast, atMost }.Any(limit => limit is { } number && !double.IsFinite(number)))
            return new Refusal("A guardrail's limit must be a number.").At(AtLeastField);
        if (atLeast >= atMost)
            return new Refusal("The guardrail's lower limit must be below its upper one.").At(AtLeastField);
        guardrail = new()
        {
            MetricId = guarded,
            AtLeast = atLeast,
            AtMost = atMost,
        };
        return null;
    }

    const string MetricField = "GuardrailMetric";
    const string AtLeastField = "GuardrailAtLeast";

    /// <summary>Its columns stand in the table of its owner.</summary>
    internal static void Map<TOwner>(
        EntityTypeBuilder<TOwner> owner,
        Expression<Func<TOwner, MetricGuardrail?>> guardrail
    )
        where TOwner : class =>
        owner.OwnsOne(
            guardrail,
            own =>
            {
                own.Property(g => g.MetricId).HasColumnName("GuardrailMetricId");
                own.Property(g => g.AtLeast).HasColumnName("GuardrailAtLeast");
                own.Property(g => g.AtMost).HasColumnName("GuardrailAtMost");
                own.HasOne<Metric>().WithMany().HasForeignKey(g => g.MetricId).OnDelete(DeleteBehavior.ClientSetNull);
            }
        );
}
