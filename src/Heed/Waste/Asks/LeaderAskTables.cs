using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

static class LeaderAskTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<LeaderAsk>(ask =>
        {
            ask.Property(a => a.What).HasMaxLength(LeaderAsk.LongestWords);
            ask.HasOne<Team>().WithMany().HasForeignKey(a => a.TeamId);
            ask.HasOne<Obstacle>().WithMany().HasForeignKey(a => a.ObstacleId);
            ask.HasIndex(a => new { a.WorkspaceId, a.AskedOn });
            ask.HasIndex(a => new { a.LeaderId, a.State });
            ask.HasIndex(a => new { a.AskedBy, a.State });
        });
        model.Entity<LeaderAskMove>(move =>
        {
            move.Property(m => m.Reason).HasMaxLength(LeaderAskMove.LongestReason);
            move.HasOne<LeaderAsk>().WithMany().HasForeignKey(m => m.LeaderAskId);
            move.HasIndex(m => new { m.LeaderAskId, m.At });
            move.Keep();
        });
    }
}
