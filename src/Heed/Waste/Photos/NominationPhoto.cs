using Heed.Files;
using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

/// <summary>What whoever nominated took a picture of: it is seen where its nomination is, and gone when that is withdrawn.</summary>
public sealed class NominationPhoto : IInWorkspace
{
    public required Id<Nomination> NominationId { get; init; }
    public Id<Workspace> WorkspaceId { get; init; }
    public required byte[] Jpeg { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }

    internal static NominationPhoto Of(Id<Nomination> nomination, Photo photo) =>
        new()
        {
            NominationId = nomination,
            Jpeg = photo.Jpeg,
            Width = photo.Width,
            Height = photo.Height,
        };

    /// <summary>Why the picture of a form cannot be taken; without one there is nothing to say.</summary>
    internal static Refusal? Fault(IFormFile? file, out Photo? photo)
    {
        photo = null;
        if (file is not { Length: > 0 })
            return null;
        using var stream = file.OpenReadStream();
        return Photo.Read(stream, file.Length).Refused(out var refusal, out photo) ? refusal.At("Photo") : null;
    }

    /// <summary>It goes in the same transaction as its nomination.</summary>
    internal static async Task Remove(HeedDb db, Id<Nomination> nomination, CancellationToken stop)
    {
        if (await db.NominationPhotos.SingleOrDefaultAsync(p => p.NominationId == nomination, stop) is { } photo)
            db.NominationPhotos.Remove(photo);
    }
}
