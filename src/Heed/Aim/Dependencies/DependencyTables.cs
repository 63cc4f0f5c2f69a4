using Heed.People;
using Heed.Storage;

namespace Heed.Aim;

static class DependencyTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Dependency>(dependency =>
        {
            dependency.Property(d => d.Needs).HasMaxLength(Dependency.LongestWords);
            dependency.HasOne(d => d.Objective).WithMany().HasForeignKey(d => d.ObjectiveId);
            dependency.HasOne<Team>().WithMany().HasForeignKey(d => d.FromTeamId);
            dependency.HasOne<Team>().WithMany().HasForeignKey(d => d.ToTeamId);
            dependency.HasIndex(d => new { d.ToTeamId, d.State });
            dependency.HasIndex(d => new { d.FromTeamId, d.State });
        });
        model.Entity<DependencyMove>(move =>
        {
            move.Property(m => m.Reason).HasMaxLength(DependencyMove.LongestReason);
            move.HasOne<Dependency>().WithMany().HasForeignKey(m => m.DependencyId);
            move.HasIndex(m => new { m.DependencyId, m.At });
            move.Keep();
        });
    }
}
