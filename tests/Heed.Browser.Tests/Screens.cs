using System.Reflection;
using System.Text.RegularExpressions;
using Heed.Demo;
using Heed.Shell;
using Heed.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Heed.Browser.Tests;

/// <summary>Every page of Heed with an id of the sample organisation in it, found by its route.</summary>
static partial class Screens
{
    public static IEnumerable<string> Routes { get; } =
        typeof(Server)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
            .Select(r => r.Template)
            .Where(t => t is not ("/ui" or "/missing" or "/trouble"))
            .Order(StringComparer.Ordinal);

    /// <summary>Screens that a route alone does not reach: what it asks for, and other states of the same thing.</summary>
    public static async Task<IReadOnlyList<string>> MoreOfAimAndTry(HeedDb db)
    {
        var objective = (
            await db.Objectives.IgnoreQueryFilters().FirstAsync(o => o.Title.StartsWith("New regulars"))
        ).Id;
        var keyResults = await db.KeyResults.IgnoreQueryFilters().ToListAsync();
        var trials = await db.Trials.IgnoreQueryFilters().ToListAsync();
        var reorders = keyResults.First(k => k.DoesWhat.StartsWith("order again", StringComparison.Ordinal));
        return
        [
            $"/aim/key-results/new?objective={objective}",
            $"/aim/key-results/new?objective={objective}&metric={reorders.MetricId}",
            .. keyResults.Where(k => k != reorders).Select(k => $"/aim/key-results/{k.Id}"),
            $"/try/new?keyResult={reorders.Id}",
            .. trials
                .Where(t =>
                    t.Change.StartsWith("Call", StringComparison.Ordinal)
                    || t.Change.StartsWith("Offer", StringComparison.Ordinal)
                    || t.Change.StartsWith("A ", StringComparison.Ordinal)
                )
                .Select(t => $"/try/{t.Id}"),
            "/find?q=re",
            "/find?q=zzz",
            "/?all=stuck",
            "/aim?only=silent",
            "/aim?only=no-start",
            "/journal?mine=true",
        ];
    }

    /// <summary>The address of a page, its parameters filled in from the database; null where the sample has none.</summary>
    public static async Task<string?> Address(string template, HeedDb db)
    {
        var parameter = Parameter().Match(template);
        if (!parameter.Success)
            return template;
        var table = template.Split('/')[
            ^(template.Split('/').Length - Array.FindIndex(template.Split('/'), s => s.StartsWith('{')) + 1)
        ];
        var entity = table switch
        {
            "metrics" => (
                await db.Metrics.IgnoreQueryFilters().OrderBy(m => m.CreatedAt).FirstOrDefaultAsync()
            )?.Id.ToString(),
            "key-results" => (
                await db
                    .KeyResults.IgnoreQueryFilters()
                    .OrderByDescending(k => k.CreatedAt)
                    .ThenBy(k => k.Id)
                    .FirstOrDefaultAsync(k => k.DoesWhat.StartsWith("order again"))
            )?.Id.ToString(),
            "objectives" => (
                await db.Objectives.IgnoreQueryFilters().FirstOrDefaultAsync(o => o.Title.StartsWith("New regulars"))
            )?.Id.ToString(),
            "try" => (
                await db
                    .Trials.IgnoreQueryFilters()
                    .FirstOrDefaultAsync(t => t.Change.StartsWith(template.EndsWith("/edit") ? "A shorter" : "Text"))
            )?.Id.ToString(),
            "check-in" => (
                await db
                    .KeyResults.IgnoreQueryFilters()
                    .OrderByDescending(k => k.CreatedAt)
                    .FirstOrDefaultAsync(k => k.DoesWhat.StartsWith("wait at"))
            )?.Id.ToString(),
            "surveys" => (await db.Surveys.IgnoreQueryFilters().FirstOrDefaultAsync())?.Id.ToString(),
            _ => null,
        };
        if (template.EndsWith("/scores/{Question}", StringComparison.Ordinal))
        {
            var scored = (await db.Questions.IgnoreQueryFilters().OrderBy(q => q.Id).ToListAsync()).FirstOrDefault(q =>
                q.IsScored
            );
            return scored is null ? null : $"/listen/surveys/{scored.SurveyId}/scores/{scored.Id}";
        }
        return entity is null ? null : Parameter().Replace(template, entity, 1);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    /// <summary>Laid in once, however many tests look at it.</summary>
    static readonly Lazy<Task<string>> Sample = new(async () =>
    {
        var folder = Directory.CreateTempSubdirectory("heed-sample-").FullName;
        return (await SampleOrganisation.Lay([$"--Heed:Data={folder}"], default)).Refused(out var refusal)
            ? throw new InvalidOperationException(refusal.Because)
            : folder;
    });

    /// <summary>A Heed with the sample organisation, its own copy.</summary>
    public static async Task<Running> WithSample()
    {
        var folder = Directory.CreateTempSubdirectory("heed-screens-").FullName;
        foreach (var file in Directory.GetFiles(await Sample.Value))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return await Stage.Open(folder);
    }

    public static async Task SignIn(this IPage page)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail").FillAsync(SampleOrganisation.Email);
        await page.GetByLabel("Password").FillAsync(SampleOrganisation.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }
}
