using Heed.People;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.People;

[Collection(nameof(IdleWorld))]
public sealed class ReadMembersTests(IdleWorld one)
{
    [Fact]
    public async Task They_are_found_by_any_part_of_their_name_and_those_who_left_are_not_chosen_from()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        var tom = await world.Colleague(maya, "Tom", Role.Viewer);
        var ana = await world.Colleague(maya, "Ana", Role.Viewer);
        await ana.Says((RenameMyself rename) => rename.Run(new() { Name = "Ana_50%" }, default));
        await maya.Says((DeactivateMember act) => act.Run(ana.Member.Id, default));
        await one.Organisation("Rival Coffee", "Tomás");

        Assert.Equal(["Tom"], await Found(" TOM "));
        Assert.Equal(["Ana_50%"], await Found("%"));
        Assert.Equal(["Ana_50%"], await Found("a_5"));
        Assert.Equal(["Ana_50%", "Maya"], await Found("a"));
        Assert.Empty(await Found("M__A"));
        Assert.Equal(["Ana_50%", "Maya", "Tom"], await Found(""));
        Assert.Equal(3, (await Found(null, page: -1)).Count);
        Assert.Empty(await Found(null, page: 2));

        var active = await world.As(maya, s => s.GetRequiredService<ReadMembers>().Active(default));
        Assert.Equal([("Maya", maya.Email), ("Tom", tom.Email)], active.Select(m => (m.Name, m.Email)));

        async Task<List<string>> Found(string? words, int page = 1)
        {
            var (members, all) = await world.As(
                maya,
                s => s.GetRequiredService<ReadMembers>().Page(words, page, default)
            );
            if (page < 2)
                Assert.Equal(all, members.Count);
            return [.. members.Select(m => m.Name)];
        }
    }

    [Fact]
    public async Task One_sees_ones_own_address_and_the_names_of_all_who_were_ever_here()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        var tom = await world.Colleague(maya, "Tom", Role.Contributor);
        var rival = await one.Organisation("Rival Coffee");
        var seen = await world.As(tom, s => s.GetRequiredService<ReadMembers>().Active(default));
        Assert.Equal([null, tom.Email], seen.Select(m => m.Email));
        Assert.Null((await Of(maya.Member.Id))!.Email);
        Assert.Null(await Of(rival.Member.Id));

        Id<Member>[] ids = [tom.Member.Id, rival.Member.Id, tom.Member.Id, Id<Member>.New()];
        var names = await world.As(tom, s => s.GetRequiredService<ReadMembers>().Names(ids, default));
        Assert.Equal(["Tom", "A former member", "Tom", "A former member"], ids.Select(id => names[id]));

        Task<MemberView?> Of(Id<Member> id) => world.As(tom, s => s.GetRequiredService<ReadMembers>().Of(id, default));
    }
}
