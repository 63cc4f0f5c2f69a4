namespace Heed.Analytics.Evidence;

/// <summary>
/// The columns of a segmented regression: 1, t, X, (t - T0)·X and the time of year. With (t - T0) and not t in the
/// interaction, the coefficient of X is the step at T0 (Wagner 2002; Wang et al., BMC Med Res Methodol 2025).
/// </summary>
sealed class SegmentedDesign
{
    public const int Level = 0;

    public SegmentedDesign(Interruption cut, bool trend, bool slopeChange)
    {
        Used = cut.Used;
        FirstAfter = cut.FirstAfter;
        Trend = trend ? 1 : -1;
        Step = trend ? 2 : 1;
        SlopeChange = slopeChange ? Step + 1 : -1;
        var waves = cut.Waves;
        var columns = Step + 1 + (slopeChange ? 1 : 0) + waves.Columns;
        Rows = new double[Used.Count][];
        for (var i = 0; i < Rows.Length; i++)
        {
            var row = Rows[i] = new double[columns];
            var after = IsAfter(i);
            row[Level] = 1;
            if (trend)
                row[Trend] = Used.PeriodAt(i) - FirstAfter;
            row[Step] = after ? 1 : 0;
            if (slopeChange)
                row[SlopeChange] = after ? Elapsed(i) : 0;
            waves.Fill(Used[i].Date, Used.Cadence, row.AsSpan(columns - waves.Columns));
        }
    }

    public Series Used { get; }
    public int FirstAfter { get; }
    public double[][] Rows { get; }
    public int Trend { get; }
    public int Step { get; }
    public int SlopeChange { get; }

    public bool IsAfter(int index) => Used.PeriodAt(index) >= FirstAfter;

    /// <summary>t - T0: 1 in the first period after the change, so T0 is the last period before it.</summary>
    double Elapsed(int index) => Used.PeriodAt(index) - FirstAfter + 1;

    /// <summary>The row as it would be had nothing been changed.</summary>
    public double[] Unchanged(int index)
    {
        double[] row = [.. Rows[index]];
        row[Step] = 0;
        if (SlopeChange >= 0)
            row[SlopeChange] = 0;
        return row;
    }
}
