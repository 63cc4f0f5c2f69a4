using Heed.Storage;

namespace Heed.Waste;

/// <summary>Business cases by their words for the search box.</summary>
sealed class BusinessCaseSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var found = await db
            .BusinessCases.AsNoTracking()
            .SayingEach(words, c => c.Name, c => c.Why)
            .OrderBy(c => c.Name)
            .ThenBy(c => c.Id)
            .Take(most)
            .ToListAsync(stop);
        return
        [
            .. found.Select(c => new Found("Business case", c.Name, $"/waste/business-cases/{c.Id}", c.State.Word())),
        ];
    }
}
