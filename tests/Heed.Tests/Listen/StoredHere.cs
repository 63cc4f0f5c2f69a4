using Heed.Listen;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

static class StoredHere
{
    /// <summary>How many responses of this organisation lie in the store, counted or not.</summary>
    public static Task<int> Responses(this World world, Cast cast) =>
        world.As(
            cast,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                var count = 0;
                foreach (var import in await db.Imports.AsNoTracking().ToListAsync())
                {
                    var (first, last) = (import.FirstSequence, import.LastSequence);
                    count += await db.Responses.CountAsync(r => r.Sequence >= first && r.Sequence < last);
                }
                return count;
            }
        );
}
