using Heed.Storage;

namespace Heed.Listen;

static class LifetimeTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<LifetimeRun>(run =>
        {
            run.Property(r => r.File).HasMaxLength(LifetimeRun.LongestFile);
            run.Property(r => r.Unit).HasMaxLength(10);
            run.OwnsMany(r => r.Curve, points => points.ToJson());
            run.HasIndex(r => new { r.WorkspaceId, r.At });
            run.Keep();
        });
}
