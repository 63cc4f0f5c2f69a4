using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Heed.Demo;
using Heed.Tests.Listen;
using Heed.Ui.Samples;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Heed.Tests.Ui;

/// <summary>Every page of the sample organisation that links lead to, and the few that only forms lead to.</summary>
sealed partial class ChartWalk : IAsyncDisposable
{
    /// <summary>Questions of links that are followed; others ask for the next part, or a smaller part, of the same page.</summary>
    static readonly string[] Followed = ["by", "all", "only", "metric", "objective", "keyResult", "extends"];

    public const string Parts = "the gallery of parts";

    readonly ConcurrentDictionary<Type, bool> _met = [];
    readonly Dictionary<string, IHtmlDocument> _pages = new(StringComparer.Ordinal);
    readonly Dictionary<string, IReadOnlyList<double>> _measured = new(StringComparer.Ordinal);
    Cast? _maya;

    public IReadOnlyDictionary<string, IHtmlDocument> Pages => _pages;

    /// <summary>The names of the components that were drawn on the way.</summary>
    public IReadOnlySet<string> Met => _met.Keys.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);

    public static async Task<ChartWalk> OfTheSample()
    {
        var walk = new ChartWalk();
        var maya = await World.OfTheSample(services =>
            services.AddScoped<IComponentActivator>(s => new Noted(s, walk._met))
        );
        walk._maya = maya;
        using var browser = maya.World.Visitor();
        await browser.SignIn(maya.Email, SampleOrganisation.Password);
        await walk.Follow(browser, ["/"]);
        var metrics = walk.Ids("/metrics/").ToList();
        var objectives = walk.Ids("/aim/objectives/").ToList();
        var import = await maya.World.Take(
            maya,
            SampleImports.Csv("nps,region\n9,North\n10,North\n3,South\n8,South\n")
        );
        await walk.Follow(
            browser,
            [
                $"/listen/imports/{import.Id}",
                .. metrics.Select(m => $"/try/new?metric={m}"),
                .. metrics.Select(m => $"/aim/key-results/new?objective={objectives[0]}&metric={m}"),
            ]
        );
        using var pasted = await browser.PostForm(
            "/metrics/paste",
            "paste",
            new() { ["Asked.Text"] = "Week,Parcels\n2035-01-01,4\n2035-01-08,6\n2035-01-15,5\n" }
        );
        walk._pages["what was pasted"] = await pasted.Html();
        foreach (var metric in metrics)
            walk._measured[metric] = Values(await browser.GetStringAsync($"/metrics/{metric}/points.csv"));
        walk._pages[Parts] = await walk.Gallery();
        return walk;
    }

    /// <summary>What was measured of a metric, the oldest first; empty where the metric is not known.</summary>
    public IReadOnlyList<double>? Measured(string? metric) =>
        metric is null ? null : _measured.GetValueOrDefault(metric);

    async Task Follow(HttpClient browser, IEnumerable<string> from)
    {
        var waiting = new Queue<string>(from);
        while (waiting.TryDequeue(out var address))
        {
            if (_pages.ContainsKey(address))
                continue;
            using var answer = await browser.GetAsync(address);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html" || !answer.IsSuccessStatusCode)
                continue;
            var page = await answer.Html();
            _pages[address] = page;
            foreach (
                var link in page.QuerySelectorAll("a[href]:not([download])")
                    .Select(a => a.GetAttribute("href")!.Split('#')[0])
            )
            {
                if (link.StartsWith('/') && Questions(link).All(Followed.Contains))
                    waiting.Enqueue(link);
            }
        }
    }

    static IEnumerable<string> Questions(string link) =>
        link.Split('?') is [_, var questions] ? questions.Split('&').Select(q => q.Split('=')[0]) : [];

    IEnumerable<string> Ids(string place) =>
        _pages
            .Keys.Select(k => Thing().Match(k))
            .Where(m => m.Success && m.Groups[1].Value == place)
            .Select(m => m.Groups[2].Value)
            .Distinct();

    static List<double> Values(string csv) =>
        [
            .. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => double.Parse(line.Split(',')[1])),
        ];

    /// <summary>Charts that no page of the product draws yet stand in the gallery.</summary>
    async Task<IHtmlDocument> Gallery()
    {
        await using var scope = _maya!.World.Services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);
        var text = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<ChartsSample>()).ToHtmlString()
        );
        return await new HtmlParser().ParseDocumentAsync(text);
    }

    public async ValueTask DisposeAsync()
    {
        if (_maya is not null)
            await _maya.World.DisposeAsync();
    }

    [GeneratedRegex("^(/.*/)([0-9a-f]{32})$")]
    private static partial Regex Thing();

    /// <summary>Makes components as Blazor does, and notes which.</summary>
    sealed class Noted(IServiceProvider services, ConcurrentDictionary<Type, bool> met) : IComponentActivator
    {
        public IComponent CreateInstance(Type componentType)
        {
            met[componentType] = true;
            return (IComponent)ActivatorUtilities.CreateInstance(services, componentType);
        }
    }
}
