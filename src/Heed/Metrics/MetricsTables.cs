using Heed.People;

namespace Heed.Metrics;

static class MetricsTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Metric>(metric =>
        {
            metric.Property(m => m.Name).HasMaxLength(Metric.LongestName);
            metric.Property(m => m.Unit).HasMaxLength(40);
            metric.Property(m => m.Population).HasMaxLength(400);
            metric.Property(m => m.Formula).HasMaxLength(1000);
            metric.Property(m => m.Source).HasMaxLength(400);
            metric.HasIndex(m => new { m.WorkspaceId, m.Name }).IsUnique().HasFilter("\"RetiredAt\" IS NULL");
            metric.HasIndex(m => new { m.WorkspaceId, m.ComputedFrom }).IsUnique();
            metric.HasOne<Team>().WithMany().HasForeignKey(m => m.OwnerTeamId).OnDelete(DeleteBehavior.SetNull);
        });
        model.Entity<Measurement>(point =>
        {
            point.HasIndex(p => new { p.MetricId, p.On });
            // One first row a period, however many arrive at once.
            point
                .HasIndex(p => new { p.MetricId, p.On }, "FirstOfPeriod")
                .IsUnique()
                .HasFilter("\"Supersedes\" IS NULL");
            // The day first: by the workspace first, SQLite would take this index to find the points of some metrics, and read them all.
            point.HasIndex(p => new { p.RecordedAt, p.WorkspaceId });
            point.Property(p => p.Note).HasMaxLength(MeasurementRequest.LongestNote);
            // One correction a row: a second one must correct the first correction.
            point.HasIndex(p => p.Supersedes).IsUnique();
            point.HasOne<Metric>().WithMany().HasForeignKey(p => p.MetricId);
        });
        model.Entity<Baseline>(baseline =>
        {
            baseline.HasIndex(b => b.MetricId);
            baseline.Property(b => b.Reason).HasMaxLength(400);
            baseline.HasOne<Metric>().WithMany().HasForeignKey(b => b.MetricId);
        });
    }
}
