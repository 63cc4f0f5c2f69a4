using Heed.Journal;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

/// <summary>Writes a service down, or changes what it is seen by. Only members of its team may.</summary>
public sealed class WriteService(
    HeedDb db,
    Member me,
    Workspace here,
    ReadSeries series,
    JournalWriter journal,
    TimeProvider clock
)
{
    public async Task<Outcome<Service>> Run(ServiceRequest asked, CancellationToken stop)
    {
        if (await new ReadTeams(db).Find(asked.Team, stop) is not { } team)
            return Refusal.Missing("team");
        if (!me.MayWriteFor(team.Id))
            return TeamPermission.Refuse(team.Name);
        if (await Fault(asked, null, stop) is { } fault)
            return fault;
        var service = new Service
        {
            TeamId = team.Id,
            Name = "",
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = me.Id,
        };
        Describe(service, asked);
        db.Services.Add(service);
        journal.Write("open", service.Id, $"{me.Name} wrote down the service “{service.Name}”.");
        await db.SaveChangesAsync(stop);
        return service;
    }

    public async Task<Outcome<Service>> Rewrite(Id<Service> id, ServiceRequest asked, CancellationToken stop)
    {
        if (await db.Services.SingleOrDefaultAsync(s => s.Id == id, stop) is not { } service)
            return Refusal.Missing("service");
        if (!me.MayWriteFor(service.TeamId))
            return await TeamPermission.Refuse(db, service.TeamId, stop);
        if (asked.Team != service.TeamId)
            return new Refusal("A service stays with its team. Write one down for the other team.").At(
                nameof(asked.Team)
            );
        if (await Fault(asked, service, stop) is { } fault)
            return fault;
        Describe(service, asked);
        journal.Write("change", id, $"{me.Name} changed what the service “{service.Name}” is seen by.");
        await db.SaveChangesAsync(stop);
        return service;
    }

    static void Describe(Service service, ServiceRequest asked)
    {
        service.Name = asked.Name!.Trim();
        (service.Experience, service.ExperienceMatters) = (asked.Experience, asked.ExperienceMatters);
        (service.ServiceLevel, service.ServiceLevelMatters) = (asked.ServiceLevel, asked.ServiceLevelMatters);
        (service.Cost, service.CostMatters) = (asked.Cost, asked.CostMatters);
        (service.Employees, service.EmployeesMatters) = (asked.Employees, asked.EmployeesMatters);
        service.Since = asked.Since;
        service.SinceWhat = string.IsNullOrWhiteSpace(asked.SinceWhat) ? null : asked.SinceWhat.Trim();
    }

    async Task<Refusal?> Fault(ServiceRequest asked, Service? kept, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(asked.Name))
            return new Refusal("Give the service a name, such as “Coffee at the counter”.").At(nameof(asked.Name));
        if (asked.Since >= here.Today(clock))
            return new Refusal("What is judged begins before today. Leave the day empty for the last quarter.").At(
                nameof(asked.Since)
            );
        if (asked.Since is null && !string.IsNullOrWhiteSpace(asked.SinceWhat))
            return new Refusal("Give the day of the change, or leave what changed empty.").At(nameof(asked.Since));
        if (await NameTaken(db, asked.Name.Trim(), kept?.Id, stop))
            return Taken(asked.Name.Trim()).At(nameof(asked.Name));
        HashSet<Id<Metric>> seen = [];
        foreach (var (line, metric, matters) in asked.Lines)
        {
            if (matters is { } least && !(double.IsFinite(least) && least > 0))
                return new Refusal("The least change that would matter is a number above zero, without a sign.").At(
                    $"{line}Matters"
                );
            if (matters is not null && metric is null)
                return new Refusal("Choose the metric of which this change would matter, or leave it empty.").At(
                    $"{line}Matters"
                );
            if (metric is not { } chosen)
                continue;
            if (!seen.Add(chosen))
                return new Refusal("One metric stands for one of the four. Choose another, or leave it out.").At(
                    $"{line}"
                );
            if (await WriteStoryboard.InUse(series, chosen, kept?.MetricOf(line), stop) is { } unmeasured)
                return unmeasured.At($"{line}");
            if (await series.Metric(chosen, stop) is { WantedWay: null } ranged)
                return new Refusal(
                    $"“{ranged.Name}” is wanted inside a range, so neither way is better. Choose a metric of which more or less is wanted."
                ).At($"{line}");
        }
        return seen.Count == 0
            ? new Refusal("Choose one metric at least by which the service is seen.").At(nameof(asked.Experience))
            : null;
    }

    internal static Task<bool> NameTaken(HeedDb db, string name, Id<Service>? but, CancellationToken stop) =>
        db.Services.AnyAsync(s => s.Name == name && s.RetiredAt == null && s.Id != but, stop);

    internal static Refusal Taken(string name) =>
        Refusal.Conflict($"There is a service called “{name}” already. Use another name.");

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/services", Post)
            .WithName("OpenService")
            .WithSummary("Writes a service down, with the metrics that it is seen by.");
        api.MapPut("/services/{id}", Put).WithName("ChangeService").WithSummary("Changes what a service is seen by.");
    }

    static Task<Results<Created<ServiceView>, ProblemHttpResult>> Post(
        ServiceRequest asked,
        WriteService write,
        CancellationToken stop
    ) => write.Run(asked, stop).Created(service => $"/services/{service.Id}", ServiceView.Of);

    static Task<Results<Ok<ServiceView>, ProblemHttpResult>> Put(
        Id<Service> id,
        ServiceRequest asked,
        WriteService write,
        CancellationToken stop
    ) => write.Rewrite(id, asked, stop).Ok(ServiceView.Of);
}
