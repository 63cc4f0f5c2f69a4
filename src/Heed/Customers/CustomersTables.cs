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
            group.HasMany(g => g.Teams).WithOne().HasForeignKey(s => s.CustomerGroupId);
            group.HasMany(g => g.JourneySteps).WithOne().HasForeignKey(s => s.CustomerGroupId);
            group.HasMany(g => g.Behaviours).WithOne().HasForeignKey(s => s.CustomerGroupId);
        });
        model.Entity<TeamAssignment>(assignment =>
        {
            assignment.ToTable("Servings"); // its name before it had the word of the screen
            assignment.HasKey(s => new { s.CustomerGroupId, s.TeamId });
            assignment.HasIndex(s => s.TeamId);
            assignment.HasOne<Team>().WithMany().HasForeignKey(s => s.TeamId);
        });
    }
}
