using Heed.People;

namespace Heed.Customers;

static class CustomersTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CustomerGroup>(group =>
        {
            group.HasIndex(g => new { g.WorkspaceId, g.Name }).IsUnique().HasFilter("\"RemovedAt\" IS NULL");
            group.Property(g => g.Name).HasMaxLength(200);
            group.Property(g => g.Description).HasMaxLength(2000);
            group.HasMany(g => g.Teams).WithOne().HasForeignKey(s => s.CustomerGroupId);
            group.HasMany(g => g.JourneySteps).WithOne().HasForeignKey(s => s.CustomerGroupId);
            group.HasMany(g => g.Behaviours).WithOne().HasForeignKey(s => s.CustomerGroupId);
        });
        // Each is a line of one text, and may be all of it.
        model.Entity<JourneyStep>().Property(s => s.Name).HasMaxLength(4000);
        model.Entity<Behaviour>().Property(b => b.Name).HasMaxLength(4000);
        model.Entity<TeamAssignment>(assignment =>
        {
            assignment.ToTable("Servings"); // its name before it had the word of the screen
            assignment.HasKey(s => new { s.CustomerGroupId, s.TeamId });
            assignment.HasIndex(s => s.TeamId);
            assignment.HasOne<Team>().WithMany().HasForeignKey(s => s.TeamId);
        });
    }
}
