namespace Heed.Analytics.Evidence;

/// <summary>
/// The columns of the model of a dated change, and how large their coefficients may be beforehand:
/// y = level + seasons + effect·X + trend·(t − mean t) + growth·(t − mean t after)·X + noise.
/// </summary>
/// <remarks>
/// With the growth counted from the middle of the time after, the coefficient of X is the mean effect over that time. Level and
/// effect may be anything. In units of the noise σ the trend is N(0, (κ/D)²), D the distance between the middles of the two
/// sides and κ one of 1, 2 and 4: a flat metric pays little for a steep one being possible. The growth is absent in half of the
/// models, else N(0, (3/periods after)²); each wave of a season is N(0, 1.5²).
/// </remarks>
sealed class ChangeDesign
{
    /// <summary>How steep the trend may be, each equally likely.</summary>
    public static readonly double[] Steepness = [1, 2, 4];

    const double GrowthOverTheWindow = 3;
    const double WaveSize = 1.5;

    /// <param name="periods">Where the points lie, as running numbers of their periods.</param>
    /// <param name="before">How many of them came before the change; all of them in a plan, where nothing came after yet.</param>
    /// <param name="cadence">What a period is, for the seasons.</param>
    /// <param name="waves">Which seasons there may be.</param>
    /// <param name="distance">In a plan the distance that the middles of the two sides are to have.</param>
    public ChangeDesign(int[] periods, int before, Cadence cadence, SeasonalWaves waves, double distance = 0)
    {
        (Periods, Before, Waves) = (periods, before, waves);
        var n = periods.Length;
        Effect = 1 + waves.Columns;
        Columns = [.. Enumerable.Range(0, Effect + 3).Select(_ => new double[n])];
        var first = periods[0];
        var middleBefore = Middle(0, before);
        var middle = Middle(0, n);
        var middleAfter = before < n ? Middle(before, n) : middleBefore + distance;
        Distance = middleAfter - middleBefore;
        Span = before < n ? periods[^1] - periods[before] + 1 : 1;
        Span<double> wave = stackalloc double[waves.Columns];
        for (var i = 0; i < n; i++)
        {
            var time = periods[i] - first;
            Columns[0][i] = 1;
            if (!wave.IsEmpty)
                waves.Fill(cadence.StartOf(periods[i]), cadence, wave);
            for (var w = 0; w < wave.Length; w++)
                Columns[1 + w][i] = wave[w];
            Columns[Trend][i] = time - middle;
            if (i < before)
                continue;
            Columns[Effect][i] = 1;
            Columns[Growth][i] = time - middleAfter;
        }

        double Middle(int from, int to)
        {
            var sum = 0.0;
            for (var i = from; i < to; i++)
                sum += periods[i] - first;
            return sum / (to - from);
        }
    }

    public int[] Periods { get; }
    public int Before { get; }
    public SeasonalWaves Waves { get; }
    public double[][] Columns { get; }
    public int Count => Periods.Length;
    public int After => Count - Before;

    /// <summary>Where the columns stand: level at 0, then the waves, effect, trend and growth.</summary>
    public int Effect { get; }
    public int Trend => Effect + 1;
    public int Growth => Effect + 2;

    /// <summary>How many periods lie between the middles of the two sides.</summary>
    public double Distance { get; }

    /// <summary>How many periods the time after lasts.</summary>
    public int Span { get; }

    /// <summary>Level and effect have no distribution beforehand, so they cost a degree of freedom each.</summary>
    public int Degrees => Count - (After > 0 ? 2 : 1);

    /// <summary>Nothing is known of the effect beforehand; while no point came after, any number keeps its empty column apart.</summary>
    public double PrecisionOfEffect => After > 0 ? 0 : 1;

    public static double PrecisionOfWave => 1 / (WaveSize * WaveSize);

    public double PrecisionOfTrend(double steepness) => Distance * Distance / (steepness * steepness);

    public double PrecisionOfGrowth => Span * (double)Span / (GrowthOverTheWindow * GrowthOverTheWindow);

    /// <summary>How far the growth has come at a point, counted from the middle of the time after.</summary>
    public double Elapsed(int index) => Columns[Growth][index];
}
