using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>What this part of the room serves.</summary>
static class Walks
{
    public static void Services(IServiceCollection services) =>
        services
            .AddScoped<ReadWalkNotes>()
            .AddScoped<WriteWalkNote>()
            .AddScoped<MoveWalkNote>()
            .AddScoped<NameWalkObstacle>();

    public static void Map(IEndpointRouteBuilder api)
    {
        ReadWalkNotes.Map(api);
        WriteWalkNote.Map(api);
        MoveWalkNote.Map(api);
        NameWalkObstacle.Map(api);
    }
}

/// <summary>Those that are everybody's by now: what a team is to read first is in no file before.</summary>
sealed class WalksExport(HeedDb db, Workspace here, TimeProvider clock) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop)
    {
        var today = here.Today(clock);
        return Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<WalkNote>(
                db,
                "waste/walk-notes",
                n => n.State == WalkState.Read || (n.State == WalkState.Waiting && n.TeamFirstUntil < today)
            ),
            ExportFile.Rows<WalkObstacle>(db, "waste/walk-obstacles"),
        ]);
    }
}
