using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

static class BusinessCasesTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<BusinessCase>(one =>
        {
            one.Property(c => c.Name).HasMaxLength(200);
            one.Property(c => c.Why).HasMaxLength(1000);
            one.Property(c => c.OneOffLow);
            one.Property(c => c.OneOffLikely);
            one.Property(c => c.OneOffHigh);
            one.Property(c => c.RunningLow);
            one.Property(c => c.RunningLikely);
            one.Property(c => c.RunningHigh);
            one.Ignore(c => c.OneOff);
            one.Ignore(c => c.Running);
            one.Ignore(c => c.Months);
            one.HasOne<Team>().WithMany().HasForeignKey(c => c.TeamId);
            one.HasOne<Practice>().WithMany().HasForeignKey(c => c.PracticeId);
            one.HasOne<Trial>().WithMany().HasForeignKey(c => c.TrialId);
            one.HasMany(c => c.Benefits).WithOne().HasForeignKey(b => b.BusinessCaseId);
            one.HasIndex(c => new { c.WorkspaceId, c.TeamId });
        });
        model.Entity<CaseBenefit>(benefit =>
        {
            benefit.Property(b => b.Name).HasMaxLength(200);
            benefit.Property(b => b.Unit).HasMaxLength(60);
            benefit.Ignore(b => b.Input);
            benefit.Ignore(b => b.HoursAYear);
            benefit.HasIndex(b => b.BusinessCaseId);
        });
        model.Entity<ClaimedMonth>(month =>
        {
            // One saved hour is counted once.
            month.HasKey(m => new { m.PracticeId, m.Month });
            month.HasOne<Practice>().WithMany().HasForeignKey(m => m.PracticeId);
            month.HasOne<BusinessCase>().WithMany().HasForeignKey(m => m.BusinessCaseId);
        });
        model.Entity<BusinessCaseMove>(move =>
        {
            move.Property(m => m.Reason).HasMaxLength(1000);
            move.HasOne<BusinessCase>().WithMany().HasForeignKey(m => m.BusinessCaseId);
            move.HasIndex(m => new { m.BusinessCaseId, m.At });
            move.Keep();
        });
        model.Entity<CaseScore>(score =>
        {
            score.Property(s => s.Unit).HasMaxLength(400);
            score.Property(s => s.Says).HasMaxLength(CaseScore.LongestSays);
            score.HasOne<BusinessCase>().WithMany().HasForeignKey(s => s.BusinessCaseId);
            score.HasIndex(s => new { s.BusinessCaseId, s.At });
            score.Keep();
        });
    }
}
