using Heed.Listen;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Listen;

/// <summary>What Listen says on Home and finds in the search, of imports and surveys that lie in the store.</summary>
public sealed class ListenAtHomeTests
{
    static Import File(
        World world,
        string name,
        ImportState state,
        string? because = null,
        Survey? into = null,
        long stored = 0,
        int daysAgo = 0
    )
    {
        var at = world.Clock.GetUtcNow().AddDays(-daysAgo);
        var import = new Import
        {
            FileName = name,
            FileSize = 1,
            FileHash = "none",
            Shape = Plans.Shape("nps").ToJson(),
            CreatedAt = at,
            SurveyId = into?.Id,
            SurveyName = into?.Name ?? "",
            Stored = stored,
        };
        import.Become(state, at, null, because);
        return import;
    }

    static Survey Named(World world, string name) => new() { Name = name, CreatedAt = world.Clock.GetUtcNow() };

    static Question Asked(Survey of, string name, QuestionKind kind = QuestionKind.Recommend, string text = "") =>
        new()
        {
            SurveyId = of.Id,
            Name = name,
            Kind = kind,
            Text = text,
            Scale = kind == QuestionKind.Remark ? "" : "0-10",
        };

    static Task Lay(World world, Cast cast, params object[] things) =>
        world.As(
            cast,
            async s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                db.AddRange(things);
                // All that is done is shown.
                foreach (var done in things.OfType<Import>().Where(i => i.State == ImportState.Done && i.Stored > 0))
                    db.Add(
                        new ReleasedRows
                        {
                            SurveyId = done.SurveyId!.Value,
                            ImportId = done.Id,
                            Number = 1,
                            First = 1,
                            Last = done.Stored,
                        }
                    );
                return await db.SaveChangesAsync();
            }
        );

    static Task<IReadOnlyList<HomeSentence>> Told(Cast cast) =>
        cast.World.As(cast, s => s.GetServices<IHomeSource>().OfType<ListenAtHome>().Single().Sentences(default));

    static async Task<List<(string Kind, string Name, string Href, string? Of)>> Found(
        Cast cast,
        string words,
        int most = 9
    )
    {
        var found = await cast.World.As(
            cast,
            s => s.GetServices<ISearchSource>().OfType<ListenSearch>().Single().Search(words, most, default)
        );
        return [.. found.Select(f => (f.Kind, f.Title, f.Href, f.Detail))];
    }

    [Fact]
    public async Task Files_that_wait_or_failed_are_told_to_administrators_and_new_answers_to_all()
    {
        await using var world = await Worlds.WithoutWorker();
        var maya = await world.Organisation("Harbor Coffee");
        var tom = await world.Colleague(maya, "Tom", Role.Viewer);
        var ada = await world.Organisation("Airport", "Ada");
        var (guests, staff) = (Named(world, "Guests"), Named(world, "Staff"));
        await Lay(
            world,
            maya,
            guests,
            staff,
            File(world, "map.csv", ImportState.Mapping, daysAgo: 3),
            File(world, "try.csv", ImportState.Checked, daysAgo: 2),
            File(world, "torn.csv", ImportState.Failed, "The disk is full.", daysAgo: 1),
            File(world, "old.csv", ImportState.Failed, "Long ago.", daysAgo: 8),
            File(world, "busy.csv", ImportState.Running),
            File(world, "gone.csv", ImportState.Cancelled),
            File(world, "back.csv", ImportState.Undone, into: guests, stored: 9),
            File(world, "one.csv", ImportState.Done, into: guests, stored: 1, daysAgo: 7),
            File(world, "two.csv", ImportState.Done, into: guests, stored: 1200, daysAgo: 4),
            File(world, "none.csv", ImportState.Done, into: staff),
            File(world, "stale.csv", ImportState.Done, into: staff, stored: 5, daysAgo: 8)
        );

        var told = await Told(maya);

        Assert.Equal(
            [
                (HomeColumn.Stuck, "The import of “torn.csv” failed."),
                (HomeColumn.NeedsMe, "“try.csv” was tried out and waits for your yes."),
                (HomeColumn.NeedsMe, "“map.csv” waits for you to say what its columns mean."),
                (HomeColumn.New, "“Guests” has 1,200 new responses."),
            ],
            told.Select(t => (t.Column, t.Say))
        );
        Assert.Equal(("The disk is full.", Status.OffCourse, 1), (told[0].Detail, told[0].Status, told[0].Weight));
        Assert.Equal(("Go on", 3), (told[2].Action, told[2].Weight));
        Assert.Equal($"/listen/surveys/{guests.Id}", told[3].Href);
        Assert.Contains(told[3].Subject!, told[3].Say, StringComparison.Ordinal);
        Assert.Equal("“Guests” has 1,200 new responses.", Assert.Single(await Told(tom)).Say);
        Assert.Empty(await Told(ada));

        world.Clock.Move(TimeSpan.FromDays(3.5));
        Assert.DoesNotContain(await Told(tom), t => t.Column == HomeColumn.New);
        Assert.Contains(await Told(maya), t => t.Column == HomeColumn.Stuck);
        world.Clock.Move(TimeSpan.FromDays(3));
        Assert.DoesNotContain(await Told(maya), t => t.Column == HomeColumn.Stuck);
        Assert.Equal(2, (await Told(maya)).Count);
    }

    [Fact]
    public async Task Surveys_and_questions_are_found_by_any_part_of_their_names_and_words()
    {
        await using var world = await Worlds.WithoutWorker();
        var maya = await world.Organisation("Harbor Coffee");
        var ada = await world.Organisation("Airport", "Ada");
        var (guests, staff) = (Named(world, "Guests of the harbour"), Named(world, "Staff"));
        var score = Asked(guests, "Q7", text: "How was the HARBOUR front?");
        var words = Asked(staff, "About the harbour", QuestionKind.Remark);
        await Lay(world, maya, guests, staff, score, words);
        await Lay(world, ada, Named(world, "Harbour of others"));

        Assert.Equal(
            [
                ("survey", "Guests of the harbour", $"/listen/surveys/{guests.Id}", null),
                ("question", "About the harbour", $"/listen/surveys/{staff.Id}/remarks", "Staff"),
                ("question", "Q7", $"/listen/surveys/{guests.Id}/scores/{score.Id}", "Guests of the harbour"),
            ],
            await Found(maya, " Harbour ")
        );
        Assert.Equal(
            ["Guests of the harbour", "About the harbour"],
            (await Found(maya, "harbour", 2)).Select(f => f.Name)
        );
        Assert.Empty(await Found(maya, "  "));
        Assert.Empty(await Found(maya, "h%r"));
        Assert.Equal("Harbour of others", Assert.Single(await Found(ada, "harbour")).Name);
    }
}
