using Heed.Listen;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>What may be said of a file, by whom, and what stands against it.</summary>
public sealed class MapImportTests(IdleWorld one) : IClassFixture<IdleWorld>
{
    internal const string Answers = "nps,region,said\n9,North,fine\n10,South,good\n3,South,slow\n";
    static readonly ColumnMapping Nps = new("nps", ColumnUse.Recommend);
    internal static readonly Mapping Plain = new() { Columns = [Nps] };

    internal static Refusal Refused<T>(Outcome<T> outcome)
        where T : notnull
    {
        Assert.True(outcome.Refused(out var refusal), "It was not refused.");
        return refusal;
    }

    internal static Task<Outcome<Import>> Start(World world, Cast who, Import import) =>
        world.As(who, s => s.GetRequiredService<StartImport>().Run(import.Id, default));

    internal static Task<Outcome<Import>> Cancel(World world, Cast who, Id<Import> id) =>
        world.As(who, s => s.GetRequiredService<StopImport>().Cancel(id, default));

    internal static Task<Outcome<Import>> Undo(World world, Cast who, Id<Import> id) =>
        world.As(who, s => s.GetRequiredService<StopImport>().Undo(id, default));

    internal static Task<Outcome<Import>> Reread(World world, Cast who, Id<Import> id, int rows) =>
        world.As(who, s => s.GetRequiredService<MapImport>().Reread(id, new() { HeaderRows = rows }, default));

    static Task<Import> Read(World world, Cast who, Id<Import> id) =>
        world.As(who, s => s.GetRequiredService<HeedDb>().Imports.AsNoTracking().SingleAsync(i => i.Id == id));

    [Fact]
    public async Task What_cannot_be_meant_is_refused_and_the_import_stays_as_it_was()
    {
        var (world, cast) = await one.Story();
        var import = await world.Take(cast, SampleImports.Csv(Answers));
        (string? Survey, Mapping Mapping, string Says)[] bad =
        [
            (null, Plain, "Give the survey a name, or choose the one that these answers belong to."),
            (" ", Plain, "Give the survey a name"),
            (new('s', 201), Plain, "Use at most 200 characters for the name of the survey."),
            ("Guests", Plain with { Wave = new('w', 101) }, "Use at most 100 characters for the name of the wave."),
            ("Guests", Plain with { On = new(2035, 3, 6) }, "The day of these answers, 2035-03-06, has not come yet."),
            (
                "Guests",
                Plain with
                {
                    On = new(1899, 12, 31),
                },
                "The day of these answers, 1899-12-31, lies before 1900."
            ),
            ("Guests", new(), "No column is a question yet."),
            ("Guests", new() { Columns = [new("csat", ColumnUse.Mean, null, "1-5")] }, "There is no column “csat”"),
        ];
        foreach (var (survey, mapping, says) in bad)
        {
            var refusal = Refused(
                await world.As(cast, s => s.GetRequiredService<MapImport>().Run(import.Id, survey, mapping, default))
            );
            Assert.StartsWith(says, refusal.Because, StringComparison.Ordinal);
            Assert.Equal(survey?.Trim().Length > 0 ? null : MapImport.SurveyField, refusal.Field);
        }
        var left = await Read(world, cast, import.Id);
        Assert.Equal((ImportState.Mapping, "", import.Mapping), (left.State, left.SurveyName, left.Mapping));

        var taken = Plain with { On = new(2035, 3, 5), Wave = new('w', 100) };
        Assert.Equal(3, SampleImports.Given(await world.Map(cast, import, taken, $" {new string('s', 200)} ")).New);
        Assert.Equal(new string('s', 200), (await Read(world, cast, import.Id)).SurveyName);
    }

