using Microsoft.AspNetCore.Identity;

namespace Heed.People;

static class PeopleTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Person>().ToTable("People");
        model.Entity<IdentityUserClaim<Guid>>().ToTable("PersonClaims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("PersonLogins");
        model.Entity<IdentityUserToken<Guid>>().ToTable("PersonTokens");
        model.Entity<FirstClaim>().Property(c => c.Id).ValueGeneratedNever();
        model.Entity<Workspace>(workspace =>
        {
            workspace.Property(w => w.Name).HasMaxLength(200);
            workspace.Property(w => w.TimeZone).HasMaxLength(100);
        });
        model.Entity<Member>(member =>
        {
            member.Property(m => m.Name).HasMaxLength(200);
            member.HasIndex(m => new { m.WorkspaceId, m.PersonId }).IsUnique();
            member.HasIndex(m => m.PersonId);
            member.HasMany(m => m.Teams).WithOne().HasForeignKey(t => t.MemberId);
        });
        model.Entity<Team>(team =>
        {
            team.Property(t => t.Name).HasMaxLength(200);
            team.HasIndex(t => t.WorkspaceId);
        });
        model.Entity<TeamMembership>(membership =>
        {
            membership.HasKey(t => new { t.TeamId, t.MemberId });
            membership.HasOne<Team>().WithMany().HasForeignKey(t => t.TeamId);
        });
        model.Entity<Invitation>(invitation =>
        {
            invitation.Property(i => i.Email).HasMaxLength(254);
            invitation.HasIndex(i => i.CodeHash).IsUnique();
        });
        model.Entity<ApiToken>(token =>
        {
            token.Property(t => t.Name).HasMaxLength(200);
            token.HasIndex(t => t.Hash).IsUnique();
        });
    }
}
