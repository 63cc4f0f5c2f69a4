namespace Heed.Shell;

/// <summary>What there is to begin with while Heed is empty: one step of each room, those that are done with a tick.</summary>
public sealed class FirstSteps(IEnumerable<IFirstStepSource> rooms)
{
    public async Task<IReadOnlyList<FirstStep>> Read(CancellationToken stop)
    {
        List<FirstStep> steps = [];
        // One after the other: they share one database connection.
        foreach (var room in rooms)
            steps.Add(await room.FirstStep(stop));
        return [.. steps.OrderBy(s => s.At)];
    }
}
