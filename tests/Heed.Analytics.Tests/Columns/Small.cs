using Heed.Analytics.Columns;
using Heed.Analytics.Evidence;
using Heed.Analytics.Scores;

namespace Heed.Analytics.Tests.Columns;

/// <summary>Small surveys written as tables: how many people of which group answered in which month.</summary>
static class Small
{
    public static SurveyColumns Survey(
        MinimumGroup minimum = default,
        Arrival arrival = Arrival.AllAtOnce,
        bool weighted = false,
        Cadence grid = Cadence.Month
    ) => new([new("liked", Scale.OneToFive)], ["region", "channel"], weighted, minimum, grid, arrival);

    /// <summary>Adds people who answer 1, 2, 3, 4, 5 in turn, so that no group says the same throughout.</summary>
    public static SurveyColumns With(
        this SurveyColumns survey,
        string region,
        int people,
        int month = 1,
        string channel = "web"
    )
    {
        for (var i = 0; i < people; i++)
            survey.Add(region, 1 + i % 5, month, channel);
        return survey;
    }

    public static void Add(
        this SurveyColumns survey,
        string region,
        int? answer,
        int month = 1,
        string channel = "web",
        float weight = 1
    ) =>
        survey.Append(
            Math.Max(0, survey.LastSequence) + 1,
            month == 0 ? null : new DateOnly(2026, month, 7),
            [survey.Point("liked", answer)],
            [survey.Attribute("region").CodeOf(region).Value, survey.Attribute("channel").CodeOf(channel).Value],
            weight
        );

    public static string Shape(this Breakdown breakdown) =>
        string.Join(' ', breakdown.Groups.Select((group, i) => $"{group}:{Word(breakdown.ByGroup[i])}"))
        + $" total:{Word(breakdown.Total)}";

    public static string Word(Cell cell) => cell.State == CellState.Hidden ? "hidden" : $"{cell.Distribution!.N}";
}
