using Heed.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Heed.People;

public static class PeopleModule
{
    public static Module Room { get; } =
        new("People")
        {
            // Every act of theirs writes a line of history.
            Knows = ["Journal"],
            Services = Services,
            Api = Api,
            Files = app =>
            {
                ExportWorkspace.MapFiles(app);
                PasskeyChallenge.Map(app);
                Provider.Map(app);
            },
            Tables = PeopleTables.Map,
            Links =
            [
                Link.ToEach<Member>("/members"),
                Link.ToEach<Team>("/teams"),
                Link.ToAll<Invitation>("/members"),
                Link.ToAll<ApiToken>("/tokens"),
                Link.ToAll<Workspace>("/workspace"),
            ],
            Settings =
            [
                new(10, "You", "/me", "person", "Your name, your password, your teams, signing out"),
                new(20, "Members", "/members", "people", "Who is here, what they may do, and inviting more"),
                new(30, "Teams", "/teams", "map", "The tree of teams and who is in them"),
                new(50, "Tokens", "/tokens", "lock", "What lets a program act as a member"),
                new(
                    80,
                    "Everything as files",
                    "/workspace/export.zip",
                    "upload",
                    "All that is yours, as one archive of JSON and CSV"
                )
                {
                    Shown = visit => visit.Member is { IsAdmin: true },
                },
                new(60, "Organisation", "/workspace", "settings", "Its name and its time zone"),
            ],
            AtStart = (services, stop) => services.GetRequiredService<ForgottenList>().Write(stop),
            Contributions = [typeof(TeamSearch), typeof(PeopleErasure), typeof(PeopleExport), typeof(FirstColleague)],
        };

