using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Heed.Kit;
using Heed.Listen;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Listen;
using Heed.Tests.Metrics;
using Heed.Tests.People;

namespace Heed.Tests;

/// <summary>How much of a thing there may be: what docs/limits.md says is what the code does, and is refused in words.</summary>
public sealed partial class LimitsTests
{
    const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    public void The_page_of_limits_says_what_the_code_says()
    {
        var rows = Rows(File.ReadAllText(Path.Combine(Repository.Root, "docs", "limits.md")));
        Assert.True(rows.Count > 30, $"{rows.Count} limits are listed.");
        var wrong = rows.ConvertAll(r => InCode(r.Code) == r.Says ? "" : $"{r.Code}: “{r.Says}”, not {InCode(r.Code)}");
        Assert.All(wrong, Assert.Empty);
        var told = rows.Select(r => r.Code).ToHashSet();
        var settings = typeof(Settings).GetProperties().Select(p => $"Settings.{p.Name}").Where(IsLimit);
        Assert.All(settings, name => Assert.Contains(name, told));
    }

    static bool IsLimit(string name) =>
        name.StartsWith("Settings.Most", StringComparison.Ordinal)
        || name.StartsWith("Settings.Largest", StringComparison.Ordinal);

    [Fact]
    public void Broken_a_row_with_another_number_is_named() =>
        Assert.NotEqual("3", InCode(Assert.Single(Rows("| things | 3 | `Job.MostTries` |\n")).Code));

    static List<(string Says, string Code)> Rows(string page) =>
        [.. Row().Matches(page).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];

    static string InCode(string name)
    {
        var (of, member) = (name.Split('.')[0], name.Split('.')[1]);
        var type = typeof(Settings)
            .Assembly.GetTypes()
            .Single(t => t.Name == of && t.GetMember(member, Any).Length > 0);
        object? value = type.GetMember(member, Any)[0] switch
        {
            FieldInfo { IsLiteral: true } constant => constant.GetRawConstantValue(),
            FieldInfo field => field.GetValue(null),
            PropertyInfo property => property.GetValue(new Settings()),
            _ => null,
        };
        return value switch
        {
            TimeSpan { Days: > 1 } time => Format.Count(time.Days, "day"),
            TimeSpan { TotalMinutes: < 60 } time => Format.Count(time.Minutes, "minute"),
            TimeSpan { TotalDays: 1 } => member == "Kept" ? "24 hours" : "1 day",
            long or int when Convert.ToInt64(value, CultureInfo.InvariantCulture) is var n => n >= 1 << 20
            && n % (1 << 20) == 0
                ? $"{n >> 20} MB"
                : Format.Count(n),
            _ => $"{value}",
        };
    }

