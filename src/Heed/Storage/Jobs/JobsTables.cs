namespace Heed.Storage;

static class JobsTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<Job>(job =>
        {
            job.Property(j => j.Kind).HasMaxLength(60);
            job.Property(j => j.LastError).HasMaxLength(1000);
            // What is open is little, however much was done.
            job.HasIndex(j => new { j.Kind, j.Due }).HasFilter("\"DoneAt\" IS NULL AND \"FailedAt\" IS NULL");
            job.HasIndex(j => new { j.SubjectId, j.Kind }).HasFilter("\"DoneAt\" IS NULL");
            job.HasIndex(j => new { j.WorkspaceId, j.DoneAt });
        });
}
