using Heed.Analytics.Scores;

namespace Heed.Analytics.Columns;

/// <summary>What a cell has to show.</summary>
public enum CellState
{
    /// <summary>Its answers are there.</summary>
    Shown,

    /// <summary>Nobody answered here, and it does no harm to say so.</summary>
    Empty,

    /// <summary>Hidden to protect a small group, here or beside it. It may hold few answers, many or none.</summary>
    Hidden,
}

/// <summary>The answers of one group in one period, or why they are not shown.</summary>
public sealed class Cell
{
    readonly Distribution? _distribution;

    internal Cell(Distribution? distribution, MinimumGroup minimum)
    {
        _distribution = distribution;
        State = distribution switch
        {
            null => CellState.Hidden,
            { N: 0 } => CellState.Empty,
            _ => CellState.Shown,
        };
        Because =
            distribution is null
                ? $"Hidden: fewer than {minimum.Size} people answered here, or so few beside it that theirs could be worked out."
            : State == CellState.Empty ? "Nobody answered here."
            : null;
    }

    /// <summary>Shown, empty or hidden. Hidden is not zero.</summary>
    public CellState State { get; }

    /// <summary>The answers; null when hidden.</summary>
    public Distribution? Distribution => _distribution;

    /// <summary>Why there is nothing to see, as a sentence; null when there is.</summary>
    public string? Because { get; }

    /// <summary>The score of the cell.</summary>
    /// <param name="kind">The kind of score.</param>
    /// <param name="level">The level of its intervals.</param>
    /// <returns>The score, or why there is none: hidden, empty, or what <see cref="Score.Of"/> says.</returns>
    public Answer<Score> Score(ScoreKind kind, double level = 0.95) =>
        State == CellState.Shown ? Scores.Score.Of(kind, _distribution!, level) : new NoAnswer(Because!);
}

/// <summary>The answer to a <see cref="BreakdownQuery"/>: cells by period and group, with their totals.</summary>
/// <remarks>
/// No cell below the survey's minimum is shown, and none can be worked out from the shown ones, from their totals, from
/// other queries of the same answers, or, where answers are shown <see cref="Arrival.InReleases"/>, from earlier looks.
/// Two things are not caught here: an outsider who knows all other members of a group, and, where answers are shown
/// <see cref="Arrival.OneByOne"/>, a cell that grows by less than a group between two looks.
/// </remarks>
public sealed class Breakdown
{
    readonly Cell[,] _cells;

    internal Breakdown(
        BreakdownQuery query,
        IReadOnlyList<DateOnly?> periods,
        IReadOnlyList<string> groups,
        Cell total,
        Cell[] byPeriod,
        Cell[] byGroup,
        Cell[,] cells
    ) =>
        (Query, Periods, Groups, Total, ByPeriod, ByGroup, _cells) = (
            query,
            periods,
            groups,
            total,
            byPeriod,
            byGroup,
            cells
        );

    /// <summary>What was asked.</summary>
    public BreakdownQuery Query { get; }

    /// <summary>The first day of each period in order, without gaps; null stands for rows without a date. Empty if not asked for.</summary>
    public IReadOnlyList<DateOnly?> Periods { get; }

    /// <summary>The values of the attribute in the order first seen; empty text stands for "not known". Empty if not asked for.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>All periods and groups of the query together.</summary>
    public Cell Total { get; }

    /// <summary>One cell per period, all groups together.</summary>
    public IReadOnlyList<Cell> ByPeriod { get; }

    /// <summary>One cell per group, all periods together.</summary>
    public IReadOnlyList<Cell> ByGroup { get; }

    /// <summary>One period of one group, where both were asked for.</summary>
    public Cell this[int period, int group] => _cells[period, group];
}
