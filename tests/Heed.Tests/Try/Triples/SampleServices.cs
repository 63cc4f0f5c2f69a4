using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.Tests.Aim;
using Heed.Tests.Metrics;
using Heed.Try;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Try;

/// <summary>A service and its metrics, as most tests of it want them.</summary>
static class SampleServices
{
    /// <summary>The first of the twelve weeks that are judged; twelve come before.</summary>
    public static readonly DateOnly Since = new(2035, 3, 12);
    const int Weeks = 12;

    /// <summary>Weeks around one level before, and around another from <see cref="Since"/> on.</summary>
    public static async Task<Metric> Moved(this Cast cast, string name, Wanted wanted, double before, double after)
    {
        var asked = SampleMeasurements.Asked(name);
        asked.Wanted = wanted;
        var metric = await cast.Metric(asked);
        await cast.Around(metric, before, after);
        return metric;
    }

    public static async Task Around(this Cast cast, Metric metric, double before, double after)
    {
        List<MeasurementRequest> rows =
        [
            .. Enumerable
                .Range(-Weeks, 2 * Weeks)
                .Select(i => new MeasurementRequest
                {
                    On = Since.AddDays(7 * i),
                    Value = (i < 0 ? before : after) + ((i + Weeks) * 3 % 5 - 2) * 0.4,
                }),
        ];
        (await cast.Record(metric.Id, rows)).Given();
    }

    public static void TwelveWeeksOn(this World world) =>
        world.Clock.MoveTo(new DateTimeOffset(Since.AddDays(7 * Weeks), new(9, 0), TimeSpan.Zero));

    public static ServiceRequest Service(Cast cast, Metric? experience = null, Metric? level = null) =>
        new()
        {
            Team = cast.Team.Id,
            Name = "Coffee at the counter",
            Experience = experience?.Id,
            ExperienceMatters = experience is null ? null : 3,
            ServiceLevel = level?.Id,
            ServiceLevelMatters = level is null ? null : 3,
            Since = Since,
            SinceWhat = "A second barista",
        };

    public static Task<Service> Written(this Cast cast, Metric? experience, Metric? level = null) =>
        cast.Do<WriteService, Service>(w => w.Run(Service(cast, experience, level), default));

    public static async Task<JudgedService> Judged(this Cast cast, Service service) =>
        (await cast.World.As(cast, s => s.GetRequiredService<ReadServices>().Judged(service.Id, default)))!;

    /// <summary>For routes to name.</summary>
    public static async Task<string> One(IServiceProvider services, Cast who)
    {
        var metric = await who.Metric(SampleMeasurements.Asked($"Seen by {Id<Metric>.Random()}"));
        var asked = Service(who, metric);
        (asked.Name, asked.Since, asked.SinceWhat) = ($"Service {metric.Id}", null, null);
        return (await services.GetRequiredService<WriteService>().Run(asked, default)).Given().Id.ToString();
    }
}
