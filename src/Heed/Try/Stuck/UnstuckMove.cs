using System.Text.Json;
using System.Text.Json.Serialization;
using Heed.Analytics.Evidence;

namespace Heed.Try;

/// <summary>How far a move goes from what was done so far; the nearest is proposed first (4.1).</summary>
public enum Rung
{
    Measure,
    Bigger,
    Lever,
    Obstacle,
    Driver,
    Seat,
    Tension,
    Stop,
}

/// <summary>A way on for whoever is stuck, from the unstuck library (moves.json).</summary>
/// <param name="For">In which states it helps.</param>
/// <param name="Before">After which levers; after any where there are none.</param>
/// <param name="After">The lever that it pulls; empty where that is still to be chosen.</param>
public sealed record UnstuckMove(
    string Key,
    Rung Rung,
    IReadOnlyList<TractionState> For,
    string Name,
    string Says,
    string Source,
    IReadOnlyList<Lever>? Before = null,
    Lever? After = null
)
{
    public const int LongestKey = 60;

    static readonly JsonSerializerOptions Words = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static IReadOnlyList<UnstuckMove> All { get; } = Read();

    static List<UnstuckMove> Read()
    {
        using var file = typeof(UnstuckMove).Assembly.GetManifestResourceStream("moves.json")!;
        return JsonSerializer.Deserialize<List<UnstuckMove>>(file, Words)!;
    }

    public static UnstuckMove? Of(string? key) => All.FirstOrDefault(move => move.Key == key);

    /// <summary>
    /// Some different moves for a run, never its own lever: one of each rung, the nearest first, then the others.
    /// </summary>
    /// <param name="tried">What was taken up for this run already; it is not offered again.</param>
    public static IReadOnlyList<UnstuckMove> Different(
        TractionState state,
        IReadOnlySet<Lever> levers,
        IReadOnlySet<string> tried,
        int most = 3
    )
    {
        var fitting = All.Where(move =>
                move.For.Contains(state)
                && !tried.Contains(move.Key)
                && (move.After is not { } after || !levers.Contains(after))
                && (move.Before is not { } before || before.Any(levers.Contains))
            )
            .OrderBy(move => move.Rung)
            .ToList();
        var first = fitting.DistinctBy(move => move.Rung).ToList();
        return [.. first.Concat(fitting.Except(first)).Take(most)];
    }
}
