namespace Heed.Analytics.Evidence;

/// <summary>What was measured of the people in one arm, one entry for each of them.</summary>
/// <param name="Name">What the arm is called.</param>
/// <param name="Values">The figure that is compared: a rating, an amount, 1 for yes and 0 for no.</param>
public sealed record ExperimentArm(string Name, IReadOnlyList<double> Values)
{
    /// <summary>The same people before the experiment, for a narrower interval; null when unknown.</summary>
    public IReadOnlyList<double>? Before { get; init; }

    /// <summary>How many were dealt to the arm, where some of them have no value; null for as many as there are values.</summary>
    public long? Dealt { get; init; }

    /// <summary>What the values are counted by, for a ratio of sums (calls per order: calls with orders); null for a mean.</summary>
    public IReadOnlyList<double>? Per { get; init; }
}

/// <summary>How an experiment is computed.</summary>
public sealed record ExperimentSettings
{
    /// <summary>The planned shares of control and treatment, in any unit; null for even ones.</summary>
    public (double Control, double Treatment)? Split { get; init; }

    /// <summary>
    /// The share of all values, 0.5..1, above which a value is set to that of this share, so that a few enormous ones do not
    /// decide; null for none. Both arms get one bound.
    /// </summary>
    public double? WinsoriseAbove { get; init; }
}

/// <summary>One arm as it was computed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="N">How many people.</param>
/// <param name="Value">The mean, or the ratio of sums.</param>
/// <param name="Adjusted">The same, freed from what the arms differed by before; equal without a before.</param>
/// <param name="Variance">The squared standard error of <paramref name="Adjusted"/>.</param>
public readonly record struct ArmResult(string Name, int N, double Value, double Adjusted, double Variance);

/// <summary>
/// Two arms to which people were dealt by chance, compared by their means (Welch 1947) or their ratios (delta method), with
/// CUPED (Deng, Xu, Kohavi and Walker 2013) where the same people were measured before.
/// </summary>
/// <remarks>
/// A ratio is made a mean by its linear part: (y − R·z)/mean(z) has the variance of the delta method (Deng, Knoblich and Lu
/// 2018). CUPED then takes away θ times how far a person lay from all others before, θ = cov/var inside the arms; the variance
/// falls by ρ², and no effect is taken away, since before the experiment there was none.
/// </remarks>
public sealed record Experiment
{
    /// <summary>The fewest people in an arm.</summary>
    public const int FewestInAnArm = 10;

    Experiment() { }

    /// <summary>The arm without the change.</summary>
    public required ArmResult Control { get; init; }

    /// <summary>The arm with it.</summary>
    public required ArmResult Treatment { get; init; }

    /// <summary>Treatment less control, in the figure's unit.</summary>
    public required Estimate Effect { get; init; }

    /// <summary>The same as a share of control (0.05: five percent more), by the delta method; null where control is not above zero for sure.</summary>
    public Estimate? Relative { get; init; }

    /// <summary>The check of the split.</summary>
    public required SampleRatio Ratio { get; init; }

    /// <summary>By how much the figures before made the variance smaller, 0..1; null without them.</summary>
    public double? VarianceSaved { get; init; }

    /// <summary>The bound to which larger values were set; null without one.</summary>
    public double? Bound { get; init; }

    /// <summary>How many values were set to it.</summary>
    public int Bounded { get; init; }

