using Heed.Storage;

namespace Heed.Listen;

/// <summary>Whether customers have been heard here.</summary>
sealed class FirstAnswers(HeedDb db) : IFirstStepSource
{
    public async Task<FirstStep> FirstStep(CancellationToken stop) =>
        new(
            10,
            "Bring answers",
            "/listen/import",
            "The file of a survey that you have already: scores become metrics by themselves.",
            await db.Surveys.AnyAsync(stop)
        );
}
