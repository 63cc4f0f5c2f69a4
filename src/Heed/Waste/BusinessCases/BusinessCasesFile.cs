using Heed.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>The business cases as a file, as the page shows them.</summary>
static class BusinessCasesFile
{
    static readonly string[] Head =
    [
        "name",
        "team",
        "state",
        "since",
        "from",
        "years",
        "net present value, low",
        "net present value, likely",
        "net present value, high",
        "not discounted by evidence, likely",
        "payback in years",
        "hours of staff a year, likely",
        "hours of customers a year, likely",
        "break-even",
    ];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/waste/business-cases.csv", Get).RequireAuthorization().ExcludeFromDescription();

    static async Task<FileContentHttpResult> Get(
        ReadBusinessCases read,
        ReadTeams teams,
        Workspace here,
        CancellationToken stop,
        string? team = null
    )
    {
        var all = await read.Everything(Asked(team), stop);
        var names = await teams.Names(stop);
        return TypedResults.File(
            CsvWriter.Bytes([CsvWriter.Line(Head), .. all.Select(c => Line(c, names, here))]),
            "text/csv; charset=utf-8",
            "business-cases.csv"
        );
    }

    internal static Id<Team>? Asked(string? team) => Id<Team>.TryParse(team, null, out var id) ? id : null;

    static string Line(BusinessCase of, IReadOnlyDictionary<Id<Team>, string> teams, Workspace here)
    {
        var worth = CaseWorth.Of(of).Refused(out _, out var given) ? null : given;
        return CsvWriter.Line([
            of.Name,
            teams.GetValueOrDefault(of.TeamId),
            of.State.Word(),
            CsvWriter.Day(here.DayOf(of.StateSince)),
            CsvWriter.Day(of.From),
            Format.Exact(of.Years),
            CsvWriter.Number(worth?.Discounted.NetPresentValue.Low),
            CsvWriter.Number(worth?.Discounted.NetPresentValue.Likely),
            CsvWriter.Number(worth?.Discounted.NetPresentValue.High),
            CsvWriter.Number(worth?.Undiscounted.NetPresentValue.Likely),
            CsvWriter.Number(worth?.Discounted.PaybackYears),
            CsvWriter.Number(worth?.StaffHours.Likely),
            CsvWriter.Number(worth?.CustomerHours.Likely),
            worth?.LeastCertain?.Says,
        ]);
    }
}
