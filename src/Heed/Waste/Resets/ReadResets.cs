using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>A reset with the hours before and after it, by invite: at most.</summary>
/// <param name="GrowsBack">The hours go back towards the level from before.</param>
public sealed record ResetView(
    Id<Reset> Id,
    Id<Team> Team,
    string Reason,
    ResetState State,
    DateTimeOffset BegunAt,
    DateTimeOffset ClearUntil,
    DateTimeOffset? EndedAt,
    Heed.Analytics.Evidence.VerdictWord Verdict,
    string Sentence,
    double? HoursBefore,
    double? HoursAfter,
    bool GrowsBack
);

/// <summary>Reads resets and what they brought.</summary>
public sealed class ReadResets(HeedDb db, ReadSeries series, Workspace here, TimeProvider clock)
{
    public async Task<ResetView?> View(Id<Reset> id, CancellationToken stop) =>
        await db.Resets.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is { } reset
            ? (await Views([reset], stop))[0]
            : null;

    /// <summary>The hours of the teams, by the one view of a series.</summary>
    internal async Task<IReadOnlyDictionary<Id<Reset>, ResetLook>> Looks(
        IReadOnlyList<Reset> resets,
        CancellationToken stop
    )
    {
        var hours = await series.ComputedFrom([.. resets.Select(r => TeamCalendar.Source(r.TeamId)).Distinct()], stop);
        return resets.ToDictionary(
            r => r.Id,
            r => ResetLook.Of(r, hours.GetValueOrDefault(TeamCalendar.Source(r.TeamId)), here.Zone)
        );
    }

    async Task<IReadOnlyList<ResetView>> Views(IReadOnlyList<Reset> resets, CancellationToken stop)
    {
        var looks = await Looks(resets, stop);
        var now = clock.GetUtcNow();
        return
        [
            .. resets.Select(r => new ResetView(
                r.Id,
                r.TeamId,
                r.Reason,
                r.State(now),
                r.BegunAt,
                r.ClearUntil,
                r.EndedAt,
                looks[r.Id].Word,
                looks[r.Id].Sentence,
                looks[r.Id].Before,
                looks[r.Id].After,
                looks[r.Id].GrowsBack
            )),
        ];
    }

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/resets", All)
            .WithName("ListResets")
            .WithSummary("The resets of teams, each with its verdict, of one team if it is given.");
        api.MapGet("/resets/{id}", One)
            .WithName("ReadReset")
            .WithSummary("One reset with the hours before and after it.");
    }

    static async Task<Ok<Listed<ResetView>>> All(
        ReadResets read,
        CancellationToken stop,
        Id<Reset>? after = null,
        int? take = null,
        Id<Team>? team = null
    ) => TypedResults.Ok(await read.After(after, Part.Size(take), team, stop));

    async Task<Listed<ResetView>> After(Id<Reset>? after, int size, Id<Team>? team, CancellationToken stop)
    {
        var wanted = db.Resets.AsNoTracking();
        if (team is { } of)
            wanted = wanted.Where(r => r.TeamId == of);
        if (after is { } id)
            wanted = wanted.Where(r => r.Id > id);
        var rows = await wanted.OrderBy(r => r.Id).Take(size + 1).ToListAsync(stop);
        return Listed<ResetView>.Of([.. await Views(rows, stop)], size, r => r.Id.ToString());
    }

    static Task<Results<Ok<ResetView>, ProblemHttpResult>> One(Id<Reset> id, ReadResets read, CancellationToken stop) =>
        read.View(id, stop).OkOrMissing("reset");
}

/// <summary>Draws resets on the chart of the hours that they cleared.</summary>
sealed class ResetChanges(HeedDb db, ReadSeries series, ReadResets read, Workspace here) : IChangeSource
{
    const int Most = 12;

    public async Task<IReadOnlyList<DatedChange>> Changes(
        IReadOnlyCollection<Id<Metric>> metrics,
        CancellationToken stop
    )
    {
        var teams = (await series.Metrics(metrics, stop))
            .Values.Select(m => (m.Id, Team: m.ComputedFrom is { } from ? TeamCalendar.TeamOf(from) : null))
            .Where(m => m.Team is not null)
            .ToDictionary(m => m.Team!.Value, m => m.Id);
        if (teams.Count == 0)
            return [];
        var ids = teams.Keys.ToList();
        var resets = await db
            .Resets.AsNoTracking()
            .Where(r => ids.Contains(r.TeamId))
            .OrderByDescending(r => r.BegunAt)
            .Take(Most * ids.Count)
            .ToListAsync(stop);
        var looks = await read.Looks(resets, stop);
        return
        [
            .. resets.Select(r => new DatedChange(
                teams[r.TeamId],
                r.ChangeDay(here.Zone),
                looks[r.Id].GrowsBack ? looks[r.Id].Watch!.Since : null,
                "Meeting reset",
                $"/waste/meetings/{r.TeamId}",
                looks[r.Id].Shown,
                looks[r.Id].ShownWord,
                looks[r.Id].Sentence
            )),
        ];
    }
}