    static void Services(IServiceCollection services, Settings settings)
    {
        services.AddScoped<Visit>();
        services.AddSingleton<SecurityLog>();
        services.AddScoped(s =>
            s.GetRequiredService<Visit>().Member
            ?? throw new InvalidOperationException("Nobody is signed in here: this use case needs a member.")
        );
        services.AddScoped(s =>
            s.GetRequiredService<Visit>().Workspace
            ?? throw new InvalidOperationException("No workspace has been entered: this use case needs one.")
        );

        // For rooms that must not know what a workspace is, but in which zone its days begin.
        services.AddScoped(s => s.GetRequiredService<Workspace>().Zone);
        services
            .AddIdentityCore<Person>(o =>
            {
                // NIST SP 800-63B: length, no composition rules.
                o.Password.RequiredLength = KnownPasswords.Shortest;
                o.Password.RequireDigit = o.Password.RequireLowercase = false;
                o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.User.RequireUniqueEmail = true;
                // The address is the name, and addresses have other letters than names: o'brien, jo&ann.
                o.User.AllowedUserNameCharacters = "";
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
            })
            // Named as a whole: asked for by the context alone, it would look for passkeys of Identity's own kind.
            .AddUserStore<
                UserOnlyStore<
                    Person,
                    HeedDb,
                    Guid,
                    IdentityUserClaim<Guid>,
                    IdentityUserLogin<Guid>,
                    IdentityUserToken<Guid>,
                    Passkey
                >
            >()
            .AddPasswordValidator<PasswordRules>()
            .AddTokenProvider<DataProtectorTokenProvider<Person>>(TokenOptions.DefaultProvider)
            .AddSignInManager();
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = PasswordLink.Lifetime);
        var door = services
            .AddAuthentication(o =>
            {
                o.DefaultScheme = ApiTokenHandler.CookieOrToken;
                o.DefaultSignInScheme = IdentityConstants.ApplicationScheme;
            })
            .AddPolicyScheme(
                ApiTokenHandler.CookieOrToken,
                null,
                o =>
                    o.ForwardDefaultSelector = context =>
                        ApiRoute.Is(context) ? ApiTokenHandler.Scheme : IdentityConstants.ApplicationScheme
            )
            .AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(ApiTokenHandler.Scheme, null)
            .AddCookie(
                IdentityConstants.ApplicationScheme,
                o =>
                {
                    o.Cookie.Name = settings.UsesHttps ? "__Host-heed" : "heed";
                    o.Cookie.SecurePolicy = settings.UsesHttps
                        ? CookieSecurePolicy.Always
                        : CookieSecurePolicy.SameAsRequest;
                    o.Cookie.SameSite = SameSiteMode.Lax;
                    o.Cookie.HttpOnly = true;
                    o.LoginPath = "/sign-in";
                    o.AccessDeniedPath = "/missing";
                    o.ReturnUrlParameter = "to";
                    o.ExpireTimeSpan = Session.Rests;
                    o.SlidingExpiration = true;
                    o.EventsType = typeof(SessionCookie);
                }
            )
            .AddCookie(
                IdentityConstants.TwoFactorUserIdScheme,
                o =>
                {
                    o.Cookie.Name = settings.UsesHttps ? "__Host-heed-step" : "heed-step";
                    o.Cookie.SecurePolicy = settings.UsesHttps
                        ? CookieSecurePolicy.Always
                        : CookieSecurePolicy.SameAsRequest;
                    o.Cookie.SameSite = SameSiteMode.Lax;
                    o.ExpireTimeSpan = TimeSpan.FromMinutes(5);
                    o.SlidingExpiration = false;
                }
            )
            // A stamp that no longer holds signs out of this one too, whether it is used or not.
            .AddCookie(
                IdentityConstants.TwoFactorRememberMeScheme,
                o => o.Cookie.Name = settings.UsesHttps ? "__Host-heed-device" : "heed-device"
            );
        Provider.Add(door, settings);
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            o.ValidationInterval = TimeSpan.FromMinutes(1);
            o.OnRefreshingPrincipal = SessionCookie.Keep;
        });
        services
            .AddAuthorizationBuilder()
            .AddPolicy(
                ApiTokenHandler.Policy,
                p => p.AddAuthenticationSchemes(ApiTokenHandler.Scheme).RequireAuthenticatedUser()
            );
        services.AddScoped<ClaimFirstWorkspace>().AddScoped<FirstDay>().AddScoped<SignIn>().AddScoped<ChangePassword>();
        services.AddScoped<SetFirstPassword>();
        services.AddScoped<SessionCookie>().AddScoped<WaysIn>().AddScoped<EndSessions>().AddScoped<ReadSessions>();
        services.AddScoped<SecondStep>().AddScoped<ChangeSecondStep>().AddScoped<Door>();
        services.Configure<IdentityPasskeyOptions>(o => PasskeyPlace.Set(o, settings));
        services.AddScoped<PasskeyChallenge>().AddScoped<PasskeyCheck>().AddScoped<Proof>();
        services.AddScoped<ProveByProvider>().AddScoped<ReadProof>();
        services.AddScoped<SignInByProvider>().AddScoped<TakeRights>();
        services.AddScoped<SignInByPasskey>().AddScoped<ChangePasskeys>().AddScoped<ReadPasskeys>();
        services.AddScoped<PasswordLink>().AddScoped<OfferNewPassword>().AddScoped<SetNewPassword>();
        services.AddScoped<InviteMember>().AddScoped<RevokeInvitation>().AddScoped<RedeemInvitation>();
        services.AddScoped<ChangeRole>().AddScoped<DeactivateMember>().AddScoped<ReactivateMember>();
        services.AddScoped<ForgetMember>().AddScoped<ForgottenList>().AddScoped<ExportWorkspace>();
        services.AddScoped<CreateTeam>().AddScoped<RenameTeam>().AddScoped<MoveTeam>();
        services.AddScoped<JoinTeam>().AddScoped<LeaveTeam>();
        services.AddScoped<CreateToken>().AddScoped<RevokeToken>();
        services.AddScoped<RenameMyself>().AddScoped<ChangeWorkspace>().AddScoped<SwitchWorkspace>();
        services.AddScoped<ReadTeams>().AddScoped<ReadMembers>().AddScoped<ReadInvitations>().AddScoped<ReadTokens>();
    }

    static void Api(IEndpointRouteBuilder api)
    {
        RenameMyself.Map(api);
        ChangeWorkspace.Map(api);
        ExportWorkspace.Map(api);
        ReadTeams.Map(api);
        CreateTeam.Map(api);
        RenameTeam.Map(api);
        MoveTeam.Map(api);
        JoinTeam.Map(api);
        LeaveTeam.Map(api);
        ReadMembers.Map(api);
        ChangeRole.Map(api);
        DeactivateMember.Map(api);
        ReactivateMember.Map(api);
        ForgetMember.Map(api);
        OfferNewPassword.Map(api);
        ReadInvitations.Map(api);
        InviteMember.Map(api);
        RevokeInvitation.Map(api);
        ReadTokens.Map(api);
        CreateToken.Map(api);
        RevokeToken.Map(api);
    }
}
