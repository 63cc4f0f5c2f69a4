using Heed.Customers;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

static class AimTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Cycle>(cycle =>
        {
            cycle.Property(c => c.Name).HasMaxLength(100);
            cycle.HasIndex(c => new { c.WorkspaceId, c.Start });
        });
        model.Entity<Objective>(objective =>
        {
            objective.Property(o => o.Title).HasMaxLength(200);
            objective.Property(o => o.Why).HasMaxLength(2000);
            objective.Property(o => o.LastWord).HasMaxLength(2000);
            objective.Property(o => o.NoParentBecause).HasMaxLength(500);
            objective.Property(o => o.WrongIf).HasMaxLength(500);
            objective.Property(o => o.WrongLeftOut).HasMaxLength(500);
            objective.Property(o => o.WrongSeen).HasMaxLength(1000);
            // An index and no key: to add one to a table that is there, SQLite would write it anew.
            objective.HasIndex(o => o.ParentId);
            objective.HasIndex(o => o.CarriedFromId);
            objective.HasOne(o => o.Cycle).WithMany().HasForeignKey(o => o.CycleId);
            objective.HasOne<Team>().WithMany().HasForeignKey(o => o.TeamId);
            objective.HasIndex(o => new
            {
                o.WorkspaceId,
                o.CycleId,
                o.TeamId,
            });
        });
        model.Entity<Strategy>(strategy =>
        {
            strategy.Property(s => s.Challenge).HasMaxLength(Strategy.LongestWords);
            strategy.Property(s => s.Opinion).HasMaxLength(Strategy.LongestWords);
            strategy.Property(s => s.NotDoing).HasMaxLength(Strategy.LongestWords);
            strategy.HasIndex(s => new { s.WorkspaceId, s.Start });
        });
        model.Entity<Assumption>(assumption =>
        {
            assumption.Property(a => a.Words).HasMaxLength(Assumption.LongestWords);
            assumption.HasOne<Objective>().WithMany().HasForeignKey(a => a.ObjectiveId);
        });
        model.Entity<Sibling>(sibling =>
        {
            sibling.Property(s => s.Words).HasMaxLength(Sibling.LongestWords);
            sibling.Property(s => s.Customer).HasMaxLength(200);
            sibling.Property(s => s.WillDo).HasMaxLength(300);
            sibling.Property(s => s.Trial).HasMaxLength(100);
            sibling.Property(s => s.Moves).HasMaxLength(1000);
            sibling.Property(s => s.Link).HasMaxLength(500);
            sibling.Property(s => s.HowKnown).HasMaxLength(500);
            sibling.Property(s => s.Answer).HasMaxLength(Sibling.LongestAnswer);
            sibling.Ignore(s => s.Expected);
            sibling.HasOne<Objective>().WithMany().HasForeignKey(s => s.ObjectiveId);
            sibling.HasOne<Metric>().WithMany().HasForeignKey(s => s.MetricId);
            // One a key result: two that convert it at once are one.
            sibling.HasOne<KeyResult>().WithOne().HasForeignKey<Sibling>(s => s.WasId);
        });
        model.Entity<KeyResult>(keyResult =>
        {
            keyResult.Property(k => k.Who).HasMaxLength(200);
            keyResult.Property(k => k.DoesWhat).HasMaxLength(300);
            keyResult.Property(k => k.Plan).HasMaxLength(1500);
            keyResult.Property(k => k.Kind).HasDefaultValue(TargetKind.Reach);
            keyResult.Property(k => k.Weight).HasDefaultValue(1.0);
            keyResult.Property(k => k.Commitment).HasDefaultValue(Commitment.Committed);
            keyResult.HasOne(k => k.Objective).WithMany(o => o.KeyResults).HasForeignKey(k => k.ObjectiveId);
            keyResult.HasOne<CustomerGroup>().WithMany().HasForeignKey(k => k.CustomerGroupId);
            keyResult.HasOne<Metric>().WithMany().HasForeignKey(k => k.MetricId);
            MetricGuardrail.Map(keyResult, k => k.Guardrail);
            keyResult.HasMany(k => k.History).WithOne().HasForeignKey(t => t.KeyResultId);
            keyResult.HasIndex(k => new { k.WorkspaceId, k.CheckedInAt });
            keyResult.HasIndex(k => k.CarriedFromId);
        });
        model.Entity<Terms>(terms =>
        {
            terms.Property(t => t.Reason).HasMaxLength(500);
            terms.Property(t => t.Plan).HasMaxLength(1500);
            terms.Property(t => t.Kind).HasDefaultValue(TargetKind.Reach);
            terms.Property(t => t.Weight).HasDefaultValue(1.0);
            terms.Property(t => t.Commitment).HasDefaultValue(Commitment.Committed);
            terms.HasIndex(t => new { t.KeyResultId, t.SetAt });
            terms.Keep();
        });
        model.Entity<CheckIn>(checkIn =>
        {
            checkIn.Property(c => c.Confidence).HasConversion(c => c.Value, value => new Confidence(value));
            checkIn.Property(c => c.Learned).HasMaxLength(500);
            checkIn.HasOne<KeyResult>().WithMany().HasForeignKey(c => c.KeyResultId);
            checkIn.HasIndex(c => new { c.KeyResultId, c.At });
            checkIn.Keep();
        });
        model.Entity<FindingDismissal>(dismissal =>
        {
            dismissal.Property(d => d.Rule).HasMaxLength(60);
            dismissal.Property(d => d.Words).HasMaxLength(500);
            dismissal.Property(d => d.Reason).HasMaxLength(500);
            dismissal.HasOne<KeyResult>().WithMany().HasForeignKey(d => d.KeyResultId);
            dismissal.HasIndex(d => d.KeyResultId);
            dismissal.Keep();
        });
        model.Entity<AimImport>(import =>
        {
            import.Property(i => i.FileName).HasMaxLength(200);
            import.Property(i => i.Source).HasMaxLength(60);
            import.HasOne<Cycle>().WithMany().HasForeignKey(i => i.CycleId);
            import.HasOne<Team>().WithMany().HasForeignKey(i => i.TeamId);
            import.HasIndex(i => new { i.WorkspaceId, i.At });
        });
        model.Entity<ImportedRow>(row =>
        {
            row.Property(r => r.SourceKey).HasMaxLength(400);
            row.Property(r => r.Title).HasMaxLength(500);
            row.Property(r => r.Says).HasMaxLength(2000);
            row.HasOne<AimImport>().WithMany().HasForeignKey(r => r.ImportId);
            row.HasIndex(r => new { r.ImportId, r.Number }).IsUnique();
            row.HasIndex(r => new { r.WorkspaceId, r.SourceKey });
            row.Keep();
        });
        AgendaTables.Map(model);
        DependencyTables.Map(model);
        model.Entity<Mention>(mention =>
        {
            mention.HasOne<Comment>().WithMany().HasForeignKey(m => m.CommentId);
            mention.HasIndex(m => new { m.MemberId, m.At });
            mention.HasIndex(m => m.CommentId);
        });
        model.Entity<SharedObjective>(shared =>
        {
            shared.Property(s => s.Reason).HasMaxLength(SharedObjective.LongestReason);
            shared.HasOne(s => s.Objective).WithMany().HasForeignKey(s => s.ObjectiveId);
            shared.HasOne<Team>().WithMany().HasForeignKey(s => s.TeamId);
            shared.HasIndex(s => new { s.ObjectiveId, s.TeamId }).IsUnique();
            shared.HasIndex(s => new { s.TeamId, s.State });
        });
        model.Entity<Comment>(comment =>
        {
            comment.Property(c => c.Text).HasMaxLength(2000);
            comment.HasOne<Objective>().WithMany().HasForeignKey(c => c.ObjectiveId);
            comment.HasIndex(c => new { c.ObjectiveId, c.At });
            comment.Keep();
        });
    }
}
