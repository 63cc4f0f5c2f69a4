using Heed.Customers;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Customers;

public sealed class WriteCustomerGroupTests
{
    static CustomerGroupRequest Asked(string name, string? steps = null, CustomerKind kind = CustomerKind.External) =>
        new()
        {
            Name = name,
            Kind = kind,
            JourneySteps = steps,
            Description = "  They come often. ",
        };

    static Task<CustomerGroup> Named(Cast by, string name, string? steps = null) =>
        by.Do<WriteCustomerGroup, CustomerGroup>(w => w.Create(Asked(name, steps), default));

    static Task<CustomerGroupView?> Seen(Cast by, CustomerGroup group) =>
        by.World.As(by, s => s.GetRequiredService<ReadCustomers>().Of(group.Id, default));

    static Task<List<string>> Told(Cast by, CustomerGroup of) =>
        by.World.As(
            by,
            async s =>
                (
                    await s.GetRequiredService<HeedDb>()
                        .Entries.Where(e => e.Kind == nameof(CustomerGroup) && e.SubjectId == of.Id.Value)
                        .ToListAsync()
                )
                    .OrderBy(e => e.At)
                    .Select(e => $"{e.Act}: {e.Sentence}")
                    .ToList()
        );

    [Fact]
    public async Task A_name_is_free_again_when_its_group_is_removed_and_then_keeps_it_from_coming_back()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var group = await Named(maya, " Regulars ", " orders \r\n\r\n waits\n orders\n");
        var view = await Seen(maya, group);
        Assert.Equal(("Regulars", "They come often."), (view!.Name, view.Description));
        Assert.Equal(["orders", "waits"], view.JourneySteps.Select(s => s.Name));
        Assert.Equal(
            "There is a customer group called Regulars already. Change that one, or choose another name.",
            await maya.Refused<WriteCustomerGroup, CustomerGroup>(w => w.Create(Asked("Regulars "), default))
        );
        // The name that it has already is its own.
        await Step(() =>
            maya.Do<WriteCustomerGroup, CustomerGroup>(w =>
                w.Change(group.Id, Asked("Regulars", kind: CustomerKind.Partner), default)
            )
        );
        view = await Seen(maya, group);
        Assert.Equal((CustomerKind.Partner, 0), (view!.Kind, view.JourneySteps.Count));

        await Step(() => Turn(r => r.Run(group.Id, default)));
        await Step(() => Turn(r => r.Run(group.Id, default)));
        Assert.Null(await Seen(maya, group));
        Assert.Equal(
            404,
            (
                await maya.RefusalOf<WriteCustomerGroup, CustomerGroup>(w =>
                    w.Change(group.Id, Asked("Guests"), default)
                )
            ).Status
        );
        var heir = await Named(maya, "Regulars");
        Assert.Equal(
            "There is another customer group called Regulars by now. Rename that one first.",
            await maya.Refused<RemoveCustomerGroup, Done>(r => r.Undo(group.Id, default))
        );
        await maya.Do<WriteCustomerGroup, CustomerGroup>(w => w.Change(heir.Id, Asked("Guests"), default));
        await Step(() => Turn(r => r.Undo(group.Id, default)));
        await Step(() => Turn(r => r.Undo(group.Id, default)));
        Assert.Equal(CustomerKind.Partner, (await Seen(maya, group))!.Kind);
        Assert.Equal(
            [
                "create: Maya named the customer group Regulars.",
                "change: Maya changed the customer group Regulars.",
                "remove: Maya removed the customer group Regulars.",
                "restore: Maya brought back the customer group Regulars.",
            ],
            await Told(maya, group)
        );

        Task<Done> Turn(Func<RemoveCustomerGroup, Task<Outcome<Done>>> act) => maya.Do(act);

