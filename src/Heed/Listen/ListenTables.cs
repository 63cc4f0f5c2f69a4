using Heed.People;

namespace Heed.Listen;

static class ListenTables
{
    public static void Map(ModelBuilder model)
    {
        LifetimeTables.Map(model);
        model.Entity<Survey>(survey =>
        {
            survey.Property(s => s.Name).HasMaxLength(Survey.LongestName);
            survey.Property(s => s.WordsBy).HasMaxLength(Question.LongestName);
            survey.HasIndex(s => new { s.WorkspaceId, s.Name }).IsUnique();
            survey.HasMany(s => s.Questions).WithOne().HasForeignKey(q => q.SurveyId);
            survey.HasMany(s => s.Attributes).WithOne().HasForeignKey(a => a.SurveyId);
        });
        model.Entity<Question>(question =>
        {
            question.ToTable("Questions");
            question.Property(q => q.Name).HasMaxLength(Question.LongestName);
            question.Property(q => q.Text).HasMaxLength(Question.LongestName);
            question.HasIndex(q => new { q.SurveyId, q.Name }).IsUnique();
        });
        model.Entity<RespondentAttribute>(attribute =>
        {
            attribute.ToTable("Attributes");
            attribute.Property(a => a.Name).HasMaxLength(Question.LongestName);
            attribute.HasIndex(a => new { a.SurveyId, a.Name }).IsUnique();
        });
        model.Entity<Import>(import =>
        {
            import.Property(i => i.FileName).HasMaxLength(Import.LongestName);
            import.Property(i => i.SurveyName).HasMaxLength(Survey.LongestName);
            import.HasIndex(i => i.Number).IsUnique();
            import.HasIndex(i => new { i.WorkspaceId, i.CreatedAt });
            import.HasIndex(i => i.SurveyId);
            import.HasIndex(i => i.State);
            import.HasOne<Survey>().WithMany().HasForeignKey(i => i.SurveyId);
        });
        model.Entity<ReleasedRows>(released =>
        {
            released
                .HasIndex(r => new
                {
                    r.SurveyId,
                    r.Number,
                    r.ImportId,
                })
                .IsUnique();
            released.HasOne<Survey>().WithMany().HasForeignKey(r => r.SurveyId);
            released.HasOne<Import>().WithMany().HasForeignKey(r => r.ImportId);
        });
        model.Entity<RememberedMapping>(remembered =>
        {
            remembered.HasIndex(r => new { r.SurveyId, r.HeaderHash }).IsUnique();
            remembered.HasOne<Survey>().WithMany().HasForeignKey(r => r.SurveyId);
        });
        model.Entity<Response>(response =>
        {
            response.HasKey(r => r.Sequence);
            response.Property(r => r.Sequence).ValueGeneratedNever();
            // Only rows with an id of their own stand in it: files without ids cost it nothing.
            response.HasIndex(r => r.External).IsUnique().HasFilter("\"External\" IS NOT NULL");
        });
        model.Entity<RejectedRow>(rejected =>
        {
            rejected.HasKey(r => r.Sequence);
            rejected.Property(r => r.Sequence).ValueGeneratedNever();
        });
    }
}
