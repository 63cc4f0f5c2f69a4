namespace Heed.Analytics.Scores;

/// <summary>An estimate in which some answers count for more people than others.</summary>
/// <param name="Value">The weighted value.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end of the interval.</param>
/// <param name="StandardError">The standard error, computed with the effective n.</param>
/// <param name="EffectiveN">Kish's effective n, on which the interval rests.</param>
public readonly record struct WeightedEstimate(
    double Value,
    double Low,
    double High,
    double StandardError,
    double EffectiveN
);

/// <summary>A second way to read the same answers, shown beside the score and never instead of it.</summary>
/// <param name="Name">What it is, in words: "mean", "share of 5, 6 and 7".</param>
/// <param name="Estimate">Its value and interval.</param>
public readonly record struct SecondReading(string Name, Estimate Estimate);
