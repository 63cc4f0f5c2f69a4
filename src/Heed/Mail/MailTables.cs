namespace Heed.Mail;

static class MailTables
{
    public static void Map(ModelBuilder model) =>
        model.Entity<Suppression>(suppression =>
        {
            suppression.Property(s => s.Address).HasMaxLength(320);
            suppression.HasIndex(s => new { s.WorkspaceId, s.Address }).IsUnique();
        });
}
