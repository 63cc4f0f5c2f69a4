using Heed.Aim;
using Heed.People;
using Heed.Storage;
using Heed.Tests.People;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Storage;

/// <summary>What every row passes on its way into the database and out of it.</summary>
[Collection(nameof(IdleWorld))]
public sealed class RowsOfAWorkspaceTests(IdleWorld one)
{
    [Fact]
    public async Task A_row_is_stamped_with_the_workspace_that_was_entered_and_none_goes_into_another()
    {
        var world = one.World;
        var (harbor, rival) = (await one.Organisation("Harbor Coffee"), await one.Organisation("Rival Coffee"));
        var team = new Team { Name = "Roastery" };
        await harbor.Db(db => Add(db, team));
        Assert.Equal(harbor.Workspace.Id, team.WorkspaceId);
        Assert.Null(await rival.Db(db => db.Teams.SingleOrDefaultAsync(t => t.Id == team.Id)));

        var theirs = new Team { Name = "Theirs", WorkspaceId = rival.Workspace.Id };
        await Foreign(harbor.Db(db => Add(db, theirs)));
        await Foreign(
            harbor.Db(async db =>
            {
                var found = await db.Teams.IgnoreQueryFilters().SingleAsync(t => t.Id == rival.Team.Id);
                found.Name = "Ours";
                return await db.SaveChangesAsync();
            })
        );
        await Foreign(
            harbor.Db(async db =>
            {
                db.Remove(await db.Teams.IgnoreQueryFilters().SingleAsync(t => t.Id == rival.Team.Id));
                return await db.SaveChangesAsync();
            })
        );
        await using var nowhere = world.Services.CreateAsyncScope();
        await Foreign(Add(nowhere.ServiceProvider.GetRequiredService<HeedDb>(), new Team { Name = "Nobody's" }));
        Assert.Equal("Checkout", await rival.Db(db => db.Teams.Select(t => t.Name).SingleAsync()));

        static async Task Foreign(Task<int> saving) =>
            Assert.Equal(
                "A Team of another workspace was about to be saved.",
                (await Assert.ThrowsAsync<InvalidOperationException>(() => saving)).Message
            );
    }

