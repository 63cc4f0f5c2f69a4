using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heed.Waste;

/// <summary>How large a picture is drawn.</summary>
public sealed record PhotoSize(int Width, int Height);

/// <summary>Reads the picture of a nomination, for those who may read its words.</summary>
public sealed class ReadPhoto(HeedDb db, Member me)
{
    public Task<PhotoSize?> Size(Id<Nomination> id, CancellationToken stop) =>
        Seen(id).Select(p => new PhotoSize(p.Width, p.Height)).SingleOrDefaultAsync(stop);

    IQueryable<NominationPhoto> Seen(Id<Nomination> id) =>
        db
            .Nominations.Where(ReadNominations.IsSeenBy(me))
            .Where(n => n.Id == id)
            .Join(db.NominationPhotos, n => n.Id, p => p.NominationId, (_, p) => p);

    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/waste/nominations/{id}/photo", Get).ExcludeFromDescription();

    static async Task<Results<FileContentHttpResult, NotFound>> Get(
        Id<Nomination> id,
        ReadPhoto read,
        CancellationToken stop
    ) =>
        await read.Seen(id).Select(p => p.Jpeg).SingleOrDefaultAsync(stop) is { } jpeg
            ? TypedResults.File(jpeg, "image/jpeg")
            : TypedResults.NotFound();
}
