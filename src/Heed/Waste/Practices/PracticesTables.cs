using Heed.Customers;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

static class PracticesTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Practice>(practice =>
        {
            practice.Property(p => p.Name).HasMaxLength(200);
            practice.Property(p => p.Reason).HasMaxLength(1000);
            practice.Property(p => p.Requirement).HasMaxLength(500);
            practice.Property(p => p.Evidence).HasMaxLength(500);
            practice.HasOne<Team>().WithMany().HasForeignKey(p => p.TeamId);
            practice.HasMany(p => p.Burden).WithOne().HasForeignKey(l => l.PracticeId);
            practice.HasMany(p => p.Touches).WithOne().HasForeignKey(c => c.PracticeId);
            practice.HasIndex(p => new { p.WorkspaceId, p.StaffHours });
            practice.HasIndex(p => new { p.WorkspaceId, p.CustomerHours });
            practice.HasIndex(p => new { p.WorkspaceId, p.Cash });
            practice.HasIndex(p => new { p.WorkspaceId, p.Name });
        });
        model.Entity<BurdenLine>(line =>
        {
            line.ToTable("BurdenLines");
            line.HasKey(l => new { l.PracticeId, l.Ledger });
            line.Property(l => l.MonthLow);
            line.Property(l => l.MonthLikely);
            line.Property(l => l.MonthHigh);
            line.Ignore(l => l.Month);
            line.Ignore(l => l.InCash);
            line.HasIndex(l => new { l.WorkspaceId, l.Ledger });
        });
        model.Entity<CustomersTouched>(touched =>
        {
            touched.ToTable("CustomersTouched");
            touched.HasKey(c => new { c.PracticeId, c.CustomerGroupId });
            touched.HasOne<CustomerGroup>().WithMany().HasForeignKey(c => c.CustomerGroupId);
        });
        model.Entity<PracticeMove>(move =>
        {
            move.Property(m => m.Reason).HasMaxLength(PracticeMove.LongestReason);
            move.HasOne<Practice>().WithMany().HasForeignKey(m => m.PracticeId);
            move.HasIndex(m => new { m.PracticeId, m.At });
            move.Keep();
        });
        model.Entity<Removal>(removal =>
        {
            removal.Property(r => r.ReliedOn).HasMaxLength(1000);
            removal.Property(r => r.Prevented).HasMaxLength(1000);
            removal.Property(r => r.LastCaught).HasMaxLength(500);
            removal.Property(r => r.Undo).HasMaxLength(500);
            removal.HasOne<Practice>().WithMany().HasForeignKey(r => r.PracticeId);
            removal.HasOne<Metric>().WithMany().HasForeignKey(r => r.MetricId);
            removal.HasOne<Trial>().WithMany().HasForeignKey(r => r.TrialId);
            MetricGuardrail.Map(removal, r => r.Guardrail);
            removal.HasIndex(r => new { r.PracticeId, r.At });
            // One saved hour is counted once: a trial is the removal of one practice.
            removal.HasIndex(r => r.TrialId).IsUnique();
        });
    }
}
