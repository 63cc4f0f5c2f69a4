namespace Heed.Waste;

/// <summary>What a year holds, wherever a burden or a benefit goes from one stretch of time to another.</summary>
static class Year
{
    public const double Months = 12;
    public const double Weeks = 52;
    public const double Days = 365.25;
}
