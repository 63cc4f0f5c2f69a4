using Heed.People;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

static class HandOffTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<HandOff>(handOff =>
        {
            handOff.Property(h => h.Name).HasMaxLength(HandOff.LongestName);
            handOff.Property(h => h.Promise).HasMaxLength(HandOff.LongestPromise);
            handOff.HasOne<Team>().WithMany().HasForeignKey(h => h.GiverId);
            handOff.HasOne<Team>().WithMany().HasForeignKey(h => h.TakerId);
            handOff.HasOne<Practice>().WithMany().HasForeignKey(h => h.PracticeId);
            handOff.HasIndex(h => new { h.WorkspaceId, h.StateSince });
            handOff.HasIndex(h => new { h.GiverId, h.State });
            handOff.HasIndex(h => new { h.TakerId, h.State });
        });
        model.Entity<HandOffStory>(story =>
        {
            story.Property(s => s.Sees).HasMaxLength(HandOffStory.LongestWords);
            story.Property(s => s.Easier).HasMaxLength(HandOffStory.LongestWords);
            story.HasOne<HandOff>().WithMany().HasForeignKey(s => s.HandOffId);
            story
                .HasIndex(s => new
                {
                    s.HandOffId,
                    s.Round,
                    s.Side,
                })
                .IsUnique();
        });
        model.Entity<HandOffMove>(move =>
        {
            move.Property(m => m.Reason).HasMaxLength(HandOffMove.LongestReason);
            move.HasOne<HandOff>().WithMany().HasForeignKey(m => m.HandOffId);
            move.HasOne<Trial>().WithMany().HasForeignKey(m => m.TrialId);
            move.HasOne<Obstacle>().WithMany().HasForeignKey(m => m.ObstacleId);
            move.HasOne<Practice>().WithMany().HasForeignKey(m => m.PracticeId);
            move.HasIndex(m => new { m.HandOffId, m.At });
            move.Keep();
        });
    }
}
