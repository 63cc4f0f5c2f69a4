using Heed.Storage;

namespace Heed.Metrics;

/// <summary>Whether anything is measured here that people bring.</summary>
sealed class FirstNumbers(HeedDb db) : IFirstStepSource
{
    public async Task<FirstStep> FirstStep(CancellationToken stop) =>
        new(
            20,
            "Paste numbers",
            "/metrics/paste",
            "A table from a sheet or a file, with any header.",
            await db.Metrics.AnyAsync(m => m.ComputedFrom == null, stop)
        );
}