    /// <summary>Compares two arms.</summary>
    /// <returns>The comparison; or a sentence when an arm is too small, a figure is no number, or nothing varies.</returns>
    public static Answer<Experiment> Of(
        ExperimentArm control,
        ExperimentArm treatment,
        ExperimentSettings? settings = null
    )
    {
        ArgumentNullException.ThrowIfNull(control);
        ArgumentNullException.ThrowIfNull(treatment);
        settings ??= new();
        if (settings.WinsoriseAbove is < 0.5 or > 1 or double.NaN)
            throw new ArgumentOutOfRangeException(nameof(settings), "Values are bounded at a share between 0.5 and 1.");
        if ((Fault(control) ?? Fault(treatment)) is { } fault)
            return new NoAnswer(fault);
        if ((control.Before is null) != (treatment.Before is null) || (control.Per is null) != (treatment.Per is null))
            return new NoAnswer("Both arms need the same columns: give “before” and “per” to both or to none.");
        double[] shares = settings.Split is var (first, second) ? [first, second] : [1, 1];
        if (
            SampleRatio
                .Of([control.Dealt ?? control.Values.Count, treatment.Dealt ?? treatment.Values.Count], shares)
                .Refused(out var because, out var ratio)
        )
            return new NoAnswer(because);

        var bound = Bounding(control, treatment, settings.WinsoriseAbove);
        var (one, other) = (Linear.Of(control, bound), Linear.Of(treatment, bound));
        if (!(one.Squares + other.Squares > 0))
            return new NoAnswer("Everybody has the same figure, so there is no noise to compare with.");
        var plain = one.Variance(0) + other.Variance(0);
        var (theta, centre) = (0.0, 0.0);
        if (control.Before is not null && one.BeforeSquares + other.BeforeSquares > 0)
        {
            theta = (one.Products + other.Products) / (one.BeforeSquares + other.BeforeSquares);
            centre = (one.N * one.BeforeMean + other.N * other.BeforeMean) / (one.N + other.N);
        }
        var (without, with) = (one.Result(theta, centre), other.Result(theta, centre));
        var variance = without.Variance + with.Variance;
        var effect = with.Adjusted - without.Adjusted;
        if (!double.IsFinite(effect) || !double.IsFinite(variance))
            return new NoAnswer("The figures are too large to compute with.");
        if (!(variance > 1e-24 * plain))
            return new NoAnswer(
                "The figures before tell the figures after without any rest, so there is no noise to compare with."
            );
        var degrees = Degrees(without, with);
        return new Experiment
        {
            Control = without,
            Treatment = with,
            Effect = Estimate.Around(effect, Math.Sqrt(variance), degrees),
            Relative = RelativeOf(without, with, degrees),
            Ratio = ratio,
            VarianceSaved = control.Before is null ? null : Math.Max(0, 1 - variance / plain),
            Bound = bound,
            Bounded = bound is { } most ? control.Values.Concat(treatment.Values).Count(value => value > most) : 0,
        };
    }

    /// <summary>Welch 1947 and Satterthwaite 1946.</summary>
    static double Degrees(ArmResult one, ArmResult other)
    {
        var sum = one.Variance + other.Variance;
        return sum
            * sum
            / (one.Variance * one.Variance / (one.N - 1) + other.Variance * other.Variance / (other.N - 1));
    }

    /// <summary>Delta method for treatment/control − 1, where control lies above zero by more than its own error allows.</summary>
    static Estimate? RelativeOf(ArmResult control, ArmResult treatment, double degrees)
    {
        if (control.Adjusted < Estimate.Quantile(degrees) * Math.Sqrt(control.Variance) || control.Adjusted <= 0)
            return null;
        var ratio = treatment.Adjusted / control.Adjusted;
        var error = Math.Sqrt(treatment.Variance + ratio * ratio * control.Variance) / control.Adjusted;
        return double.IsFinite(error) ? Estimate.Around(ratio - 1, error, degrees) : null;
    }

    static string? Fault(ExperimentArm arm)
    {
        var n = arm.Values.Count;
        if (n < FewestInAnArm)
            return $"An arm needs {FewestInAnArm} people, and “{arm.Name}” has {n}.";
        if (arm.Before is { } before && before.Count != n || arm.Per is { } per && per.Count != n)
            return $"Each person of “{arm.Name}” needs one entry in each column.";
        if (arm.Values.Concat(arm.Before ?? []).Concat(arm.Per ?? []).Any(value => !(Math.Abs(value) <= 1e100)))
            return $"A figure of “{arm.Name}” is not a number, or beyond 1e100.";
        return arm.Per is { } sums && !(sums.Sum() > 0)
            ? $"What the values of “{arm.Name}” are counted by must add up to more than zero."
            : null;
    }

    static double? Bounding(ExperimentArm control, ExperimentArm treatment, double? share)
    {
        if (share is not { } above)
            return null;
        double[] all = [.. control.Values.Concat(treatment.Values).Order()];
        return all[Math.Clamp((int)Math.Ceiling(above * all.Length) - 1, 0, all.Length - 1)];
    }
}
