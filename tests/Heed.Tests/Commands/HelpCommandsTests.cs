using System.CommandLine;
using Heed.Commands;
using Heed.People;
using Heed.Tests.Listen;
using Heed.Tests.People;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Commands;

/// <summary>Commands for whoever runs this Heed, where nobody inside can help.</summary>
public sealed class HelpCommandsTests
{
    static string Says(Outcome<string> outcome) =>
        outcome.Refused(out var refusal, out var said) ? refusal.Because : said;

    [Fact]
    public async Task A_code_is_printed_until_somebody_has_claimed_and_a_link_for_whoever_signs_in_here()
    {
        await using var world = await Worlds.WithoutWorker();
        await using var scope = world.Services.CreateAsyncScope();
        var (first, second) = (await Code(), await Code());
        Assert.StartsWith("heed_claim_", first);
        Assert.NotEqual(first, second);
        Assert.Equal(
            "Nobody signs in as maya@harborcoffee.example. Look at the address.",
            await Link("maya@harborcoffee.example")
        );
        var maya = await world.Organisation("Harbor Coffee");
        Assert.Equal("This Heed was claimed already. Ask one of its administrators for an invitation.", await Code());
        Assert.Contains(
            "/new-password?code=",
            await Link($" {maya.Email.ToUpperInvariant()} "),
            StringComparison.Ordinal
        );

        async Task<string> Code() => Says(await ClaimCodeCommand.Code(scope.ServiceProvider, default));

        async Task<string> Link(string email) => Says(await NewPasswordCommand.Link(scope.ServiceProvider, email));
    }

    [Fact]
    public async Task A_token_is_for_an_active_member_of_one_workspace()
    {
        await using var world = await Worlds.WithoutWorker();
        var (maya, rival) = (await world.Organisation("Harbor Coffee"), await world.Organisation("Rival Coffee"));
        await rival.Db(db =>
        {
            db.Members.Add(
                new()
                {
                    PersonId = maya.Member.PersonId,
                    Name = "Maya at Rival",
                    Role = Role.Contributor,
                    JoinedAt = world.Clock.GetUtcNow(),
                }
            );
            return db.SaveChangesAsync();
        });
        var both = await Make(maya.Email);
        Assert.StartsWith($"{maya.Email} is in several workspaces: ", both);
        Assert.EndsWith("Name one with --workspace.", both);
        Assert.StartsWith("heed_api_", await Make($" {maya.Email} ", "RIVAL coffee", " READ, write ", days: 365));
        var token = await rival.Db(db => db.ApiTokens.SingleAsync(t => t.Name == "Nightly"));
        Assert.Equal(
            (Scopes.Read | Scopes.Write, world.Clock.GetUtcNow().AddDays(365)),
            (token.Scopes, token.ExpiresAt)
        );
        Assert.Equal(["Maya at Rival made the token Nightly."], await rival.Lines());

        Assert.Equal("--scopes is “”. Give read, or read,write.", await Make(maya.Email, "Rival Coffee", ""));
        Assert.Equal("--days is 366. Give 1 to 365.", await Make(maya.Email, "Rival Coffee", days: 366));
        foreach (var name in (string[])["", "  ", new('x', 201)])
            Assert.Equal(
                "--name: say what will use the token, in 1 to 200 characters.",
                await Make(maya.Email, "Rival Coffee", name: name)
            );
        var guest = await rival.Db(db => db.Members.SingleAsync(m => m.Name == "Maya at Rival"));
        await rival.Says((DeactivateMember act) => act.Run(guest.Id, default));
        Assert.Equal(
            $"There is no active member {maya.Email} in a workspace Rival Coffee. Look at the address, or invite the person first.",
            await Make(maya.Email, "Rival Coffee")
        );
        Assert.StartsWith("heed_api_", await Make(maya.Email));

        async Task<string> Make(
            string email,
            string? workspace = null,
            string scopes = "read",
            int days = 90,
            string name = "Nightly"
        )
        {
            await using var scope = world.Services.CreateAsyncScope();
            return Says(
                await TokenCommand.Create(scope.ServiceProvider, email, workspace, name, scopes, days, default)
            );
        }
    }

    [Theory]
    [InlineData("", "--urls=http://localhost:5000")]
    [InlineData("--port 6000 --data here", "--urls=http://localhost:6000|--Heed:Data=here")]
    [InlineData(
        "--database Host=db --public-url https://heed.example.org --port 65535",
        "--urls=http://localhost:65535|--Heed:PublicUrl=https://heed.example.org|--Heed:Database=Host=db"
    )]
    public void What_is_typed_beside_serve_becomes_settings(string typed, string settings)
    {
        var options = new ServeOptions();
        Command serve = new("serve");
        options.AddTo(serve);
        var parsed = serve.Parse(typed);
        Assert.Empty(parsed.Errors);
        Assert.Equal(settings, string.Join('|', options.Settings(parsed)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("65536")]
    public void A_port_that_nobody_can_listen_on_is_refused(string port)
    {
        var options = new ServeOptions();
        Command serve = new("serve");
        options.AddTo(serve);
        Assert.Equal(
            [$"--port is {port}. Give a port from 1 to 65535."],
            serve.Parse($"--port {port}").Errors.Select(e => e.Message)
        );
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("--data here", "--Heed:Data=here")]
    [InlineData("--database Host=db", "--Heed:Database=Host=db")]
    public void Where_no_database_is_named_it_is_the_one_of_the_settings(string typed, string settings)
    {
        var options = new DatabaseOptions();
        Command migrate = new("migrate");
        options.AddTo(migrate);
        Assert.Equal(settings, string.Join('|', options.Settings(migrate.Parse(typed))));
    }
}
