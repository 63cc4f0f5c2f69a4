using Heed.Commands;
using Heed.People;
using Heed.Tests.Listen;
using Heed.Tests.People;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Commands;

/// <summary>As whom <c>heed import</c> acts, and into which workspace.</summary>
public sealed class ImportRunTests
{
    [Fact]
    public async Task It_acts_as_the_first_active_administrator_of_the_workspace_that_is_named()
    {
        await using var world = await Worlds.WithoutWorker();
        Assert.Equal(
            "Nobody has claimed this Heed yet. Start it with “heed serve” and claim it first.",
            await Enters(null)
        );
        var maya = await world.Organisation("Harbor Coffee");
        Assert.Equal("Maya of Harbor Coffee", await Enters(null));
        world.Clock.Move(TimeSpan.FromDays(1));
        await world.Colleague(maya, "Cleo", Role.Contributor);
        var tom = await world.Colleague(maya, "Tom", Role.Admin);
        Assert.Equal("Maya of Harbor Coffee", await Enters("Harbor Coffee"));
        await tom.Says((DeactivateMember act) => act.Run(maya.Member.Id, default));
        Assert.Equal("Tom of Harbor Coffee", await Enters("Harbor Coffee"));

        await world.Organisation("Rival Coffee", "Rita");
        Assert.Equal("There are several workspaces. Say which one with --workspace NAME.", await Enters(null));
        Assert.Equal("There is no workspace “Attic”.", await Enters("Attic"));
        Assert.Equal("Rita of Rival Coffee", await Enters("Rival Coffee"));
        await maya.Db(db => db.Members.ExecuteUpdateAsync(set => set.SetProperty(m => m.Role, Role.Viewer)));
        Assert.Equal(
            "“Harbor Coffee” has no active administrator, and imports need one.",
            await Enters("Harbor Coffee")
        );

        async Task<string> Enters(string? name)
        {
            await using var scope = world.Services.CreateAsyncScope();
            if ((await ImportRun.Enter(scope.ServiceProvider, name, default)).Refused(out var refusal))
                return refusal.Because;
            var visit = scope.ServiceProvider.GetRequiredService<Visit>();
            return $"{visit.Member!.Name} of {visit.Workspace!.Name}";
        }
    }
}
