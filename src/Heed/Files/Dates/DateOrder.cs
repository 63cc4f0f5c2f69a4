namespace Heed.Files;

/// <summary>Which of day and month stands first in dates such as 03/04/2026.</summary>
public enum DateOrder
{
    /// <summary>Said by the dates themselves: one of them has a part above 12.</summary>
    ByEvidence,
    DayFirst,
    MonthFirst,
}
