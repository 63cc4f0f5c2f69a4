using Heed.Analytics.Evidence;
using Heed.Metrics;
using Heed.People;

namespace Heed.Try;

/// <summary>Tells of a service that improved as a whole, and of one where something got better while something else got worse.</summary>
sealed class ServicesAtHome(ReadServices read, Member me) : IHomeSource
{
    /// <summary>Each is judged for the page; the others stand in the list of services.</summary>
    const int Most = 5;

    /// <summary>Before the single verdict that it rests on.</summary>
    const double Heavy = 50;

    public async Task<IReadOnlyList<HomeSentence>> Sentences(CancellationToken stop)
    {
        var mine = me.IsAdmin ? null : me.Teams.Select(t => t.TeamId).ToList();
        return
        [
            .. (await read.Newest(mine, Most, stop))
                .Where(s => s.Finding is ServiceFinding.Trade or ServiceFinding.Improvement)
                .Select(Of),
        ];
    }

    static HomeSentence Of(JudgedService judged)
    {
        var moved = judged
            .Lines.Where(l => l.Word is VerdictWord.Improved or VerdictWord.Worsened)
            .Select(l => $"{l.Line.Word().ToLowerInvariant()} {l.Said}");
        var named = judged.Service.Name;
        return new(
            HomeColumn.Moved,
            judged.Finding is ServiceFinding.Trade
                ? $"{named}: a trade. Something improved while something else worsened."
                : $"{named}: an improvement, and nothing measured worsened.",
            $"/try/services/{judged.Service.Id}"
        )
        {
            Status = judged.Finding.Shape(),
            Subject = named,
            Detail = $"{string.Join("; ", moved)} · {judged.Team}",
            Weight = judged.Finding is ServiceFinding.Trade ? Heavy : Heavy / 2,
            Spark = judged.Lines.FirstOrDefault(l => l.Word is VerdictWord.Improved)?.Measured is { } measured
                ? Sparks.Of(measured)
                : null,
        };
    }
}
