using Heed.People;

namespace Heed.Waste;

static class SpotsTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<Spot>(spot =>
        {
            spot.Property(p => p.Name).HasMaxLength(100);
            spot.Property(p => p.ClosedBecause).HasMaxLength(Spot.LongestReason);
            spot.Property(p => p.Code).HasMaxLength(Spot.CodeLength);
            spot.HasOne<Team>().WithMany().HasForeignKey(p => p.TeamId);
            spot.HasIndex(p => p.Code).IsUnique();
            spot.HasIndex(p => new { p.WorkspaceId, p.Name });
        });
}
