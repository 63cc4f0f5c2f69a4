using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

/// <summary>What a team decides together, month by month and at the end of a cycle.</summary>
static class AgendaTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Agenda>(agenda =>
        {
            agenda.Property(a => a.Learned).HasMaxLength(Agenda.LongestWords);
            agenda.Property(a => a.Obstacles).HasMaxLength(Agenda.LongestWords);
            agenda.Property(a => a.NextSteps).HasMaxLength(Agenda.LongestWords);
            agenda.Property(a => a.Work).HasMaxLength(Agenda.MostWork);
            agenda.HasOne<Team>().WithMany().HasForeignKey(a => a.TeamId);
            agenda.HasIndex(a => new { a.TeamId, a.Month }).IsUnique();
        });
        model.Entity<ConfidenceVote>(vote =>
        {
            vote.Property(v => v.Confidence).HasConversion(c => c.Value, value => new Confidence(value));
            vote.HasOne<Agenda>().WithMany().HasForeignKey(v => v.AgendaId);
            vote.HasIndex(v => new
                {
                    v.AgendaId,
                    v.KeyResultId,
                    v.MemberId,
                })
                .IsUnique();
        });
        model.Entity<AgendaLine>(line =>
        {
            line.Property(l => l.Says).HasMaxLength(AgendaLine.LongestSays);
            line.HasOne<Agenda>().WithMany().HasForeignKey(l => l.AgendaId);
            line.HasOne<KeyResult>().WithMany().HasForeignKey(l => l.KeyResultId);
            line.HasIndex(l => new { l.AgendaId, l.KeyResultId }).IsUnique();
        });
        model.Entity<AgendaDecision>(decision =>
        {
            decision.Property(d => d.Words).HasMaxLength(AgendaDecision.LongestWords);
            decision.Property(d => d.Link).HasMaxLength(300);
            decision.HasOne<Agenda>().WithMany().HasForeignKey(d => d.AgendaId);
        });
        model.Entity<CycleDecision>(decision =>
        {
            decision.Property(d => d.Reason).HasMaxLength(CycleDecision.LongestReason);
            decision.Property(d => d.AgreedBy).HasMaxLength(CycleDecision.LongestAgreed);
            decision.Property(d => d.Learned).HasMaxLength(CycleDecision.LongestLearned);
            decision.Property(d => d.Before).HasMaxLength(CycleDecision.LongestSaid);
            decision.Property(d => d.After).HasMaxLength(CycleDecision.LongestSaid);
            decision.HasOne<Objective>().WithMany().HasForeignKey(d => d.ObjectiveId);
            decision.HasOne<KeyResult>().WithMany().HasForeignKey(d => d.KeyResultId);
            decision.HasOne<Cycle>().WithMany().HasForeignKey(d => d.CycleId);
            decision.Keep();
        });
    }
}
