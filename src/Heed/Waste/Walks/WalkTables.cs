using Heed.Customers;
using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

static class WalkTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<WalkNote>(note =>
        {
            note.Ignore(n => n.Words);
            note.Property(n => n.Saw).HasMaxLength(WalkNote.LongestWords);
            note.Property(n => n.Heard).HasMaxLength(WalkNote.LongestWords);
            note.Property(n => n.Inferred).HasMaxLength(WalkNote.LongestWords);
            note.Property(n => n.Where).HasMaxLength(WalkNote.LongestPlace);
            note.Property(n => n.WithdrawnBecause).HasMaxLength(WalkNote.LongestReason);
            note.HasOne<Team>().WithMany().HasForeignKey(n => n.TeamId);
            note.HasOne<JourneyStep>().WithMany().HasForeignKey(n => n.JourneyStepId);
            note.HasIndex(n => new { n.WorkspaceId, n.On });
            note.HasIndex(n => new { n.TeamId, n.State });
        });
        model.Entity<WalkObstacle>(lead =>
        {
            lead.HasOne<WalkNote>().WithMany().HasForeignKey(l => l.WalkNoteId);
            lead.HasOne<Obstacle>().WithMany().HasForeignKey(l => l.ObstacleId);
            lead.HasIndex(l => new { l.WalkNoteId, l.At });
            lead.Keep();
        });
    }
}