    [Fact]
    public async Task Each_edit_by_people_is_a_version_and_an_older_one_is_not_saved_over_it()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        Assert.Equal((0, 1, 2), (await Version(), await Rename("Till"), await Rename("Bar")));
        Assert.Equal(2, await Rename("Bar"));
        await maya.Db(async db =>
        {
            var team = await db.Teams.SingleAsync(t => t.Id == maya.Team.Id);
            await db.Teams.Where(t => t.Id == team.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.Version, 3));
            team.Name = "Over it";
            return await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        });

        Task<int> Version() =>
            maya.Db(db => db.Teams.Where(t => t.Id == maya.Team.Id).Select(t => t.Version).SingleAsync());

        async Task<int> Rename(string name)
        {
            await maya.Says((RenameTeam rename) => rename.Run(maya.Team.Id, new() { Name = name }, default));
            return await Version();
        }
    }

    [Fact]
    public async Task What_was_said_cannot_be_changed_and_what_Heed_notes_by_itself_is_no_version()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        var comment = await world.As(maya, s => SampleAim.Comment(s, maya));
        var keyResult = await world.As(maya, s => SampleAim.KeyResult(s, maya));
        await maya.Db(async db =>
        {
            var said = await db.Comments.SingleAsync(c => c.Id == comment.Id);
            db.Entry(said).Property(c => c.Text).CurrentValue = "Never said";
            var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            Assert.Contains("Comment.Text", problem.Message, StringComparison.Ordinal);
            return 0;
        });
        var noted = await maya.Db(async db =>
        {
            var kept = await db.KeyResults.SingleAsync(k => k.Id == keyResult.Id);
            var before = kept.Version;
            db.Entry(kept).Property(k => k.CheckedInAt).CurrentValue = world.Clock.GetUtcNow();
            await db.SaveChangesAsync();
            var alone = kept.Version - before;
            db.Entry(kept).Property(k => k.CheckedInAt).CurrentValue = null;
            db.Entry(kept).Property(nameof(KeyResult.Target)).CurrentValue = 21.0;
            await db.SaveChangesAsync();
            return (alone, kept.Version - before);
        });
        Assert.Equal((0, 1), noted);
    }

    [Fact]
    public async Task A_save_that_collides_is_planned_anew_a_few_times_and_never_within_a_transaction()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        Assert.Equal((null, 3), await Plan(plans: 3));
        Assert.Equal(("It is full.", 1), await Plan(plans: 3, refuseAt: 1));
        await Assert.ThrowsAsync<DbUpdateException>(() => Plan(plans: 99));
        await Assert.ThrowsAsync<DbUpdateException>(() => Plan(plans: 3, within: true));

        // A second membership of the same member in the same team collides; the last plan leaves it out.
        Task<(string?, int)> Plan(int plans, int refuseAt = 0, bool within = false) =>
            maya.Db(async db =>
            {
                // The member who came in has the membership in hand already.
                db.ChangeTracker.Clear();
                await using var act = within ? await db.Database.BeginTransactionAsync() : null;
                var (again, asked) = (Membership(), 0);
                db.TeamMemberships.Add(again);
                var refusal = await db.SaveOrPlanAgain(
                    () =>
                    {
                        db.Entry(again).State = EntityState.Detached;
                        if (++asked == refuseAt)
                            return Task.FromResult<Refusal?>(new Refusal("It is full."));
                        if (asked < plans)
                            db.TeamMemberships.Add(again = Membership());
                        return Task.FromResult<Refusal?>(null);
                    },
                    default
                );
                return (refusal?.Because, asked);
            });

        TeamMembership Membership() =>
            new()
            {
                TeamId = maya.Team.Id,
                MemberId = maya.Member.Id,
                Role = TeamRole.Coach,
            };
    }

    [Fact]
    public async Task Of_many_whose_saves_collide_one_plans_anew_at_a_time()
    {
        var maya = await one.Organisation("Harbor Coffee");
        var (planning, most, planned) = (0, 0, 0);
        await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ =>
                    Task.Run(() =>
                        maya.Db(async db =>
                        {
                            db.ChangeTracker.Clear();
                            var again = new TeamMembership
                            {
                                TeamId = maya.Team.Id,
                                MemberId = maya.Member.Id,
                                Role = TeamRole.Coach,
                            };
                            db.TeamMemberships.Add(again);
                            return await db.SaveOrPlanAgain(() => Plan(db, again), default);
                        })
                    )
                )
        );
        Assert.Equal((1, 6), (most, planned));

        async Task<Refusal?> Plan(HeedDb db, TeamMembership collided)
        {
            db.Entry(collided).State = EntityState.Detached;
            var now = Interlocked.Increment(ref planning);
            // Long enough for the other five to come meanwhile, were they let in.
            await Task.Delay(50);
            most = Math.Max(most, now);
            planned++;
            Interlocked.Decrement(ref planning);
            return null;
        }
    }

    [Fact]
    public async Task What_a_failed_save_left_is_let_go_of_but_for_the_key_of_the_call()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        await maya.Db(async db =>
        {
            db.Teams.Add(new Team { Name = "Let go" });
            db.IdempotencyKeys.Add(
                new()
                {
                    MemberId = maya.Member.Id,
                    Key = "one",
                    Call = [1],
                    ClaimedAt = world.Clock.GetUtcNow(),
                }
            );
            db.Forget();
            return await db.SaveChangesAsync();
        });
        Assert.Equal(["Checkout"], await maya.Db(db => db.Teams.Select(t => t.Name).ToListAsync()));
        Assert.Equal("one", await maya.Db(db => db.IdempotencyKeys.Select(k => k.Key).SingleAsync()));
    }

    [Fact]
    public async Task Names_are_found_whatever_the_case_of_their_letters()
    {
        Assert.SkipUnless(
            TestDatabase.Postgres is null,
            "A PostgreSQL of the locale C knows only the letters of ASCII."
        );
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        await maya.Db(db => Add(db, new Team { Name = "Österreich ÉCLAIR" }));
        foreach (var words in (string[])["Österreich", "österreich", "ÖSTERREICH", "éclair"])
            Assert.Single(
                await world.As(maya, s => ActivatorUtilities.CreateInstance<TeamSearch>(s).Search(words, 5, default))
            );
        Assert.Null(await maya.Db(db => db.Database.SqlQuery<string?>($"SELECT lower(NULL) AS Value").SingleAsync()));
    }

    static async Task<int> Add(HeedDb db, Team team)
    {
        db.Teams.Add(team);
        return await db.SaveChangesAsync();
    }
}
