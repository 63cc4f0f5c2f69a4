using Heed.Analytics.Drivers;

namespace Heed.Analyze;

/// <summary>What goes with the outcome; or, in a sentence, why that cannot be told.</summary>
sealed record DriverFindings(DriverAsk Ask, DriverAnswers Answers, DriverMethod Method)
{
    public const ulong Seed = 1;
    public const int Resamples = 1000;
    const int MostForAllOrders = 15;

    public DriverAnalysis? Analysis { get; private init; }

    /// <summary>Why there is no analysis; null when there is one.</summary>
    public string? Because { get; private init; }
    public ProportionalOdds? Ordinal { get; private init; }
    public string? OrdinalBecause { get; private init; }

    public string Outcome => Answers.Outcome;

    /// <summary>The largest share first.</summary>
    public IReadOnlyList<Driver> Ranked => [.. (Analysis?.Drivers ?? []).OrderByDescending(driver => driver.Share)];

    /// <summary>The drivers explain more than columns of noise would.</summary>
    public bool IsMoreThanNoise => Analysis is { } analysis && analysis.RSquared > analysis.NoiseRSquared;

    /// <summary>The first and those whose difference from it could be none: an order among them would be a guess.</summary>
    public IReadOnlyList<Driver> Leading => Analysis?.Leading ?? [];

    public static Outcome<DriverFindings> Of(DriverAsk ask, DriverAnswers answers, ReadingProgress progress)
    {
        var names = answers.Data.Names;
        var method = ask.Method ?? (names.Count > MostForAllOrders ? DriverMethod.Johnson : DriverMethod.Lmg);
        var found = new DriverFindings(ask, answers, method);
        var complete = Enumerable
            .Range(0, answers.Rows)
            .Count(row =>
                !double.IsNaN(answers.Data.Outcome[row])
                && answers.Data.Columns.All(column => !double.IsNaN(column[row]))
            );
        var analysis = progress.While(
            $"Resampling {Format.Count(Resamples)} times",
            () => DriverAnalysis.Of(answers.Data, method, Seed, Resamples)
        );
        if (analysis.Refused(out var because, out var whole))
            // Few answers are an answer; a question that no number of answers could settle is refused.
            return complete < DriverAnalysis.RowsNeeded(names.Count) && names.Count <= MostForAllOrders
                ? found with
                {
                    Because = because,
                    OrdinalBecause = ask.Ordinal ? because : null,
                }
                : new Refusal(because);
        if (!ask.Ordinal)
            return found with { Analysis = whole };
        var ordinal = progress.While("Fitting ranks", () => ProportionalOdds.Fit(answers.Data));
        return found with
        {
            Analysis = whole,
            Ordinal = ordinal.IsGiven ? ordinal.Value : null,
            OrdinalBecause = ordinal.Because,
        };
    }
}
