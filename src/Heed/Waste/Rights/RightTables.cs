using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

static class RightTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<DecisionRight>(right =>
        {
            right.Property(r => r.Topic).HasMaxLength(DecisionRight.LongestTopic);
            right.Property(r => r.LimitUnit).HasMaxLength(DecisionRight.LongestUnit);
            right.Property(r => r.LimitWords).HasMaxLength(DecisionRight.LongestLimit);
            right.HasOne<Team>().WithMany().HasForeignKey(r => r.HolderId);
            right.HasIndex(r => new { r.WorkspaceId, r.Topic });
            right.HasIndex(r => r.HolderId);
        });
        model.Entity<RightUse>(use =>
        {
            use.Property(u => u.Case).HasMaxLength(RightUse.LongestCase);
            use.Property(u => u.CaseKey).HasMaxLength(RightUse.LongestCase);
            use.Property(u => u.Story).HasMaxLength(RightUse.LongestStory);
            use.Property(u => u.CustomerOutcome).HasMaxLength(RightUse.LongestOutcome);
            use.HasOne<DecisionRight>().WithMany().HasForeignKey(u => u.DecisionRightId);
            use.HasIndex(u => new { u.DecisionRightId, u.On });
            use.HasIndex(u => new { u.DecisionRightId, u.CaseKey });
            use.Keep();
        });
        model.Entity<DecisionRightMove>(move =>
        {
            move.Property(m => m.Reason).HasMaxLength(DecisionRightMove.LongestReason);
            move.HasOne<DecisionRight>().WithMany().HasForeignKey(m => m.DecisionRightId);
            move.HasIndex(m => new { m.DecisionRightId, m.At });
            move.Keep();
        });
    }
}
