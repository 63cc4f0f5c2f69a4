namespace Heed.Analytics.Evidence;

/// <summary>Which way something moved, or is wanted to move.</summary>
public enum Direction
{
    /// <summary>Towards larger values.</summary>
    Up,

    /// <summary>Towards smaller values.</summary>
    Down,
}

/// <summary>What made a signal.</summary>
public enum SignalRule
{
    /// <summary>A point outside the limits.</summary>
    Outside,

    /// <summary>A run of points on one side of the centre: 8 for Wheeler, 7 for Making Data Count.</summary>
    RunOnOneSide,

    /// <summary>Wheeler: 3 of 4 points in a row nearer to the same limit than to the centre.</summary>
    NearALimit,

    /// <summary>Making Data Count: 7 points in a row, each above (or each below) the one before.</summary>
    Trend,

    /// <summary>Making Data Count: 2 of 3 points in a row in the outer third on the same side, and not outside.</summary>
    OuterThird,
}

/// <summary>The two published sets of rules. More rules at once mean more false alarms, so they are not mixed.</summary>
public enum RuleSet
{
    /// <summary>Wheeler, <i>Understanding Variation</i>: outside; 8 on one side; 3 of 4 nearer a limit than the centre.</summary>
    Wheeler,

    /// <summary>NHS <i>Making Data Count</i>: outside; 7 on one side; 7 rising or falling; 2 of 3 in the outer third.</summary>
    MakingDataCount,
}

/// <summary>A stretch of points that noise alone would hardly make.</summary>
/// <param name="Rule">Which rule it fulfils.</param>
/// <param name="Direction">The side of the centre, or for a trend the way it goes.</param>
/// <param name="From">The place of its first point in the series.</param>
/// <param name="To">The place of its last point; a run that goes on keeps growing.</param>
/// <param name="Completed">The place of the point that first fulfilled the rule: when it could have been known.</param>
/// <param name="FromDate">The date of its first point.</param>
/// <param name="ToDate">The date of its last point.</param>
/// <param name="CompletedDate">The date of the point that first fulfilled the rule.</param>
public sealed record Signal(
    SignalRule Rule,
    Direction Direction,
    int From,
    int To,
    int Completed,
    DateOnly FromDate,
    DateOnly ToDate,
    DateOnly CompletedDate
)
{
    /// <summary>The signal in words, without its dates: "8 points in a row above the centre".</summary>
    public string InWords
    {
        get
        {
            var count = To - From + 1;
            var side = Direction is Direction.Up ? "above" : "below";
            var limit = Direction is Direction.Up ? "upper" : "lower";
            return Rule switch
            {
                SignalRule.Outside when count == 1 => $"a point {side} the {limit} limit",
                SignalRule.Outside => $"{count} points in a row {side} the {limit} limit",
                SignalRule.RunOnOneSide => $"{count} points in a row {side} the centre",
                SignalRule.NearALimit => $"3 of 4 points nearer the {limit} limit than the centre",
                SignalRule.Trend => $"{count} points in a row {(Direction is Direction.Up ? "rising" : "falling")}",
                _ => $"2 of 3 points in the outer third {side} the centre",
            };
        }
    }
}