    [GeneratedRegex(@"^\| [^|]+ \| ([^|]+) \| `(\w+\.\w+)` \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    static async Task<Cast> House(World world) => await world.Organisation("Harbor Coffee");

    [Fact]
    public async Task A_workspace_that_is_full_refuses_more_in_a_sentence_that_says_who_can_raise_it()
    {
        await using var world = await World.Start(
            Worlds.Idle,
            "--Heed:MostMembers=2",
            "--Heed:MostInvitations=1",
            "--Heed:MostTokens=2",
            "--Heed:MostTeams=2",
            "--Heed:MostMetrics=1"
        );
        var maya = await House(world);
        Assert.Equal("", await maya.Says((CreateTeam make) => make.Run(new() { Name = "Roastery" }, default)));
        await Full<CreateTeam, Team>(
            maya,
            make => make.Run(new() { Name = "Bakery" }, default),
            "2 teams",
            "MostTeams"
        );
        Assert.Equal("", await maya.Says((CreateToken make) => make.Run(new() { Name = "Till" }, default)));
        await Full<CreateToken, TokenMade>(
            maya,
            make => make.Run(new() { Name = "Till" }, default),
            "2 tokens of one member",
            "MostTokens"
        );
        await maya.Metric();
        await Full<DefineMetric, Metric>(
            maya,
            define => define.Run(SampleMeasurements.Asked("Waiting"), default),
            "1 metric in use",
            "MostMetrics"
        );
        var noa = await maya.Do<InviteMember, InvitationMade>(invite => invite.Run(Asked("noa"), default));
        // A newer one for the same address takes the place of the older one.
        noa = await maya.Do<InviteMember, InvitationMade>(invite => invite.Run(Asked("noa"), default));
        await Full<InviteMember, InvitationMade>(
            maya,
            invite => invite.Run(Asked("ben"), default),
            "1 open invitation",
            "MostInvitations"
        );
        var cleo = await world.Colleague(maya, "Cleo", Role.Viewer);
        await Full<InviteMember, InvitationMade>(
            maya,
            invite => invite.Run(Asked("noa"), default),
            "2 active members",
            "MostMembers"
        );
        await Full<RedeemInvitation, Person>(
            maya,
            redeem =>
                redeem.Run(
                    noa.Link!.Split('/')[^1],
                    new()
                    {
                        Email = "noa@harbor.example",
                        Name = "Noa",
                        Password = Cast.Password,
                    },
                    default
                ),
            "2 active members",
            "MostMembers"
        );
        await maya.Do<DeactivateMember, Done>(leave => leave.Run(cleo.Member.Id, default));
        await world.Colleague(maya, "Ben", Role.Viewer);
        await Full<ReactivateMember, Done>(
            maya,
            back => back.Run(cleo.Member.Id, default),
            "2 active members",
            "MostMembers"
        );
    }

    static InviteRequest Asked(string name) => new() { Email = $"{name}@harbor.example", Role = Role.Viewer };

    [Fact]
    public async Task What_is_imported_has_a_quota_of_rows_of_surveys_and_of_bytes_under_way()
    {
        await using var world = await World.Start(
            null,
            "--Heed:MostSurveys=1",
            "--Heed:MostResponses=10",
            "--Heed:MostImportFiles=1"
        );
        var maya = await House(world);
        var guests = new Mapping
        {
            Columns = [new("id", ColumnUse.Identity), new("nps", ColumnUse.Recommend, "Would recommend")],
            On = new(2035, 2, 1),
        };
        await world.Bring(maya, Rows(0, 6), guests);
        await Full<TakeFile, Import>(
            maya,
            take => take.Run(new MemoryStream(new byte[(2 << 20) - 1]), "large.csv", default),
            "1 megabyte of files under way",
            "MostImportFiles"
        );
        await Refused(Rows(6, 6), "Guests", "10 responses", "MostResponses");
        await Refused(Rows(6, 4), "Staff", "1 survey", "MostSurveys");
        await world.Bring(maya, Rows(6, 4), guests);
        var survey = await world.As(
            maya,
            s =>
                Microsoft
                    .Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<HeedDb>(s)
                    .Surveys.SingleAsync()
        );
        await Full<ReceiveResponses, ResponsesReceipt>(
            maya,
            receive =>
                receive.Run(
                    survey.Id,
                    [
                        new()
                        {
                            Id = "late",
                            Answers = new() { ["Would recommend"] = "9" },
                        },
                    ],
                    default
                ),
            "10 responses",
            "MostResponses"
        );

        async Task Refused(Stream file, string into, string says, string setting)
        {
            var import = await world.Take(maya, file);
            await world.Map(maya, import, guests, into);
            await world.Settle(maya, import.Id);
            await Full<StartImport, Import>(maya, start => start.Run(import.Id, default), says, setting);
        }
    }

    static Stream Rows(int from, int count) =>
        SampleImports.Csv("id,nps\n" + string.Concat(Enumerable.Range(from, count).Select(i => $"r{i},{i % 11}\n")));

    static async Task Full<TUse, T>(Cast who, Func<TUse, Task<Outcome<T>>> act, string says, string setting)
        where TUse : notnull
        where T : notnull
    {
        var said = await who.Says(act);
        Assert.StartsWith($"A workspace may have {says} here, and this would be more.", said);
        Assert.EndsWith($"ask whoever runs this server to raise Heed:{setting}.", said);
    }
}
