using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Waste;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

public sealed class TakeControlsTests
{
    const string Table = """
        Control;Asks;Why;Requirement;Source;Clause;Binding;Watched from;Cases
        Two signatures;Two people sign;A crate was missing;Stock rules;House book;4.1;own policy;2033-01-02;1200
        Two signatures;;;Fraud act;Fraud act;§ 7;law;;
        Signed sheet;The guest signs;;;;;;;
        """;

    static Task<Outcome<ControlsReceipt>> Take(Cast cast, string text, bool sure = true) =>
        cast.World.As(cast, s => s.GetRequiredService<TakeControls>().Run(cast.Team.Id, text, sure, default));

    static async Task<string> Because(Cast cast, string text) =>
        (await Take(cast, text)).Refused(out var no) ? no.Because : "";

    [Fact]
    public async Task A_table_is_looked_at_first_then_states_each_control_once_with_all_that_demands_it()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        Assert.False((await Take(maya, Table, sure: false)).Refused(out _, out var seen));
        Assert.Equal(["Two signatures", "Signed sheet"], seen.Added);
        Assert.Equal(2, seen.Requirements);
        Assert.Empty(await world.As(maya, s => s.GetRequiredService<ReadControls>().Register(default)));

        Assert.False((await Take(maya, Table)).Refused(out _, out var receipt));
        Assert.Equal(2, receipt.Added.Count);
        var practices = await world.As(
            maya,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Practices.Where(p => p.Kind == PracticeKind.Control)
                    .OrderBy(p => p.Name)
                    .ToListAsync()
        );
        var sheet = await maya.Card(practices[0]);
        Assert.Equal(
            ("The guest signs", "The table it came from does not say why."),
            (sheet.Control!.Asks, sheet.Practice.Reason)
        );
        Assert.Empty(sheet.Requirements);
        var two = await maya.Card(practices[1]);
        Assert.Equal((new DateOnly(2033, 1, 2), 1200L), (two.Control!.WatchedFrom, two.Control.Cases));
        Assert.Equal(
            [("Fraud act", "§ 7", Binding.Law), ("Stock rules", "4.1", Binding.OwnPolicy)],
            two.Requirements.Select(r => (r.Name, r.Clause, r.Binding))
        );

        Assert.False((await Take(maya, Table)).Refused(out _, out var again));
        Assert.Equal((0, 2, 0), (again.Added.Count, again.Known.Count, again.Requirements));
    }

    [Theory]
    [InlineData("", "Choose a file, or paste the rows.")]
    [InlineData("control,asks", "The table has no row below its head.")]
    [InlineData("name,what\na,b", "Row 1 names no column “asks”")]
    [InlineData("control,name,asks\na,b,c", "Two columns of the head mean the control")]
    [InlineData("control,asks\n,Sign", "Row 2 names no control.")]
    [InlineData("control,asks\nTwo,", "Row 2 (“Two”): Say what people must do.")]
    [InlineData("control,asks,binding\nTwo,Sign,gospel", "Row 2 is held by “gospel”. Write law")]
    [InlineData(
        "control,asks,requirement\nTwo,Sign,Stock rules",
        "Row 2 (“Two”) is demanded by “Stock rules”, which is not on the register"
    )]
    [InlineData("control,asks,cases\nTwo,Sign,some", "Row 2 has “some” cases")]
    [InlineData("control,asks,since\nTwo,Sign,2033-01-02x", "Row 2 is watched from")]
    [InlineData("control,asks,since\nTwo,Sign,2199-01-02", "Row 2 (“Two”): This day is still to come.")]
    [InlineData("control,asks,cases\nTwo,Sign,9", "Row 2 (“Two”): Say since when")]
    [InlineData("control,asks\nTwo,Sign,more", "Row 2 has 3 cells where the first row has 2")]
    public async Task What_is_wrong_with_a_table_is_said_with_its_row_and_nothing_is_kept(string text, string because)
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        Assert.StartsWith(because, await Because(maya, text), StringComparison.Ordinal);
        Assert.Empty(await world.As(maya, s => s.GetRequiredService<ReadControls>().Register(default)));
    }

    [Fact]
    public async Task A_requirement_is_named_by_its_clause_or_its_name_where_there_are_too_many_to_choose_from()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var first = await maya.Do<WriteRequirement, Requirement>(w =>
            w.Run(
                new()
                {
                    Name = "Accounts by machine",
                    Clause = "AC-2(1)",
                    Binding = Binding.Standard,
                },
                default
            )
        );
        var second = await maya.Requirement(Binding.Habit, "Stock rules");
        var asked = SampleControls.Asked(maya);
        asked.Besides = "ac-02.01\nstock RULES\n";
        var control = await maya.Do<WriteControl, Practice>(w => w.Run(asked, default));
        Assert.Equal([first.Id, second.Id], (await maya.Card(control)).Requirements.Select(r => r.Id));
        asked.Besides = "AC-3";
        Assert.StartsWith(
            "“AC-3” is no requirement here",
            await maya.Refused<WriteControl, Practice>(w => w.Run(asked, default)),
            StringComparison.Ordinal
        );
    }
}
