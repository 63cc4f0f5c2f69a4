using Heed.Metrics;
using Heed.Storage;

namespace Heed.Map;

static class MapTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Tie>(tie =>
        {
            tie.Property(t => t.Because).HasMaxLength(Tie.LongestReason);
            tie.HasOne<Metric>().WithMany().HasForeignKey(t => t.ChildId);
            tie.HasOne<Metric>().WithMany().HasForeignKey(t => t.ParentId);
            tie.HasIndex(t => new { t.WorkspaceId, t.WithdrawnAt });
        });
        model.Entity<TieTest>(test =>
        {
            test.Property(t => t.Sentence).HasMaxLength(TieTest.LongestSentence);
            test.Property(t => t.Correlations).HasMaxLength(TieTest.LongestCorrelations);
            test.HasOne<Tie>().WithMany().HasForeignKey(t => t.TieId);
            // Two that test at once are two attempts, never twice the same.
            test.HasIndex(t => new { t.TieId, t.At });
            test.Keep();
        });
        model.Entity<CustomerOutcome>(outcome =>
        {
            outcome.Property(o => o.Value).HasMaxLength(CustomerOutcome.LongestValue);
            outcome.HasOne<Metric>().WithMany().HasForeignKey(o => o.MetricId);
            outcome.HasIndex(o => new { o.WorkspaceId, o.MetricId }).IsUnique();
        });
    }
}
