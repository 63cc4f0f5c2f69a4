using Heed.Metrics;
using Heed.Storage;
using Heed.Try;

namespace Heed.Waste;

/// <summary>What this part of the room serves and keeps.</summary>
static class Review
{
    public static void Services(IServiceCollection services) =>
        services.AddScoped<ReadReview>().AddScoped<ClaimOutcome>();

    public static void Map(IEndpointRouteBuilder api)
    {
        ReadReview.Map(api);
        ClaimOutcome.Map(api);
    }

    public static void Tables(ModelBuilder model) =>
        model.Entity<OutcomeClaim>(claim =>
        {
            claim.Property(c => c.Reason).HasMaxLength(1000);
            claim.HasOne<Practice>().WithMany().HasForeignKey(c => c.PracticeId);
            claim.HasOne<Metric>().WithMany().HasForeignKey(c => c.MetricId);
            claim.HasOne<Trial>().WithMany().HasForeignKey(c => c.TrialId);
            claim.HasIndex(c => new { c.PracticeId, c.MetricId }).IsUnique();
        });
}

sealed class ReviewExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([ExportFile.Rows<OutcomeClaim>(db, "waste/outcome-claims")]);
}
