using Heed.Customers;
using Heed.Journal;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Journal;

/// <summary>How lines of history forget a name.</summary>
public sealed class JournalErasureTests
{
    static Task<int> Write(Cast cast, params (string Sentence, Id<Member>? By, Guid About, string Act)[] lines) =>
        cast.World.As(
            cast,
            s =>
            {
                var db = s.GetRequiredService<HeedDb>();
                db.Entries.AddRange(
                    lines.Select(l => new Entry
                    {
                        At = cast.World.Clock.GetUtcNow(),
                        MemberId = l.By,
                        Act = l.Act,
                        Kind = nameof(CustomerGroup),
                        SubjectId = l.About,
                        Sentence = l.Sentence,
                    })
                );
                return db.SaveChangesAsync();
            }
        );

    static (string, Id<Member>?, Guid, string) Line(string sentence, Id<Member>? by = null) =>
        (sentence, by, Guid.Empty, "say");

    static Task<int> Forget(Cast cast, Id<Member> whom, string name, params string[] others) =>
        cast.World.As(
            cast,
            async s =>
            {
                // In the transaction of the act, as it is done.
                await using var turn = await s.GetRequiredService<HeedDb>().Database.BeginTransactionAsync();
                await s.GetServices<IErasureSource>()
                    .OfType<JournalErasure>()
                    .Single()
                    .Erase(new(whom, name, "", others), default);
                await turn.CommitAsync();
                return 0;
            }
        );

    static Task<List<string>> Lines(Cast cast) =>
        cast.World.As(
            cast,
            async s =>
                (await s.GetRequiredService<HeedDb>().Entries.Select(e => e.Sentence).ToListAsync())
                    .Order(StringComparer.Ordinal)
                    .ToList()
        );

    [Fact]
    public async Task A_name_and_those_before_it_go_wherever_they_stand_as_words()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var rival = await world.Organisation("Tea House", "Noor");
        var ann = Id<Member>.New();
        await Write(
            maya,
            ("Anna Lee is now called Ann (Jo)+.", ann, ann.Value, "rename"),
            Line("Anna Lee named the customer group Annual guests.", ann),
            Line("Maya wrote to Ann (Jo)+ and to Anna."),
            Line("“Ann (Jo)+” was here."),
            Line("Anna Leeds came."),
            Line("DeAnna Lee came."),
            Line("anna lee is in small letters.")
        );
        await Write(rival, Line("Anna Lee was at the Tea House."));

        await Forget(maya, ann, "Ann (Jo)+");

        Assert.Equal(
            [
                "A former member is now called a former member.",
                "A former member named the customer group Annual guests.",
                "Anna Leeds came.",
                "DeAnna Lee came.",
                "Maya wrote to a former member and to Anna.",
                "anna lee is in small letters.",
                "“a former member” was here.",
            ],
            await Lines(maya)
        );
        Assert.Equal(["Anna Lee was at the Tea House."], await Lines(rival));
    }

    [Fact]
    public async Task Who_bears_a_name_that_the_forgotten_one_had_before_keeps_it_and_so_does_a_longer_one()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (ann, otherAnn, annMarie) = (Id<Member>.New(), Id<Member>.New(), Id<Member>.New());
        await Write(
            maya,
            ("Ann is now called Nora.", ann, ann.Value, "rename"),
            ("Marie is now called Ann-Marie.", annMarie, annMarie.Value, "rename"),
            ("Ann-Marie is now called Mia.", annMarie, annMarie.Value, "rename"),
            Line("Ann wrote to Ann-Marie.", ann),
            Line("Ann came.", otherAnn),
            Line("Ann-Marie went.", annMarie),
            Line("Maya met Ann.")
        );

        await Forget(maya, ann, "Nora", "Ann", "Mia", "Maya");

        Assert.Equal(
            [
                "A former member is now called a former member.",
                "A former member wrote to Ann-Marie.",
                "Ann came.",
                "Ann-Marie is now called Mia.",
                "Ann-Marie went.",
                "Marie is now called Ann-Marie.",
                // Of which Ann, the line does not tell: what is not sure to be about the forgotten one stays.
                "Maya met Ann.",
            ],
            await Lines(maya)
        );
    }

    [Fact]
    public async Task Of_namesakes_only_what_is_by_or_about_whom_is_forgotten_goes_however_much_it_is()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var (tom, other) = (Id<Member>.New(), Id<Member>.New());
        await Write(
            maya,
            [
                Line("Tom came.", other),
                Line("Maya met Tom."),
                ("Maya let Tom in.", null, tom.Value, "let in"),
                .. Enumerable.Range(0, 501).Select(_ => Line("Tom went.", tom)),
            ]
        );

        await Forget(maya, tom, "Tom", "Tom");

        Assert.Equal(
            [
                ("A former member went.", 501),
                ("Maya let a former member in.", 1),
                ("Maya met Tom.", 1),
                ("Tom came.", 1),
            ],
            (await Lines(maya)).CountBy(line => line).Select(c => (c.Key, c.Value))
        );
        await Forget(maya, tom, "Tom");
        Assert.DoesNotContain(await Lines(maya), line => line.Contains("Tom", StringComparison.Ordinal));
    }
}
