namespace Heed.Analytics.Tests;

/// <summary>The ways in that may answer bad input otherwise than with a sentence.</summary>
static partial class WaysIn
{
    /// <summary>Numbers that a program writes down and not data: for these a bad one is a mistake of the program.</summary>
    public static readonly HashSet<string> TakesNumbersOfTheCaller =
    [
        "BusinessCase.Of",
        "Burden.InCash",
        "Burden.Hours",
        "Series.AsRates",
        "MinimumDetectableEffect.PeriodsNeeded",
        "MinimumDetectableEffect.Of",
        "Momentum.OfLows of noise",
        "LifetimeValue.WithContract",
        "LifetimeValue.WithoutContract",
        "Prioritisation.Opportunity",
        "Prioritisation.Rice",
        "Prioritisation.WaitingCost",
        "SampleSize.ForMean",
        "Intervals.Wilson",
        "Guardrail.AtMost",
        "AlwaysValidTest.Of",
        "InterruptedSeries.Fit with a known noise",
    ];

    /// <summary>For these nothing measured is a state that they name, or no data at all.</summary>
    public static readonly HashSet<string> HasAStateForNothing =
    [
        "Series.Of",
        "Series.AsRates",
        "ComparedVerdict.Judge",
        "Verdict.Judge",
        "Verdict.Judge of counts",
        "BandedSeries.Of",
        "PhasedBand.Of",
        "RareEvents.Of",
        "Momentum.Of",
        "Momentum.OfLows",
        "Progress.Of",
        "Scale.Of",
        "Scale.Parse",
        "Bands.Parse",
        "MinimumGroup.Of",
        "AttributeColumn.CodeOf",
        "SurveyColumns.Ask",
        "SurveyColumns.Options",
        "SurveyColumns.ByOptions",
        "SurveyColumns.Number",
        "SetColumn.With",
        "Tally.Distribution",
        "Distribution.FromCounts",
        "Burden.InCash",
    ];
}