    [Fact]
    public async Task A_name_stands_for_one_thing_of_a_survey_whichever_file_it_came_with()
    {
        var (world, cast) = await one.Story();
        var first = await world.Take(cast, SampleImports.Csv(Answers));
        var mapping = new Mapping { Columns = [Nps, new("region", ColumnUse.Attribute)] };
        SampleImports.Given(await world.Map(cast, first, mapping));
        SampleImports.Given(await Start(world, cast, first));
        var other = await world.Take(cast, SampleImports.Csv(Answers));
        await world.Work(cast, StoreImport.Kind, first.Id);

        (ColumnMapping Column, string Says)[] bad =
        [
            (
                new("said", ColumnUse.Attribute, "nps"),
                "“nps” is a question of “Guests” already. Map “said” as that, or give it another name."
            ),
            (new("said", ColumnUse.Attribute, "NPS"), "“nps” is a question of “Guests” already."),
            (
                new("said", ColumnUse.Remark, "region"),
                "“region” is an attribute of “Guests” already. Map “said” as that, or give it another name."
            ),
            (
                new("said", ColumnUse.Remark, "NPS"),
                "“Guests” has “nps” already. Write “NPS” the same way, or give it another name."
            ),
            (new("said", ColumnUse.Attribute, "Region"), "“Guests” has “region” already."),
            (
                new("nps", ColumnUse.Satisfaction, null, "0-10"),
                "“nps” of “Guests” is recommend 0-10; here it would be satisfaction 0-10."
            ),
            (new("said", ColumnUse.Remark, "nps"), "“nps” of “Guests” is recommend 0-10; here it would be remark."),
        ];
        foreach (var (column, says) in bad)
        {
            var columns =
                column.Column == "nps" ? [column] : new[] { new("nps", ColumnUse.Recommend, "first"), column };
            var refusal = Refused(await world.Map(cast, other, new() { Columns = columns }));
            Assert.StartsWith(says, refusal.Because, StringComparison.Ordinal);
        }
        // Of another survey it may mean anything.
        SampleImports.Given(
            await world.Map(cast, other, new() { Columns = [new("nps", ColumnUse.Mean, null, "0-10")] }, "Staff")
        );
    }

    [Fact]
    public async Task A_file_that_was_tried_out_before_another_came_in_fails_rather_than_mixing_two_scales()
    {
        var (world, cast) = await one.Story();
        var (first, second) = (
            await world.Take(cast, SampleImports.Csv(Answers)),
            await world.Take(cast, SampleImports.Csv(Answers))
        );
        SampleImports.Given(
            await world.Map(cast, first, new() { Columns = [new("nps", ColumnUse.Mean, null, "1-10")] })
        );
        SampleImports.Given(await world.Map(cast, second, Plain));
        SampleImports.Given(await Start(world, cast, first));
        SampleImports.Given(await Start(world, cast, second));
        await world.Work();

        Assert.Equal(ImportState.Done, (await Read(world, cast, first.Id)).State);
        var failed = await Read(world, cast, second.Id);
        Assert.Equal(ImportState.Failed, failed.State);
        Assert.StartsWith(
            "“nps” of “Guests” is mean 1-10; here it would be recommend 0-10.",
            failed.FailedBecause,
            StringComparison.Ordinal
        );
        Assert.Equal(3, await world.Responses(cast));
        Assert.Null((await world.As(cast, s => s.GetRequiredService<HeedDb>().Surveys.SingleAsync())).TakingIn);
    }

    [Fact]
    public async Task Dates_in_two_orders_are_refused_with_a_row_of_each_and_the_column_that_tells_them_apart()
    {
        var (world, cast) = await one.Story();
        var csv = "nps,on,office\n9,24/01/2034,York\n8,01/25/2034,Boston\n8,05/02/2034,York\n7,02/13/2034,Boston\n";
        var import = await world.Take(cast, SampleImports.Csv(csv));
        var dated = new Mapping { Columns = [Nps, new("on", ColumnUse.Date)] };
        var because = Refused(await world.Map(cast, import, dated)).Because;
        Assert.Contains(
            "row 2 has “24/01/2034”, which is day first, and row 3 has “01/25/2034”",
            because,
            StringComparison.Ordinal
        );
        Assert.Contains("“office” tells them apart: “york” writes the day first", because, StringComparison.Ordinal);
        var york = dated with { Where = [new("office", ["York"])] };
        Assert.Equal(2, SampleImports.Given(await world.Map(cast, import, york)).New);
    }

