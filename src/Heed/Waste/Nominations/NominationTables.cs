using Heed.People;
using Heed.Try;

namespace Heed.Waste;

static class NominationTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Nomination>(nomination =>
        {
            nomination.Property(n => n.What).HasMaxLength(500);
            nomination.Property(n => n.Why).HasMaxLength(1000);
            nomination.Property(n => n.Where).HasMaxLength(200);
            nomination.Property(n => n.Evidence).HasMaxLength(300);
            nomination.Property(n => n.Reason).HasMaxLength(1000);
            nomination.Property(n => n.ReceiptHash).HasMaxLength(64);
            nomination.HasOne<Team>().WithMany().HasForeignKey(n => n.TeamId);
            // No key to these three: SQLite would write the whole table anew, outside of a transaction.
            nomination.HasIndex(n => n.ObstacleId);
            nomination.HasIndex(n => n.WalkNoteId);
            nomination.HasIndex(n => n.HandOffId);
            nomination.HasOne<Trial>().WithMany().HasForeignKey(n => n.TrialId);
            nomination.HasOne<Nomination>().WithMany().HasForeignKey(n => n.MergedInto);
            nomination.HasIndex(n => n.ReceiptHash).IsUnique();
            nomination.HasIndex(n => new
            {
                n.WorkspaceId,
                n.State,
                n.On,
            });
        });
        model.Entity<NominationPhoto>(photo =>
        {
            photo.HasKey(p => p.NominationId);
            photo.HasOne<Nomination>().WithOne().HasForeignKey<NominationPhoto>(p => p.NominationId);
        });
        model.Entity<NominationStep>(step =>
        {
            step.Property(s => s.Because).HasMaxLength(1000);
            step.HasOne<Nomination>().WithMany().HasForeignKey(s => s.NominationId);
            step.HasIndex(s => new { s.NominationId, s.Number }).IsUnique();
        });
        model.Entity<NominationVote>(vote =>
        {
            vote.HasOne<Nomination>().WithMany().HasForeignKey(v => v.NominationId);
            vote.HasIndex(v => new { v.NominationId, v.MemberId }).IsUnique();
        });
    }
}
