using System.Net.Http.Json;
using Heed.Storage;
using Heed.Tests.Listen;
using Heed.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Mail;

/// <summary>Two real processes over one database, of which one is killed in the middle of its work.</summary>
public sealed class KilledProcessTests
{
    [Fact]
    public async Task A_process_killed_between_commit_and_send_loses_nothing_and_nothing_goes_out_twice()
    {
        var holds = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var sink = MailSink.Open(holds: holds);
        await using var world = await Worlds.BesideProcesses(sink.Settings);
        var maya = await world.Organisation("Harbor Coffee");
        await using var first = await world.Process(sink.Environment);
        string[] names = ["cleo", "vera", "otto"];
        foreach (var name in names)
        {
            var answer = await maya.Api()
                .PostAsJsonAsync("/api/v1/invitations", new { email = $"{name}@harbor.example", role = "Viewer" });
            answer.EnsureSuccessStatusCode();
        }
        // The first process is in the middle of all three: the server has the text and has not said yes.
        await Errands.Until(() => Task.FromResult(sink.Arrived == names.Length));
        await using var second = await world.Process(sink.Environment);
        await first.Kill();
        Assert.Empty(sink.Accepted);
        sink.Holds = null;
        await Errands.LeasesRunOut(world, maya);

        await Errands.Until(
            async () =>
                await world.As(maya, s => s.GetRequiredService<HeedDb>().Jobs.CountAsync(j => j.DoneAt != null))
                == names.Length,
            180
        );
        Assert.Equal(
            names.Select(n => $"{n}@harbor.example").Order(),
            sink.Accepted.Select(m => m.To.ToString()).Order()
        );
        Assert.Equal(names.Length, sink.Accepted.Select(m => m.MessageId).Distinct().Count());
        var jobs = await world.As(maya, s => s.GetRequiredService<HeedDb>().Jobs.AsNoTracking().ToListAsync());
        Assert.All(jobs, j => Assert.Equal(2, j.Tries));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{TestDatabase.Name}: killed while {sink.Arrived - sink.Accepted.Count} of {names.Length} mails were under way; accepted {sink.Accepted.Count}, each once; tries {string.Join(", ", jobs.Select(j => j.Tries))}."
        );
    }
}
