using Heed.Analytics.Evidence;

namespace Heed.Ui.Charts;

/// <summary>What a series shows: the same words on pages, in the journal and in the terminal.</summary>
public static class SignalWords
{
    /// <summary>How long a change has been there: “At once”, “After 12 weeks”.</summary>
    public static string Since(int periods, Cadence cadence) =>
        periods == 0 ? "At once" : $"After {periods} {cadence.Name(periods)}";

    /// <summary>What happened, beginning with a verb: “rose above its band on 3 March 2035”.</summary>
    /// <param name="from">The first day, month or year of the stretch, in words.</param>
    public static string Says(SignalRule rule, bool isUp, int points, string from) =>
        rule switch
        {
            SignalRule.Outside when points == 1 => $"{(isUp ? "rose above" : "fell below")} its band on {from}",
            SignalRule.Outside =>
                $"{(isUp ? "rose above" : "fell below")} its band on {from}, {points} points in a row",
            SignalRule.RunOnOneSide =>
                $"stayed {(isUp ? "above" : "below")} its usual level for {points} points from {from}",
            SignalRule.NearALimit => $"kept near its {(isUp ? "upper" : "lower")} limit from {from}: 3 of 4 points",
            SignalRule.Trend => $"{(isUp ? "rose" : "fell")} for {points} points in a row from {from}",
            _ => $"kept far {(isUp ? "above" : "below")} its usual level from {from}: 2 of 3 points",
        };
}
