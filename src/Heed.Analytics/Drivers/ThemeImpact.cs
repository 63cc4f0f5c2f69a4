using Heed.Analytics.Scores;

namespace Heed.Analytics.Drivers;

/// <summary>
/// What a theme goes with: the score of all, less the score of those who did not speak of it. Below zero where the theme
/// comes with worse answers.
/// </summary>
/// <remarks>
/// Who speaks of a theme differs from the others in more than the theme, so this says where to look and not what a change
/// would bring. A theme that few mention moves the score little, however bitter they are: that is wanted.
/// </remarks>
/// <param name="Mentions">How many who answered speak of the theme.</param>
/// <param name="Others">How many do not.</param>
/// <param name="Value">Score of all minus score without them, in the units of the score.</param>
/// <param name="Low">The lower end of the bootstrap interval.</param>
/// <param name="High">The upper end of the bootstrap interval.</param>
public sealed record ThemeImpact(long Mentions, long Others, double Value, double Low, double High)
{
    /// <summary>Whether the interval leaves out zero: the theme can be told from any other choice of so many comments.</summary>
    public bool CanBeTold => Low > 0 || High < 0;

    /// <summary>Computes the impact, unweighted, with a percentile bootstrap interval over respondents.</summary>
    /// <param name="kind">The kind of score.</param>
    /// <param name="speaking">The answers of those who speak of the theme.</param>
    /// <param name="silent">The answers of all others.</param>
    /// <param name="seed">The seed of the resampling; the same one repeats the interval.</param>
    /// <param name="resamples">How many resamples, 100 or more.</param>
    /// <param name="level">The level of the interval, above 0.5 and below 1.</param>
    /// <returns>The impact, or a sentence: nobody speaks of it, too few do not, or the scale does not fit the kind.</returns>
    public static Answer<ThemeImpact> Of(
        ScoreKind kind,
        Distribution speaking,
        Distribution silent,
        ulong seed = 1,
        int resamples = 2000,
        double level = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(speaking);
        ArgumentNullException.ThrowIfNull(silent);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        Intervals.Z(level);
        if (speaking.Scale != silent.Scale)
            return new NoAnswer("Those who speak of the theme and the others were asked on different scales.");
        if (speaking.N == 0)
            return new NoAnswer("Nobody who answered speaks of this theme.");
        if (silent.N < 2)
            return new NoAnswer("Nearly everybody speaks of this theme, so there is no score without it.");
        if (Score.Of(kind, silent, level).Refused(out var because, out _))
            return new NoAnswer(because);

        var (spoken, values) = Bootstrap.Categories(kind, speaking);
        var (unspoken, _) = Bootstrap.Categories(kind, silent);
        var draws = new Draws(seed);
        var found = new double[resamples];
        for (var i = 0; i < resamples; i++)
            found[i] = Resample(draws, spoken, unspoken, values, speaking.N + silent.N);
        Array.Sort(found);
        var tail = (1 - level) / 2;
        var value = Sum(spoken, values) + Sum(unspoken, values);
        return new ThemeImpact(
            speaking.N,
            silent.N,
            value / (speaking.N + silent.N) - Sum(unspoken, values) / silent.N,
            Bootstrap.Percentile(found, tail),
            Bootstrap.Percentile(found, 1 - tail)
        );
    }

    // Respondents are drawn with their answer and whether they speak of the theme, so how many do varies as well.
    static double Resample(Draws draws, long[] spoken, long[] unspoken, double[] values, long n)
    {
        while (true)
        {
            var (left, population) = (n, n);
            var speaking = Draw(draws, spoken, values, ref left, ref population);
            var others = left;
            var silent = Draw(draws, unspoken, values, ref left, ref population);
            if (others > 0)
                return (speaking + silent) / n - silent / others;
        }
    }

    static double Draw(Draws draws, long[] counts, double[] values, ref long left, ref long population)
    {
        var sum = 0.0;
        for (var i = 0; i < counts.Length && left > 0; i++)
        {
            var drawn = counts[i] == population ? left : draws.Binomial(left, (double)counts[i] / population);
            sum += drawn * values[i];
            left -= drawn;
            population -= counts[i];
        }
        return sum;
    }

    static double Sum(long[] counts, double[] values) => counts.Zip(values, (count, value) => count * value).Sum();
}
