using Heed.Metrics;
using Heed.People;
using Heed.Shell;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Heed.Demo;

/// <summary>
/// Harbor Coffee: a year of a believable company, lived through the product's own use cases with a clock of its own, so
/// that no rule is bent for it. It is a workspace by itself: every row in it is sample, and all of it goes in one act.
/// </summary>
public static class SampleOrganisation
{
    public const string Email = "maya@harbor.example";
    public const string Password = "harbor coffee";
    const string Name = "Harbor Coffee";

    /// <summary>Lays it into a database where nobody is yet. False where somebody is.</summary>
    public static async Task<Outcome<bool>> Lay(string[] settings, CancellationToken stop)
    {
        var now = TimeProvider.System.GetUtcNow();
        var clock = new SampleClock(now);
        var built = Server.Build(
            settings,
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            }
        );
        if (built.Refused(out var refusal, out var app))
            return refusal;
        await using (app)
        {
            if ((await Server.Prepare(app, stop)).Refused(out refusal))
                return refusal;
            await using (var scope = app.Services.CreateAsyncScope())
            {
                if (await scope.ServiceProvider.GetRequiredService<HeedDb>().Workspaces.AnyAsync(stop))
                    return false;
            }
            await new SampleYear(app.Services, clock, now.UtcDay()).Live(stop);
        }
        return true;
    }

    /// <summary>The people of the sample, and the teams they are in.</summary>
    internal static async Task<SampleCast> Found(IServiceProvider services, TimeProvider clock, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HeedDb>();
        var visit = scope.ServiceProvider.GetRequiredService<Visit>();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var now = clock.GetUtcNow();
        var workspace = new Workspace
        {
            Name = Name,
            TimeZone = "Europe/Vienna",
            CreatedAt = now,
            SampleSince = now,
        };
        db.Workspaces.Add(workspace);
        visit.Enter(workspace, null);

        Team company = new() { Name = Name },
            counter = new() { Name = "Counter" },
            delivery = new() { Name = "Delivery" },
            wholesale = new() { Name = "Wholesale" };
        foreach (var team in new[] { counter, delivery, wholesale })
            team.MoveUnder(company.Id, new Dictionary<Id<Team>, Id<Team>?>());
        db.Teams.AddRange(company, counter, delivery, wholesale);

        async Task<Member> Join(string name, string email, Role role, params (Team Team, TeamRole Role)[] teams)
        {
            var person = Person.At(email);
            // Published on purpose, so past the rules for passwords; whoever removes the sample is asked for another.
            person.PasswordHash = people.PasswordHasher.HashPassword(person, Password);
            (await people.CreateAsync(person)).Surely();
            var member = new Member
            {
                PersonId = person.Id,
                Name = name,
                Role = role,
                JoinedAt = now,
            };
            db.Members.Add(member);
            foreach (var (team, place) in teams)
                db.TeamMemberships.Add(
                    new TeamMembership
                    {
                        TeamId = team.Id,
                        MemberId = member.Id,
                        Role = place,
                    }
                );
            return member;
        }

        var maya = await Join("Maya", Email, Role.Admin, (counter, TeamRole.Lead), (company, TeamRole.Member));
        var jonas = await Join("Jonas", "jonas@harbor.example", Role.Contributor, (delivery, TeamRole.Lead));
        var priya = await Join("Priya", "priya@harbor.example", Role.Contributor, (wholesale, TeamRole.Lead));
        await Join(
            "Aiko",
            "aiko@harbor.example",
            Role.Contributor,
            (counter, TeamRole.Member),
            (delivery, TeamRole.Coach)
        );
        await Join("Sam", "sam@harbor.example", Role.Viewer, (company, TeamRole.Lead));
        await db.SaveChangesAsync(stop);
        return new SampleCast(workspace, maya, jonas, priya, company.Id, counter.Id, delivery.Id, wholesale.Id);
    }
}

sealed record SampleCast(
    Workspace Workspace,
    Member Maya,
    Member Jonas,
    Member Priya,
    Id<Team> Company,
    Id<Team> Counter,
    Id<Team> Delivery,
    Id<Team> Wholesale
);
