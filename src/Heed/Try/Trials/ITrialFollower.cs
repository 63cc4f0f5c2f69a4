using Heed.Analytics.Evidence;

namespace Heed.Try;

/// <summary>
/// A room of which something goes the way of a trial, such as a practice that is being removed. Asked in the act by which the
/// trial moved and saved together with it.
/// </summary>
public interface ITrialFollower
{
    /// <param name="judged">The verdict that this act made, not saved yet; empty where it made none.</param>
    /// <param name="watch">What became of the improvement, as it is watched now.</param>
    Task Apply(Trial trial, TrialVerdict? judged, WatchState? watch, CancellationToken stop);
}
