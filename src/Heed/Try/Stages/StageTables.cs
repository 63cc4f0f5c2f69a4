namespace Heed.Try;

static class StageTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<TrialStage>(stage =>
        {
            stage.Property(s => s.Reason).HasMaxLength(TrialStage.LongestReason);
            // Two who go on at the same moment take one stage, not two.
            stage.Property(s => s.EnteredAt).IsConcurrencyToken();
            stage.HasOne<Trial>().WithMany().HasForeignKey(s => s.TrialId);
            stage.HasIndex(s => new { s.TrialId, s.Number }).IsUnique();
        });
}
