using Heed.Storage;

namespace Heed.Waste;

/// <summary>Requirements by their words for the search box; controls are found as the practices that they are.</summary>
sealed class ControlSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var wanted = ReadRequirements.Worded(db.Requirements.AsNoTracking(), words);
        var found = await wanted.OrderBy(r => r.Name).ThenBy(r => r.Id).Take(most).ToListAsync(stop);
        return
        [
            .. found.Select(r => new Found("Requirement", r.Name, $"/waste/requirements/{r.Id}", r.Binding.Word())),
        ];
    }
}
