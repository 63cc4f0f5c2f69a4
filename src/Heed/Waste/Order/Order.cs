using Heed.Storage;

namespace Heed.Waste;

/// <summary>What this part of the room serves and keeps.</summary>
static class Order
{
    public static void Services(IServiceCollection services) =>
        services.AddScoped<ReadOrder>().AddScoped<WriteCandidate>().AddScoped<CloseCandidate>();

    public static void Map(IEndpointRouteBuilder api)
    {
        ReadOrder.Map(api);
        WriteCandidate.Map(api);
        CloseCandidate.Map(api);
    }

    public static void Tables(ModelBuilder model) =>
        model.Entity<Candidate>(candidate =>
        {
            candidate.Property(c => c.Name).HasMaxLength(200);
            candidate.Property(c => c.ClosedBecause).HasMaxLength(500);
            candidate.HasOne<Heed.People.Team>().WithMany().HasForeignKey(c => c.TeamId);
            candidate.HasOne<BusinessCase>().WithMany().HasForeignKey(c => c.BusinessCaseId);
            candidate.HasOne<Practice>().WithMany().HasForeignKey(c => c.PracticeId);
            candidate.HasIndex(c => new
            {
                c.WorkspaceId,
                c.TeamId,
                c.ClosedAt,
            });
        });
}

sealed class OrderExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([ExportFile.Rows<Candidate>(db, "waste/candidates")]);
}
