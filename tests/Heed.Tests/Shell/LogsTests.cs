using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Heed.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Heed.Tests.Shell;

public sealed class LogsTests
{
    internal sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel level,
            EventId id,
            TState state,
            Exception? problem,
            Func<TState, Exception?, string> say
        ) => Lines.Enqueue($"{say(state, problem)} {problem}");

        public void Dispose() { }
    }

    /// <summary>Asked for at the most talkative level, with every planted secret in a place where it could leak.</summary>
    [Fact]
    public async Task Neither_addresses_nor_codes_nor_queries_nor_control_signs_reach_the_log()
    {
        using var heard = new Heard();
        await using var world = await World.Start(
            services => services.AddLogging(logging => logging.AddProvider(heard).SetMinimumLevel(LogLevel.Trace)),
            "--Logging:LogLevel:Default=Trace",
            "--Logging:LogLevel:Microsoft.AspNetCore.Hosting=Trace"
        );
        var cast = await world.Organisation("Harbor Coffee");
        await cast.SignInAnswer();
        await world.Visitor().SignIn("planted@secret.example", "planted password");
        await cast.Api().GetAsync("/api/v1/journal?kind=planted-query");
        await world.Visitor().GetAsync("/sign-in?to=/planted-query");
        var invited = await cast.Api()
            .PostAsJsonAsync("/api/v1/invitations", new { email = "planted@secret.example", role = "Viewer" });
        var code = new Uri(
            (await invited.Content.ReadFromJsonAsync<JsonObject>())!["link"]!.GetValue<string>()
        ).Segments[^1];
        await world.Visitor().GetAsync($"/invitations/{code}");
        await cast.Api().PutAsJsonAsync("/api/v1/me/name", new { name = "Maya\r\nwarn: forged line\u001b[31m" });
        await cast.Api().GetAsync("/api/v1/teams/%0d%0aforged line%1b[31m");

        Assert.NotEmpty(heard.Lines);
        var all = string.Join("\n", heard.Lines);
        foreach (var secret in new[] { "planted", cast.Email, cast.Token, code, "forged line", "\u001b" })
            Assert.False(
                all.Contains(secret, StringComparison.OrdinalIgnoreCase),
                $"“{secret}” is in the log: {heard.Lines.FirstOrDefault(l => l.Contains(secret, StringComparison.OrdinalIgnoreCase))}"
            );
    }

    [Fact]
    public async Task Who_came_in_who_was_kept_out_and_what_was_refused_stands_in_the_log()
    {
        using var heard = new Heard();
        await using var world = await World.Start(services =>
            services.AddLogging(logging => logging.AddProvider(heard).SetMinimumLevel(LogLevel.Information))
        );
        var maya = await world.Organisation("Harbor Coffee");
        var cleo = await world.Colleague(maya, "Cleo", Role.Viewer);
        await cleo.SignInAnswer();
        foreach (var email in (string[])[cleo.Email, "nobody@harbor.example"])
            await world.Visitor().SignIn(email, "a wrong one");
        await cleo.Api().GetAsync("/api/v1/export");
        await world.Visitor().GetAsync("/api/v1/metrics");

        foreach (
            var said in (string[])
                [
                    $"Signed in: person {cleo.Member.PersonId}, by Password.",
                    $"Not signed in: person {cleo.Member.PersonId}, because the password is wrong, from 127.",
                    "Not signed in: person (null), because nobody has this name, from 127.",
                    $"Refused with 403: GET /api/v1/export, asked by member {cleo.Member.Id}, from 127.",
                    "Refused with 401: GET /api/v1/metrics, asked by nobody who is known, from 127.",
                ]
        )
            Assert.Contains(heard.Lines, line => line.StartsWith(said, StringComparison.Ordinal));
    }
}
