using System.Collections.Concurrent;
using Heed.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Heed.Tests.Commands.Analyze;

/// <summary>Servers that are no Heed, or one in trouble: real ones, on ports of their own.</summary>
public sealed class AskHeedTests
{
    const string Metric = "/metrics/0197a0c4f3b87c5e9d1a2b3c4d5e6f70";

    /// <summary>A server that answers everything so, and what tokens it was shown.</summary>
    sealed class Elsewhere(WebApplication app, ConcurrentQueue<string> shown) : IAsyncDisposable
    {
        public ConcurrentQueue<string> Shown => shown;

        public string Address =>
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        public static async Task<Elsewhere> Answering(Func<HttpContext, Task> answer)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            ConcurrentQueue<string> shown = [];
            app.Run(context =>
            {
                shown.Enqueue(context.Request.Headers.Authorization.ToString());
                return answer(context);
            });
            await app.StartAsync();
            return new(app, shown);
        }

        public async Task<string> Refuses(TimeSpan? patience = null)
        {
            using AskHeed ask = new(HeedAddress.Of(Address + Metric)!, "heed_api_none", patience);
            return (await ask.Get($"/api/v1{Metric}", "application/json", default)).Refused(out var refusal, out _)
                ? refusal.Because
                : "";
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_named_and_gets_no_token()
    {
        await using var other = await Elsewhere.Answering(c => c.Response.WriteAsJsonAsync(new { }));
        await using var first = await Elsewhere.Answering(c =>
        {
            c.Response.Redirect($"{other.Address}{c.Request.Path}");
            return Task.CompletedTask;
        });
        var said = await first.Refuses();
        Assert.StartsWith($"{first.Address} leads on to {other.Address}.", said, StringComparison.Ordinal);
        Assert.Equal("Bearer heed_api_none", Assert.Single(first.Shown));
        Assert.Empty(other.Shown);
    }

    [Fact]
    public async Task A_redirect_within_the_host_is_followed_and_not_for_ever()
    {
        await using var moved = await Elsewhere.Answering(c =>
        {
            if (c.Request.Path.Value!.EndsWith('/'))
                return c.Response.WriteAsJsonAsync(new { });
            c.Response.Redirect($"{c.Request.Path}/");
            return Task.CompletedTask;
        });
        Assert.Equal("", await moved.Refuses());
        await using var circle = await Elsewhere.Answering(c =>
        {
            c.Response.Redirect("/");
            return Task.CompletedTask;
        });
        Assert.Contains("is no Heed", await circle.Refuses(), StringComparison.Ordinal);
        Assert.Equal(6, circle.Shown.Count);
    }

    [Theory]
    [InlineData(200, "text/html", "<h1>It works</h1>", "is no Heed")]
    [InlineData(400, "text/html", "", "is no Heed")]
    [InlineData(401, "text/html", "", "does not know the token in HEED_TOKEN")]
    [InlineData(
        403,
        "application/problem+json",
        """{"detail":"It only writes."}""",
        "may not read this. It only writes."
    )]
    [InlineData(403, "text/html", "<p>no</p>", "may not read this.")]
    [InlineData(404, "text/html", "", "There is no such metric")]
    [InlineData(429, "text/html", "", "was asked too often")]
    [InlineData(503, "text/html", "", "Something is broken at")]
    public async Task Every_answer_that_is_none_is_a_sentence(int status, string kind, string body, string says)
    {
        await using var elsewhere = await Elsewhere.Answering(c =>
        {
            (c.Response.StatusCode, c.Response.ContentType) = (status, kind);
            return c.Response.WriteAsync(body);
        });
        var said = await elsewhere.Refuses();
        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.DoesNotContain("heed_api_none", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_answer_or_is_not_there_is_named()
    {
        string address;
        await using (var asleep = await Elsewhere.Answering(c => Task.Delay(Timeout.Infinite, c.RequestAborted)))
        {
            address = asleep.Address;
            Assert.StartsWith(
                $"{address} did not answer within 0.2 seconds.",
                await asleep.Refuses(TimeSpan.FromSeconds(0.2)),
                StringComparison.Ordinal
            );
        }
        using AskHeed ask = new(HeedAddress.Of(address + Metric)!, "heed_api_none");
        Assert.True((await ask.Get("/", "application/json", default)).Refused(out var refusal, out _));
        Assert.StartsWith($"{address} cannot be reached: ", refusal.Because, StringComparison.Ordinal);
    }
}
