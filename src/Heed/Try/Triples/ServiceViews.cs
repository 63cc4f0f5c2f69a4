using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;

namespace Heed.Try;

public sealed record ServiceView(
    Id<Service> Id,
    Id<Team> Team,
    string Name,
    Id<Metric>? Experience,
    double? ExperienceMatters,
    Id<Metric>? ServiceLevel,
    double? ServiceLevelMatters,
    Id<Metric>? Cost,
    double? CostMatters,
    Id<Metric>? Employees,
    double? EmployeesMatters,
    DateOnly? Since,
    string? SinceWhat,
    DateTimeOffset? RetiredAt,
    int Version
)
{
    internal static ServiceView Of(Service service) =>
        new(
            service.Id,
            service.TeamId,
            service.Name,
            service.Experience,
            service.ExperienceMatters,
            service.ServiceLevel,
            service.ServiceLevelMatters,
            service.Cost,
            service.CostMatters,
            service.Employees,
            service.EmployeesMatters,
            service.Since,
            service.SinceWhat,
            service.RetiredAt,
            service.Version
        );
}

/// <param name="Effect">The change with its 95 % interval, in the metric's unit; empty where none could be estimated.</param>
public sealed record TripleLineView(
    ServiceLine Line,
    Id<Metric>? Metric,
    VerdictWord Verdict,
    double? Effect,
    double? Low,
    double? High,
    string Said
);

/// <summary>What the verdicts on a service say, each and together.</summary>
public sealed record TripleView(
    Id<Service> Service,
    DateOnly From,
    DateOnly Since,
    DateOnly To,
    IReadOnlyList<TripleLineView> Lines,
    bool HoursRise,
    ServiceFinding Finding,
    string Sentence
)
{
    internal static TripleView Of(JudgedService judged) =>
        new(
            judged.Service.Id,
            judged.Window.From,
            judged.Window.Since,
            judged.Window.To,
            [
                .. judged.Lines.Select(line => new TripleLineView(
                    line.Line,
                    line.Measured?.Metric.Id,
                    line.Word,
                    line.Effect?.Step.Value,
                    line.Effect?.Step.Low,
                    line.Effect?.Step.High,
                    line.Said
                )),
            ],
            judged.HoursRise,
            judged.Finding,
            judged.Say()
        );
}
