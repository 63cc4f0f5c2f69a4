using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Heed.Storage;
using Heed.Tests.Listen;
using Heed.Tests.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Storage;

/// <summary>
/// A server is killed in the midst of jobs, here of mail, and another one begins: each is done, and its mark stands once.
/// What left the house before the kill cannot be called back; it goes again as the same message, which mail servers know.
/// </summary>
public sealed class KilledJobTests
{
    const int AtOnce = 6;

    [Fact]
    public async Task Every_job_is_done_and_marked_once_and_what_went_twice_is_the_same_message()
    {
        // Mail/KilledProcessTests kills in the midst too, at a moment that is chosen.
        var kills = new Kills("job");
        await using var sink = MailSink.Open(takes: TimeSpan.FromMilliseconds(150));
        await using var world = await Worlds.BesideProcesses(sink.Settings);
        var maya = await world.Organisation("Harbor Coffee");
        using var api = maya.Api();
        List<string> asked = [];
        var heed = await world.Process(sink.Environment);
        try
        {
            // The first makes everything once, which takes longer than all that follow.
            await Ask();
            await AllIsDone();
            await Ask();
            await IsAtWork();
            var watch = Stopwatch.StartNew();
            await AllIsDone();
            await kills.Each(
                watch.Elapsed,
                async moment =>
                {
                    await Ask();
                    await IsAtWork();
                    await Task.Delay(moment);
                    if (await Left() == 0)
                        return true;
                    await heed.DisposeAsync();
                    var begun = await Count(j => j.LeaseOwner != null && j.DoneAt == null);
                    kills.Note(begun > 0 ? "in the midst of jobs" : "between jobs");
                    kills.Note("jobs cut off", begun);
                    await Errands.LeasesRunOut(world, maya);
                    heed = await world.Process(sink.Environment);
                    await AllIsDone();
                    await AllIsThere();
                    return false;
                }
            );
        }
        finally
        {
            await heed.DisposeAsync();
        }
        await AllIsThere();
        await Kills.IsSound(world);
        kills.Note("jobs acknowledged", asked.Count);
        kills.Note("lost", asked.Count - sink.Accepted.Select(To).Distinct().Count());
        kills.Note("sent again as the same message", sink.Accepted.Count - asked.Count);
        kills.Tell();

        async Task Ask()
        {
            for (var i = 0; i < AtOnce; i++)
            {
                var email = $"guest-{asked.Count}@harbor.example";
                using var answer = await api.PostAsJsonAsync("/api/v1/invitations", new { email, role = "Viewer" });
                Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
                asked.Add(email);
            }
        }

        Task<int> Count(System.Linq.Expressions.Expression<Func<Job, bool>> such) =>
            world.As(maya, s => s.GetRequiredService<HeedDb>().Jobs.CountAsync(such));

        Task<int> Left() => Count(j => j.DoneAt == null);

        Task IsAtWork() => Errands.Until(async () => await Count(j => j.LeaseOwner != null && j.DoneAt == null) > 0);

        Task AllIsDone() => Errands.Until(async () => await Left() == 0, 180);

        static string To(MimeKit.MimeMessage mail) => mail.To.ToString();

        async Task AllIsThere()
        {
            Assert.Equal(asked.Order(), sink.Accepted.Select(To).Distinct().Order());
            // Whoever gets one twice gets the same one.
            Assert.Equal(asked.Count, sink.Accepted.Select(m => m.MessageId).Distinct().Count());
            Assert.Equal(asked.Count, await Count(j => j.DoneAt != null && j.FailedAt == null && j.Payload == ""));
            Assert.Equal(
                asked.Count,
                await world.As(maya, s => s.GetRequiredService<HeedDb>().Invitations.CountAsync())
            );
        }
    }
}
