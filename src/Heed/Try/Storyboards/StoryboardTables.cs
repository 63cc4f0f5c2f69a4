using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

static class StoryboardTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Storyboard>(board =>
        {
            board.Property(b => b.Challenge).HasMaxLength(Storyboard.LongestChallenge);
            board.Property(b => b.Current).HasMaxLength(Storyboard.LongestCurrent);
            board.HasOne<Team>().WithMany().HasForeignKey(b => b.TeamId);
            board.HasOne<Metric>().WithMany().HasForeignKey(b => b.MetricId);
        });
        model.Entity<TargetCondition>(target =>
        {
            target.Property(t => t.Outcome).HasMaxLength(TargetCondition.LongestOutcome);
            target.Property(t => t.Pattern).HasMaxLength(TargetCondition.LongestPattern);
            target.HasOne<Storyboard>().WithMany().HasForeignKey(t => t.StoryboardId);
            target.HasOne<Metric>().WithMany().HasForeignKey(t => t.MetricId);
            // One after the other on a board, whoever asks at the same moment.
            target.HasIndex(t => new { t.StoryboardId, t.Number }).IsUnique();
            target.HasIndex(t => new { t.WorkspaceId, t.AchieveBy });
        });
        model.Entity<TargetMove>(move =>
        {
            move.Property(m => m.Reason).HasMaxLength(TargetMove.LongestReason);
            move.HasOne<TargetCondition>().WithMany().HasForeignKey(m => m.TargetConditionId);
            move.HasIndex(m => new { m.TargetConditionId, m.At });
            move.Keep();
        });
        model.Entity<ExperimentRecord>(record =>
        {
            record.ToTable("Experiments");
            record.Property(e => e.Step).HasMaxLength(ExperimentRecord.LongestStep);
            record.Property(e => e.Unknown).HasMaxLength(ExperimentRecord.LongestUnknown);
            record.Property(e => e.Expected).HasMaxLength(ExperimentRecord.LongestWords);
            record.Property(e => e.Happened).HasMaxLength(ExperimentRecord.LongestResult);
            record.Property(e => e.Learned).HasMaxLength(ExperimentRecord.LongestResult);
            record.Property(e => e.WithdrawnBecause).HasMaxLength(ExperimentRecord.LongestWords);
            record.HasOne<Team>().WithMany().HasForeignKey(e => e.TeamId);
            record.HasOne<Storyboard>().WithMany().HasForeignKey(e => e.StoryboardId);
            record.HasOne<TargetCondition>().WithMany().HasForeignKey(e => e.TargetConditionId);
            record.HasOne<Obstacle>().WithMany().HasForeignKey(e => e.ObstacleId);
            record.HasOne<Metric>().WithMany().HasForeignKey(e => e.MetricId);
            record.HasOne<Trial>().WithMany().HasForeignKey(e => e.TrialId);
            record.HasIndex(e => new { e.StoryboardId, e.Number }).IsUnique();
            record.HasIndex(e => new { e.WorkspaceId, e.GoAndSee });
        });
    }
}
