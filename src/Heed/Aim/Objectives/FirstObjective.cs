using Heed.Storage;

namespace Heed.Aim;

/// <summary>Whether anything is aimed at here.</summary>
sealed class FirstObjective(HeedDb db) : IFirstStepSource
{
    public async Task<FirstStep> FirstStep(CancellationToken stop) =>
        new(
            40,
            "Aim at something",
            "/aim/objectives/new",
            "What should be different for them, and by how much.",
            await db.Objectives.AnyAsync(stop)
        );
}
