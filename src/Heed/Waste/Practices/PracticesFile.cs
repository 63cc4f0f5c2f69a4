using Heed.Analytics.Evidence;
using Heed.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>The register as a file, as the page shows it.</summary>
static class PracticesFile
{
    static readonly string[] Head =
    [
        "name",
        "kind",
        "team",
        "state",
        "since",
        "reason",
        "requirement",
        "evidence",
        .. Enum.GetValues<Ledger>().SelectMany(Columns),
    ];

    static IEnumerable<string> Columns(Ledger ledger)
    {
        var name = $"{Format.Lower(ledger.Word())} a month";
        return [$"{name}, low", $"{name}, likely", $"{name}, high", $"{name}, rests on"];
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/waste/practices.csv", Get).RequireAuthorization().ExcludeFromDescription();

    static async Task<FileContentHttpResult> Get(
        ListPractices list,
        ReadTeams teams,
        Workspace here,
        CancellationToken stop,
        string? words = null,
        string? kind = null,
        string? team = null,
        string? state = null,
        string? order = null
    )
    {
        var practices = await list.Everything(Asked(words, kind, team, state), Order(order), stop);
        var names = await teams.Names(stop);
        return TypedResults.File(
            CsvWriter.Bytes([CsvWriter.Line(Head), .. practices.Select(p => Line(p, names, here))]),
            "text/csv; charset=utf-8",
            "practices.csv"
        );
    }

    internal static PracticeFilter Asked(string? words, string? kind, string? team, string? state) =>
        new(
            words,
            Enum.TryParse<PracticeKind>(kind, out var k) && Enum.IsDefined(k) ? k : null,
            Id<Team>.TryParse(team, null, out var t) ? t : null,
            Enum.TryParse<PracticeState>(state, out var s) && Enum.IsDefined(s) ? s : null
        );

    internal static PracticeOrder Order(string? order) =>
        Enum.TryParse<PracticeOrder>(order, out var by) && Enum.IsDefined(by) ? by : PracticeOrder.StaffHours;

    static string Line(Practice practice, IReadOnlyDictionary<Id<Team>, string> teams, Workspace here) =>
        CsvWriter.Line([
            practice.Name,
            practice.Kind.Word(),
            teams.GetValueOrDefault(practice.TeamId),
            practice.State.Word(),
            CsvWriter.Day(here.DayOf(practice.StateSince)),
            practice.Reason,
            practice.Requirement,
            practice.Evidence,
            .. Enum.GetValues<Ledger>()
                .Select(ledger => practice.Burden.Find(l => l.Ledger == ledger))
                .SelectMany(line =>
                    new[]
                    {
                        CsvWriter.Number(line?.MonthLow),
                        CsvWriter.Number(line?.MonthLikely),
                        CsvWriter.Number(line?.MonthHigh),
                        line?.Evidence.ToString(),
                    }
                ),
        ]);
}
