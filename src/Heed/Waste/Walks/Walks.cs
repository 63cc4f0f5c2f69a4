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

/// <summary>Notes name steps; where a name slipped in, it goes with whoever it belongs to.</summary>
sealed class WalksErasure(HeedDb db) : IErasureSource
{
    public async Task Erase(ForgottenMember member, CancellationToken stop)
    {
        var name = member.Name;
        var named = await db
            .WalkNotes.AsNoTracking()
            .Where(n =>
                n.Saw!.Contains(name)
                || n.Heard!.Contains(name)
                || n.Inferred!.Contains(name)
                || n.Where!.Contains(name)
                || n.WithdrawnBecause!.Contains(name)
            )
            .ToListAsync(stop);
        foreach (var note in named)
        {
            var (saw, heard, inferred, where, because) = (
                member.Without(note.Saw, WalkNote.LongestWords),
                member.Without(note.Heard, WalkNote.LongestWords),
                member.Without(note.Inferred, WalkNote.LongestWords),
                member.Without(note.Where, WalkNote.LongestPlace),
                member.Without(note.WithdrawnBecause, WalkNote.LongestReason)
            );
            await db
                .WalkNotes.Where(n => n.Id == note.Id)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(n => n.Saw, saw)
                            .SetProperty(n => n.Heard, heard)
                            .SetProperty(n => n.Inferred, inferred)
                            .SetProperty(n => n.Where, where)
                            .SetProperty(n => n.WithdrawnBecause, because),
                    stop
                );
        }
    }
}
