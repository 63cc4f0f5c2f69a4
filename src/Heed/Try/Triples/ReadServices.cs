using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Try;

public sealed record ListedServices(IReadOnlyList<JudgedService> Services, int All, int Page)
{
    public const int Size = 12;
}

/// <summary>Reads services and judges them: four questions of the database, however many.</summary>
public sealed class ReadServices(HeedDb db, ReadSeries read, ReadTeams teams, Workspace here, TimeProvider clock)
{
    const int MostTrials = 500;

    public Task<Service?> Of(Id<Service> id, CancellationToken stop) =>
        db.Services.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop);

    public async Task<JudgedService?> Judged(Id<Service> id, CancellationToken stop) =>
        await Of(id, stop) is { } service ? (await Judge([service], stop))[0] : null;

    /// <summary>Those in use or those that are retired, by name.</summary>
    public async Task<ListedServices> Page(bool retired, int page, CancellationToken stop)
    {
        var wanted = db.Services.AsNoTracking().Where(s => s.RetiredAt != null == retired);
        var all = await wanted.CountAsync(stop);
        page = Math.Clamp(page, 1, Math.Max(1, (all + ListedServices.Size - 1) / ListedServices.Size));
        var some = await wanted
            .OrderBy(s => s.Name)
            .ThenBy(s => s.Id)
            .Skip((page - 1) * ListedServices.Size)
            .Take(ListedServices.Size)
            .ToListAsync(stop);
        return new(await Judge(some, stop), all, page);
    }

    /// <summary>The newest of some teams in use; of all where none are given.</summary>
    public async Task<IReadOnlyList<JudgedService>> Newest(
        IReadOnlyCollection<Id<Team>>? of,
        int most,
        CancellationToken stop
    )
    {
        var wanted = db.Services.AsNoTracking().Where(s => s.RetiredAt == null);
        if (of is not null)
            wanted = wanted.Where(s => of.Contains(s.TeamId));
        return await Judge(await wanted.OrderByDescending(s => s.Id).Take(most).ToListAsync(stop), stop);
    }

    async Task<IReadOnlyList<JudgedService>> Judge(IReadOnlyList<Service> services, CancellationToken stop)
    {
        if (services.Count == 0)
            return [];
        var today = here.Today(clock);
        var metrics = services.SelectMany(s => s.Metrics).Distinct().ToList();
        var measured = await read.Of(metrics, stop);
        var tried = (
            await db
                .Trials.AsNoTracking()
                .Where(t => metrics.Contains(t.MetricId) && t.LockedAt != null)
                .OrderByDescending(t => t.Start)
                .Take(MostTrials)
                .ToListAsync(stop)
        ).ToLookup(t => t.MetricId);
        var names = await teams.Names(stop);
        return [.. services.Select(Of)];

        JudgedService Of(Service service)
        {
            var window = service.Window(today);
            List<Trial> trials =
            [
                .. service.Metrics.SelectMany(metric => tried[metric]).Where(t => t.Look >= window.From),
            ];
            return new(
                service,
                names.GetValueOrDefault(service.TeamId, ""),
                window,
                [
                    .. Enum.GetValues<ServiceLine>()
                        .Select(line =>
                            JudgedLine.Of(
                                line,
                                service.MetricOf(line) is { } id ? measured.GetValueOrDefault(id) : null,
                                service.Matters(line),
                                window
                            )
                        ),
                ],
                EffortByMonth.Of(trials, today) is not null
            );
        }
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/services", List)
            .WithName("ListServices")
            .WithSummary("The services, each as it was written down.");
        api.MapGet("/services/{id}", One).WithName("ReadService").WithSummary("One service.");
        api.MapGet("/services/{id}/triple", Triple)
            .WithName("ReadTriple")
            .WithSummary("The verdicts on the metrics of a service over the same days, and what they say together.");
    }

    static async Task<Ok<Listed<ServiceView>>> List(
        HeedDb db,
        Id<Service>? after,
        int? take,
        CancellationToken stop,
        bool retired = false
    )
    {
        var wanted = db.Services.AsNoTracking().Where(s => s.RetiredAt != null == retired);
        if (after is { } last)
            wanted = wanted.Where(s => s.Id > last);
        var size = Part.Size(take);
        var rows = await wanted.OrderBy(s => s.Id).Take(size + 1).ToListAsync(stop);
        return TypedResults.Ok(Listed<ServiceView>.Of([.. rows.Select(ServiceView.Of)], size, s => s.Id.ToString()));
    }

    static Task<Results<Ok<ServiceView>, ProblemHttpResult>> One(
        Id<Service> id,
        ReadServices read,
        CancellationToken stop
    ) => read.Of(id, stop).OkOrMissing("service", ServiceView.Of);

    static Task<Results<Ok<TripleView>, ProblemHttpResult>> Triple(
        Id<Service> id,
        ReadServices read,
        CancellationToken stop
    ) => read.Judged(id, stop).OkOrMissing("service", TripleView.Of);
}
