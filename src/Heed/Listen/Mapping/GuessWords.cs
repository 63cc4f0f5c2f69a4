namespace Heed.Listen;

/// <summary>What a column of words that stand in an order is probably asked for.</summary>
static class GuessWords
{
    /// <summary>Null where the words say how often or yes and no, and nothing says that a score is wanted of that.</summary>
    public static Guess? Of(FileColumn column, AnswerLadder ladder)
    {
        var asks = column.Name.EndsWith('?') || column.Text.EndsWith('?');
        if (ladder.Of is LadderOf.YesNo)
            return asks ? Say(ColumnUse.Share, .7, "Yes or no: the percent of yes", null) : null;
        var use =
            ladder.Of is LadderOf.Ease ? ColumnUse.Effort
            : ladder.High - ladder.Low < 3 ? ColumnUse.Mean
            : ColumnUse.Satisfaction;
        if (ladder.Of is LadderOf.Frequency)
            return new(
                new(column.Name, ColumnUse.Choice),
                .6,
                $"Words for how often, in an order: {InOrder(ladder)}",
                []
            );
        return Say(
            use,
            ladder.Of is LadderOf.Satisfaction or LadderOf.Ease or LadderOf.Agreement ? .8 : .6,
            $"Words in an order: {InOrder(ladder)}. Look at the point of each",
            ladder.Scale
        );

        Guess Say(ColumnUse meant, double confidence, string because, string? scale) =>
            new(
                new(column.Name, meant, null, scale, ladder.Missing.Count > 0 ? ladder.Missing : null, ladder.Points),
                confidence,
                because,
                []
            );
    }

    static string InOrder(AnswerLadder ladder)
    {
        var ordered = ladder.Points.OrderBy(p => p.Value).ToList();
        return $"from “{ordered[0].Key}” to “{ordered[^1].Key}”";
    }
}
