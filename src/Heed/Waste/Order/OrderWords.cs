using Heed.Ui;

namespace Heed.Waste;

/// <summary>The order of work as pages say it.</summary>
static class OrderWords
{
    public static string Word(this OrderUnit unit) =>
        unit switch
        {
            OrderUnit.CostOfDelay => "Cost of delay by week of work",
            OrderUnit.Opportunity => "Opportunity",
            _ => "Reach, impact and effort",
        };

    /// <summary>How it is computed, in a sentence.</summary>
    public static string Says(this OrderUnit unit) =>
        unit switch
        {
            OrderUnit.CostOfDelay =>
                "What a week of waiting costs, by what that rests on, divided by the weeks that it takes.",
            OrderUnit.Opportunity =>
                "Ten times the part for whom it is important, and once more by what that exceeds the part who are satisfied (0 to 20).",
            _ => "Reach × impact × confidence ÷ effort. It compares within this team alone.",
        };

    public static OrderUnit? Asked(string? by) =>
        Enum.TryParse<OrderUnit>(by, out var unit) && Enum.IsDefined(unit) ? unit : null;

    public static IReadOnlyList<Choice> Units { get; } =
    [
        new("fits", "what all have a figure for"),
        .. Enum.GetValues<OrderUnit>().Select(u => new Choice(u.ToString(), u.Word())),
    ];
}
