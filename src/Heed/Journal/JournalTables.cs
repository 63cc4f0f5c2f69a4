namespace Heed.Journal;

static class JournalTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<Entry>(entry =>
        {
            entry.HasIndex(e => new { e.WorkspaceId, e.SubjectId });
            entry.HasIndex(e => new { e.WorkspaceId, e.At });
        });
}
