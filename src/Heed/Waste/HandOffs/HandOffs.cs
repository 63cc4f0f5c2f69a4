using Heed.Storage;

namespace Heed.Waste;

/// <summary>What this part of the room serves.</summary>
static class HandOffs
{
    public static void Services(IServiceCollection services) =>
        services
            .AddScoped<ReadHandOffs>()
            .AddScoped<ReadHandOffTies>()
            .AddScoped<RaiseHandOff>()
            .AddScoped<WriteHandOffStory>()
            .AddScoped<NominateHandOff>()
            .AddScoped<MoveHandOff>();

    public static void Map(IEndpointRouteBuilder api)
    {
        ReadHandOffs.Map(api);
        ReadHandOffTies.Map(api);
        RaiseHandOff.Map(api);
        WriteHandOffStory.Map(api);
        MoveHandOff.Map(api);
        NominateHandOff.Map(api);
    }
}

/// <summary>Hand-offs by what is handed over and promised; never by a story, which one side may not know yet.</summary>
sealed class HandOffSearch(HeedDb db) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> Search(string words, int most, CancellationToken stop)
    {
        var found = await db
            .HandOffs.AsNoTracking()
            .Saying(words, h => h.Name + " " + h.Promise)
            .OrderByDescending(h => h.Id)
            .Take(most)
            .ToListAsync(stop);
        return [.. found.Select(h => new Found("Hand-off", h.Name, $"/waste/hand-offs/{h.Id}", h.State.Word()))];
    }
}

/// <summary>Stories that were shown; one that waits for its other side is in no file.</summary>
sealed class HandOffsExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<HandOff>(db, "waste/hand-offs"),
            ExportFile.Rows<HandOffStory>(db, "waste/hand-off-stories", s => s.RevealedAt != null),
            ExportFile.Rows<HandOffMove>(db, "waste/hand-off-moves"),
        ]);
}
