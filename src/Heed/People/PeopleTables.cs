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
        model.Entity<Passkey>(passkey =>
        {
            passkey.ToTable("Passkeys");
            passkey.HasKey(p => p.CredentialId);
            // As long as WebAuthn lets one be.
            passkey.Property(p => p.CredentialId).HasMaxLength(1023);
            passkey.HasOne<Person>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
            passkey.OwnsOne(
                p => p.Data,
                data =>
                {
                    data.Property(d => d.PublicKey).HasColumnName(nameof(IdentityPasskeyData.PublicKey));
                    data.Property(d => d.Name).HasColumnName(nameof(IdentityPasskeyData.Name)).HasMaxLength(60);
                    data.Property(d => d.CreatedAt).HasColumnName(nameof(IdentityPasskeyData.CreatedAt));
                    data.Property(d => d.SignCount)
                        .HasColumnName(nameof(IdentityPasskeyData.SignCount))
                        .HasConversion<long>();
                    data.Property(d => d.Transports).HasColumnName(nameof(IdentityPasskeyData.Transports));
                    data.Property(d => d.IsUserVerified).HasColumnName(nameof(IdentityPasskeyData.IsUserVerified));
                    data.Property(d => d.IsBackupEligible).HasColumnName(nameof(IdentityPasskeyData.IsBackupEligible));
                    data.Property(d => d.IsBackedUp).HasColumnName(nameof(IdentityPasskeyData.IsBackedUp));
                    // How the device was built, and the page that asked: nobody looks at either again.
                    data.Ignore(d => d.AttestationObject);
                    data.Ignore(d => d.ClientDataJson);
                }
            );
            passkey.Navigation(p => p.Data).IsRequired();
        });
        model.Entity<Session>(session =>
        {
            session.Property(s => s.Device).HasMaxLength(60);
            session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
            session.HasIndex(s => s.LastSeenAt);
        });
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
            // Two departments may each have a team “Support”; nothing is not equal to nothing, so the top is a case of its own.
            team.HasIndex(t => new
                {
                    t.WorkspaceId,
                    t.ParentId,
                    t.Name,
                })
                .IsUnique();
            team.HasIndex(t => new { t.WorkspaceId, t.Name }).IsUnique().HasFilter("\"ParentId\" IS NULL");
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
            invitation
                .HasIndex(i => new { i.WorkspaceId, i.Email })
                .IsUnique()
                .HasFilter("\"AcceptedAt\" IS NULL AND \"RevokedAt\" IS NULL");
        });
        model.Entity<ApiToken>(token =>
        {
            token.Property(t => t.Name).HasMaxLength(200);
            token.HasIndex(t => t.Hash).IsUnique();
        });
    }
}
