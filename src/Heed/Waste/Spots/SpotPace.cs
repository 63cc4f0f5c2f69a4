namespace Heed.Waste;

/// <summary>How much may be said at one spot.</summary>
public sealed class SpotPace() : HourlyPace<Id<Spot>>(MostAnHour)
{
    public const int MostAnHour = 30;
}
