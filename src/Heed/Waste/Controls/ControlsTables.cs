using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

static class ControlsTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Control>(control =>
        {
            control.HasKey(c => c.PracticeId);
            control.Property(c => c.Asks).HasMaxLength(1000);
            control.Property(c => c.Works).HasMaxLength(1000);
            control.Ignore(c => c.Rate);
            control.HasOne<Practice>().WithOne().HasForeignKey<Control>(c => c.PracticeId);
            control.HasMany(c => c.Requirements).WithOne().HasForeignKey(r => r.PracticeId);
            control.HasMany(c => c.Catches).WithOne().HasForeignKey(c => c.PracticeId);
            control.HasMany(c => c.Ways).WithOne().HasForeignKey(w => w.PracticeId);
        });
        model.Entity<ControlRequirement>(link =>
        {
            link.ToTable("ControlRequirements");
            link.HasKey(l => new { l.PracticeId, l.RequirementId });
            link.HasOne<Requirement>().WithMany().HasForeignKey(l => l.RequirementId);
        });
        model.Entity<Catch>(caught =>
        {
            caught.Property(c => c.Text).HasMaxLength(500);
            caught.HasIndex(c => new { c.PracticeId, c.On });
            caught.Keep();
        });
        model.Entity<LighterWay>(way =>
        {
            way.Property(w => w.What).HasMaxLength(500);
            way.Property(w => w.Spares).HasMaxLength(500);
            way.HasIndex(w => new { w.PracticeId, w.Place });
        });
        model.Entity<Waiver>(waiver =>
        {
            waiver.Property(w => w.Scope).HasMaxLength(500);
            waiver.Property(w => w.Reason).HasMaxLength(1000);
            waiver.Property(w => w.Instead).HasMaxLength(1000);
            waiver.Property(w => w.Answer).HasMaxLength(1000);
            waiver.Property(w => w.MadePermanentBecause).HasMaxLength(1000);
            waiver.HasOne<Practice>().WithMany().HasForeignKey(w => w.PracticeId);
            waiver.HasIndex(w => new { w.PracticeId, w.AskedAt });
            waiver.HasIndex(w => new { w.WorkspaceId, w.Until });
            // A waiver is renewed by one other.
            waiver.HasIndex(w => w.Renews);
        });
        model.Entity<Requirement>(requirement =>
        {
            requirement.Property(r => r.Name).HasMaxLength(Requirement.LongestName);
            requirement.Property(r => r.Source).HasMaxLength(Requirement.LongestSource);
            requirement.Property(r => r.Clause).HasMaxLength(Requirement.LongestClause);
            requirement.Ignore(r => r.Proposed);
            requirement.Ignore(r => r.AskedSoFar);
            requirement.HasMany(r => r.Changes).WithOne().HasForeignKey(c => c.RequirementId);
            requirement.HasMany(r => r.Asks).WithOne().HasForeignKey(a => a.RequirementId);
            requirement.HasIndex(r => new { r.WorkspaceId, r.Name });
        });
        model.Entity<BindingChange>(change =>
        {
            change.Property(c => c.Why).HasMaxLength(1000);
            change.Property(c => c.DeclinedBecause).HasMaxLength(1000);
            change.HasIndex(c => new { c.RequirementId, c.ProposedAt });
        });
        model.Entity<RuleAsk>(ask =>
        {
            ask.Property(a => a.Text).HasMaxLength(2000);
            ask.HasIndex(a => new { a.RequirementId, a.At });
            ask.Keep();
        });
        model.Entity<Signer>(signer =>
        {
            signer.HasKey(s => s.MemberId);
            signer.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId);
        });
    }
}
