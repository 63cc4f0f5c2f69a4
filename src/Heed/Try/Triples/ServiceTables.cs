using Heed.Metrics;
using Heed.People;
using Heed.Storage;

namespace Heed.Try;

static class ServiceTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<Service>(service =>
        {
            service.Property(s => s.Name).HasMaxLength(Service.LongestName);
            service.Property(s => s.SinceWhat).HasMaxLength(Service.LongestReason);
            service.Ignore(s => s.Metrics);
            service.HasOne<Team>().WithMany().HasForeignKey(s => s.TeamId);
            service.HasOne<Metric>().WithMany().HasForeignKey(s => s.Experience);
            service.HasOne<Metric>().WithMany().HasForeignKey(s => s.ServiceLevel);
            service.HasOne<Metric>().WithMany().HasForeignKey(s => s.Cost);
            service.HasOne<Metric>().WithMany().HasForeignKey(s => s.Employees);
        });
}