    [Fact]
    public async Task Days_that_stand_in_for_none_and_dates_of_machines_are_said()
    {
        var (world, cast) = await one.Story();
        var csv = "nps,on\n9,1970-01-01\n8,49000\n8,2034-01-05\n";
        var import = await world.Take(cast, SampleImports.Csv(csv));
        var report = SampleImports.Given(
            await world.Map(cast, import, new() { Columns = [Nps, new("on", ColumnUse.Date)] })
        );
        Assert.Equal((3, 0), (report.New, report.Rejected));
        Assert.Contains(
            report.Notes,
            note => note.StartsWith("1 row is dated 1 January 1970 in “on”", StringComparison.Ordinal)
        );
        Assert.Contains(
            report.Notes,
            note => note.Contains("looks like Excel's number for 25 February 2034", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_import_starts_once_and_only_after_it_was_tried_out()
    {
        var (world, cast) = await one.Story();
        var import = await world.Take(cast, SampleImports.Csv("nps,on\n9,03/04/2034\n8,05/06/2034\n"));
        var early = Refused(await Start(world, cast, import));
        Assert.Equal(
            (StatusCodes.Status409Conflict, "Try it out first: the dry run says what will happen."),
            (early.Status, early.Because)
        );

        var dated = new Mapping { Columns = [Nps, new("on", ColumnUse.Date)] };
        SampleImports.Given(await world.Map(cast, import, dated));
        Assert.EndsWith(
            "no date of the file decides it. Say below which comes first.",
            Refused(await Start(world, cast, import)).Because,
            StringComparison.Ordinal
        );

        SampleImports.Given(
            await world.Map(cast, import, new() { Columns = [new("nps", ColumnUse.Mean, null, "1-5")] })
        );
        Assert.StartsWith(
            "No row of this file can be taken in as it is mapped.",
            Refused(await Start(world, cast, import)).Because,
            StringComparison.Ordinal
        );

        SampleImports.Given(await world.Map(cast, import, dated with { DateOrder = DateOrder.DayFirst }));
        SampleImports.Given(await Start(world, cast, import));
        Assert.Equal("This import is running already.", Refused(await Start(world, cast, import)).Because);
        Assert.Equal(
            "This import is running already. Choose the file again to map it anew.",
            Refused(await world.Map(cast, import, Plain)).Because
        );
        Assert.StartsWith("This import cannot be read anew.", Refused(await Reread(world, cast, import.Id, 1)).Because);
        Assert.Equal(
            "This import is running, so there is nothing to take back.",
            Refused(await Undo(world, cast, import.Id)).Because
        );

        await world.Work(cast, StoreImport.Kind, import.Id);
        Assert.Equal(
            "This import was done a moment ago. Take it back with “Undo” instead.",
            Refused(await Cancel(world, cast, import.Id)).Because
        );
        SampleImports.Given(await Undo(world, cast, import.Id));
        Assert.Equal("This import is undone already.", Refused(await Cancel(world, cast, import.Id)).Because);
        Assert.StartsWith("This import is undone, so", Refused(await Undo(world, cast, import.Id)).Because);
    }

    [Fact]
    public async Task An_undo_waits_for_another_import_into_the_same_survey()
    {
        var (world, cast) = await one.Story();
        var import = await world.Take(cast, SampleImports.Csv(Answers));
        SampleImports.Given(await world.Map(cast, import, Plain));
        SampleImports.Given(await Start(world, cast, import));
        await world.Work(cast, StoreImport.Kind, import.Id);
        await world.As(
            cast,
            s =>
                s.GetRequiredService<HeedDb>()
                    .Surveys.ExecuteUpdateAsync(set => set.SetProperty(x => x.TakingIn, Id<Import>.New()))
        );
        Assert.StartsWith(
            "Another import into this survey is under way.",
            Refused(await Undo(world, cast, import.Id)).Because
        );
        Assert.Equal(ImportState.Done, (await Read(world, cast, import.Id)).State);
    }
}
