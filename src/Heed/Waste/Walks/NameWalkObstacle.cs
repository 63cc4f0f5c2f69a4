using Heed.People;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>Names an obstacle that a walk has shown; the note remembers it. Members of the team that meets it may.</summary>
public sealed class NameWalkObstacle(HeedDb db, Member me, ReadWalkNotes read, WriteObstacle write, TimeProvider clock)
{
    public async Task<Outcome<Obstacle>> Run(Id<WalkNote> id, ObstacleRequest asked, CancellationToken stop)
    {
        if (await read.Of(id, stop) is not { } note)
            return Refusal.Missing("walk note");
        if (!me.MayWrite)
            return WriteWalkNote.ViewersRead;
        if (note.State == WalkState.Withdrawn)
            return Refusal.Conflict("This walk note was taken back. Name the obstacle without it.");
        if ((await write.Apply(asked, stop)).Refused(out var refusal, out var obstacle))
            return refusal;
        db.WalkObstacles.Add(
            new WalkObstacle
            {
                WalkNoteId = id,
                ObstacleId = obstacle.Id,
                By = me.Id,
                At = clock.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync(stop);
        return obstacle;
    }

    internal static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/walk-notes/{id}/obstacles", Post)
            .WithName("NameWalkObstacle")
            .WithSummary("Names an obstacle that a walk has shown.");

    static Task<Results<Created<ObstacleView>, ProblemHttpResult>> Post(
        Id<WalkNote> id,
        ObstacleRequest asked,
        NameWalkObstacle name,
        CancellationToken stop
    ) => name.Run(id, asked, stop).Created(obstacle => $"/obstacles/{obstacle.Id}", ObstacleView.Of);
}
