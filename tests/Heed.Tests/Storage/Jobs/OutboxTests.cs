using Heed.Mail;
using Heed.Storage;
using Heed.Tests.People;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Storage;

[Collection(nameof(IdleWorld))]
public sealed class OutboxTests(IdleWorld one)
{
    static OutgoingMail To(string address, bool askedFor = false) =>
        new(address, "A link", ["Dear Noa,", "here it is."], "https://heed.example.org/me", "Look", askedFor);

    [Fact]
    public async Task A_letter_is_owed_sealed_and_to_who_declined_it_only_if_it_was_asked_for()
    {
        var world = one.World;
        var maya = await one.Organisation("Harbor Coffee");
        await maya.Db(db =>
        {
            db.Suppressions.Add(
                new()
                {
                    Address = Suppression.Normal("Noa@Harbor.example"),
                    Because = SuppressionReason.Unsubscribed,
                    At = world.Clock.GetUtcNow(),
                }
            );
            return db.SaveChangesAsync();
        });
        Assert.Equal(
            " NOA@harbor.example gets no mail from here: see Settings, Mail.",
            await Add(maya, To(" NOA@harbor.example"))
        );
        Assert.Equal("", await Add(maya, To("noa@harbor.example", askedFor: true)));
        Assert.Equal("", await Add(maya, To("ida@harbor.example")));
        // What one workspace is declined another is not.
        var rival = await one.Organisation("Rival Coffee");
        Assert.Equal("", await Add(rival, To("noa@harbor.example")));

        var jobs = await maya.Db(db => db.Jobs.AsNoTracking().ToListAsync());
        Assert.All(
            jobs,
            job =>
            {
                Assert.Equal((Outbox.Kind, maya.Member.Id.Value), (job.Kind, job.SubjectId));
                Assert.DoesNotContain("harbor", job.Payload, StringComparison.OrdinalIgnoreCase);
            }
        );
        var letters = await world.As(
            maya,
            s => Task.FromResult(jobs.ConvertAll(j => s.GetRequiredService<Outbox>().Open(j.Payload)))
        );
        Assert.Equal(["ida@harbor.example", "noa@harbor.example"], letters.Select(l => l.To).Order());
        Assert.All(letters, l => Assert.Equal(["Dear Noa,", "here it is."], l.Paragraphs));

        await world.As(
            maya,
            async s =>
            {
                await s.GetRequiredService<Outbox>().Forget(Suppression.Normal("Noa@harbor.example"), default);
                return true;
            }
        );
        Assert.Equal(1, await maya.Db(db => db.Jobs.CountAsync()));
        Assert.Equal(1, await rival.Db(db => db.Jobs.CountAsync()));
    }

    static Task<string> Add(Cast by, OutgoingMail mail) =>
        by.World.As(
            by,
            async s =>
            {
                var added = await s.GetRequiredService<Outbox>().Add(by.Member.Id, mail, default);
                await s.GetRequiredService<HeedDb>().SaveChangesAsync();
                return added.Refused(out var refusal) ? refusal.Because : "";
            }
        );
}
