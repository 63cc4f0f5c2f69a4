using Heed.People;

namespace Heed.Waste;

/// <summary>How often one member may nominate.</summary>
public sealed class NominationPace() : HourlyPace<Id<Member>>(MostAnHour)
{
    public const int MostAnHour = 20;
}
