using System.Security.Cryptography;
using Heed.Storage;

namespace Heed.Listen;

/// <summary>Some voices of the group that is heard least, drawn by chance.</summary>
/// <param name="Group">Whose they are; empty where the survey tells no groups apart.</param>
/// <param name="All">Out of how many remarks they were drawn.</param>
/// <param name="Because">Why none are shown; empty where some are.</param>
public sealed record Voices(
    Survey Survey,
    string? Group,
    long All,
    int Seed,
    IReadOnlyList<Remark> Remarks,
    string? Because
);

/// <summary>
/// “Look from another seat” (4.4): five remarks of the group least heard, under the rules of <see cref="ReadRemarks"/>. The number
/// they were drawn by is shown, so that nobody can pick: the same number draws the same five.
/// </summary>
public sealed class DrawVoices(HeedDb db, ReadScores read, ReadRemarks remarks)
{
    public const int Most = 5;
    public const int LargestSeed = 999_999;

    /// <summary>The survey that was heard last; empty where none was.</summary>
    public async Task<Survey?> Newest(CancellationToken stop)
    {
        var heard = await db
            .Surveys.AsNoTracking()
            .Where(s => db.Imports.Any(i => i.SurveyId == s.Id && db.ReleasedRows.Any(r => r.ImportId == i.Id)))
            .OrderByDescending(s => s.Id)
            .Select(s => (Id<Survey>?)s.Id)
            .FirstOrDefaultAsync(stop);
        return heard is { } id ? await read.Survey(id, stop) : null;
    }

    /// <param name="seed">By which number to draw; a new one where it is left out.</param>
    public async Task<Voices> Of(Survey survey, int? seed, CancellationToken stop)
    {
        var drawn = seed is >= 0 and <= LargestSeed and { } asked
            ? asked
            : RandomNumberGenerator.GetInt32(LargestSeed + 1);
        var slice = await remarks.LeastHeard(survey, stop);
        var group = slice.Where.Count == 0 ? null : slice.Where.Single().Value;
        var all = await remarks.Run(survey, slice, null, 1, stop, size: 1);
        if (all.Because is not null || all.All == 0)
            return new(survey, group, 0, drawn, [], all.Because);
        List<Remark> voices = [];
        foreach (var place in Places(drawn, (int)Math.Min(all.All, int.MaxValue)))
            voices.AddRange((await remarks.Run(survey, slice, null, place + 1, stop, size: 1)).Remarks);
        return new(survey, group, all.All, drawn, voices, null);
    }

    /// <summary>Some different places, the same for the same number: Floyd's sampling (Bentley and Floyd 1987).</summary>
    internal static IReadOnlyList<int> Places(int seed, int all)
    {
#pragma warning disable CA5394 // A number that is shown keeps no secret; that it can be drawn again is what it is for.
        var chance = new Random(seed);
        List<int> places = [];
        for (var i = Math.Max(0, all - Most); i < all; i++)
            places.Add(chance.Next(i + 1) is var at && places.Contains(at) ? i : at);
#pragma warning restore CA5394
        return places;
    }
}
