using Heed.Customers;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

static class ObstacleTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Obstacle>(obstacle =>
        {
            obstacle.Property(o => o.What).HasMaxLength(Obstacle.LongestWords);
            obstacle.Property(o => o.Where).HasMaxLength(Obstacle.LongestPlace);
            obstacle.Property(o => o.Evidence).HasMaxLength(Obstacle.LongestWords);
            obstacle.HasOne<Team>().WithMany().HasForeignKey(o => o.TeamId);
            obstacle.HasOne<JourneyStep>().WithMany().HasForeignKey(o => o.JourneyStepId);
            obstacle.HasOne<TargetCondition>().WithMany().HasForeignKey(o => o.WorkedOnFor);
            // One is worked on at a time, whoever asks at the same moment.
            obstacle.HasIndex(o => o.WorkedOnFor).IsUnique();
            obstacle.HasIndex(o => new { o.WorkspaceId, o.SeenOn });
            obstacle.HasIndex(o => new { o.TeamId, o.State });
        });
        model.Entity<ObstacleMove>(move =>
        {
            move.Property(m => m.Reason).HasMaxLength(ObstacleMove.LongestReason);
            move.HasOne<Obstacle>().WithMany().HasForeignKey(m => m.ObstacleId);
            move.HasOne<TargetCondition>().WithMany().HasForeignKey(m => m.TargetConditionId);
            move.HasOne<Trial>().WithMany().HasForeignKey(m => m.TrialId);
            move.HasOne<ExperimentRecord>().WithMany().HasForeignKey(m => m.ExperimentId);
            move.HasIndex(m => new { m.ObstacleId, m.At });
            move.Keep();
        });
    }
}
