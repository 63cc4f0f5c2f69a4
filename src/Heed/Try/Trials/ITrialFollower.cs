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

static class TrialFollowers
{
    /// <summary>Lets each go its way, in the act that is being saved.</summary>
    public static async Task Apply(
        this IEnumerable<ITrialFollower> followers,
        Trial trial,
        TrialVerdict? judged,
        WatchState? watch,
        CancellationToken stop
    )
    {
        foreach (var follower in followers)
            await follower.Apply(trial, judged, watch, stop);
    }
}