        async Task Step<T>(Func<Task<T>> act)
        {
            world.Clock.Move(TimeSpan.FromMinutes(1));
            await act();
        }
    }

    [Fact]
    public async Task A_team_begins_and_ends_to_serve_once_and_only_for_itself()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var group = await Named(maya, "Regulars");
        var roastery = await world.As(
            maya,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                var (below, alone) = (new Team { Name = "Night shift" }, new Team { Name = "Roastery" });
                below.MoveUnder(maya.Team.Id, new Dictionary<Id<Team>, Id<Team>?>());
                db.AddRange(below, alone);
                await db.SaveChangesAsync();
                return alone;
            }
        );
        // A question to the leaves of the tree: who has teams below is served for by them.
        Assert.Equal(["Night shift", "Roastery"], await Idle());

        await Step(a => a.Begin(group.Id, roastery.Id, default));
        await Step(a => a.Begin(group.Id, roastery.Id, default));
        await Step(a => a.Begin(group.Id, maya.Team.Id, default));
        Assert.Equal(["Checkout", "Roastery"], (await Seen(maya, group))!.ServedBy.Select(t => t.Name));
        Assert.Equal(["Night shift"], await Idle());
        await Step(a => a.End(group.Id, roastery.Id, default));
        Assert.Equal(
            [
                "create: Maya named the customer group Regulars.",
                "serve: Roastery serves Regulars, says Maya.",
                "serve: Checkout serves Regulars, says Maya.",
                "serve: Roastery no longer serves Regulars, says Maya.",
            ],
            await Told(maya, group)
        );

        (Func<AssignTeam, Task<Outcome<Done>>> Act, string Says)[] wrong =
        [
            (a => a.End(group.Id, roastery.Id, default), "There is no such assignment here."),
            (a => a.Begin(group.Id, Id<Team>.New(), default), "There is no such team here."),
            (a => a.Begin(Id<CustomerGroup>.New(), roastery.Id, default), "There is no such customer group here."),
        ];
        foreach (var (act, says) in wrong)
            Assert.StartsWith(says, await maya.Refused(act));
        var cleo = await world.Colleague(maya, "Cleo", Role.Contributor);
        foreach (
            var act in new Func<AssignTeam, Task<Outcome<Done>>>[]
            {
                a => a.Begin(group.Id, roastery.Id, default),
                a => a.End(group.Id, maya.Team.Id, default),
            }
        )
            Assert.Equal(
                "Only an administrator or a member of the team may say whom it serves.",
                await cleo.Refused(act)
            );

        // Who serves a group that is there no more serves nobody.
        await maya.Do<RemoveCustomerGroup, Done>(r => r.Run(group.Id, default));
        Assert.Equal(["Night shift", "Roastery"], await Idle());
        Assert.StartsWith(
            "There is no such customer group here.",
            await maya.Refused<AssignTeam, Done>(a => a.Begin(group.Id, roastery.Id, default))
        );
        await maya.Do<RemoveCustomerGroup, Done>(r => r.Undo(group.Id, default));
        Assert.Equal(["Checkout"], (await Seen(maya, group))!.ServedBy.Select(t => t.Name));

        Task<Done> Step(Func<AssignTeam, Task<Outcome<Done>>> act)
        {
            world.Clock.Move(TimeSpan.FromMinutes(1));
            return maya.Do(act);
        }

        Task<List<string>> Idle() =>
            world.As(
                maya,
                async s =>
                    (await s.GetRequiredService<ReadCustomers>().TeamsThatServeNobody(default))
                        .Select(t => t.Name)
                        .Order()
                        .ToList()
            );
    }

    [Fact]
    public async Task Whoever_may_only_read_sees_groups_and_no_way_to_change_them()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (group, gone) = (await Named(maya, "Regulars", "orders"), await Named(maya, "Tourists"));
        await maya.Do<RemoveCustomerGroup, Done>(r => r.Run(gone.Id, default));
        var sam = await world.Colleague(maya, "Sam", Role.Viewer);
        Refusal[] refused =
        [
            await sam.RefusalOf<WriteCustomerGroup, CustomerGroup>(w => w.Create(Asked("Guests"), default)),
            await sam.RefusalOf<WriteCustomerGroup, CustomerGroup>(w => w.Change(group.Id, Asked("Guests"), default)),
            await sam.RefusalOf<RemoveCustomerGroup, Done>(r => r.Run(group.Id, default)),
            await sam.RefusalOf<RemoveCustomerGroup, Done>(r => r.Undo(gone.Id, default)),
        ];
        Assert.All(
            refused,
            r =>
                Assert.Equal(
                    (403, "You may read here, not write. Ask an administrator for the role Contributor."),
                    (r.Status, r.Because)
                )
        );
        var browser = await sam.Browser();
        var page = await browser.Page($"/customers/{group.Id}");
        Assert.Contains("orders", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form, main a[href$='/edit']"));
        // What somebody else removed is not told to whom cannot bring it back.
        var list = (await browser.Page($"/customers?removed={gone.Id}")).QuerySelector("main")!;
        Assert.DoesNotContain("Tourists", list.TextContent, StringComparison.Ordinal);
        Assert.Empty(list.QuerySelectorAll("a[href='/customers/new']"));
        foreach (var address in new[] { "/customers/new", $"/customers/{group.Id}/edit" })
            Assert.Empty((await browser.Page(address)).QuerySelectorAll("main form"));

        // Nobody of another workspace finds it, and neither does a search what is removed.
        var noor = await world.Organisation("Tea House", "Noor");
        Assert.Null(await Seen(noor, group));
        Assert.Equal(404, (await noor.RefusalOf<RemoveCustomerGroup, Done>(r => r.Run(group.Id, default))).Status);
        Assert.Empty(await Search(maya, "tour"));
        Assert.Equal(
            new Found("Customer group", "Regulars", $"/customers/{group.Id}", "External"),
            Assert.Single(await Search(maya, " REGUL "))
        );

        static Task<IReadOnlyList<Found>> Search(Cast by, string words) =>
            by.World.As(
                by,
                s => s.GetServices<ISearchSource>().OfType<CustomerSearch>().Single().Search(words, 5, default)
            );
    }
}
