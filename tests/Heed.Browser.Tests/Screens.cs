using System.Reflection;
using System.Text.RegularExpressions;
using Heed.Aim;
using Heed.Demo;
using Heed.Kit;
using Heed.Listen;
using Heed.Mail;
using Heed.People;
using Heed.Shell;
using Heed.Storage;
using Heed.Try;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;

namespace Heed.Browser.Tests;

/// <summary>Every page of Heed with an id of the sample organisation in it, found by its route.</summary>
static class Screens
{
    public static IEnumerable<string> Routes { get; } =
        typeof(Server)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
            .Select(r => r.Template)
            .Where(t =>
                t
                    is not (
                        "/ui"
                        or "/missing"
                        or "/trouble"
                        or "/sign-in"
                        or "/claim"
                        or "/new-password"
                        or "/unsubscribe"
                    )
            )
            .Where(t => !t.StartsWith("/invitations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>Screens that a route alone does not reach: what it asks for, and other states of the same thing.</summary>
    public static async Task<IReadOnlyList<string>> More(HeedDb db)
    {
        var objective = (
            await db.Objectives.IgnoreQueryFilters().FirstAsync(o => o.Title.StartsWith("New regulars"))
        ).Id;
        var keyResults = await db.KeyResults.IgnoreQueryFilters().ToListAsync();
        var trials = await db.Trials.IgnoreQueryFilters().ToListAsync();
        var number = await db.Questions.IgnoreQueryFilters().FirstAsync(q => q.Kind == QuestionKind.Number);
        var reorders = keyResults.First(k => k.DoesWhat.StartsWith("order again", StringComparison.Ordinal));
        return
        [
            $"/aim/key-results/new?objective={objective}",
            $"/aim/key-results/new?objective={objective}&metric={reorders.MetricId}",
            .. keyResults.Where(k => k != reorders).Select(k => $"/aim/key-results/{k.Id}"),
            $"/try/new?keyResult={reorders.Id}",
            $"/try/new?metric={reorders.MetricId}&lever=Environment&move=let-the-place-do-it",
            .. trials
                .Where(t =>
                    t.Change.StartsWith("Call", StringComparison.Ordinal)
                    || t.Change.StartsWith("Offer", StringComparison.Ordinal)
                    || t.Change.StartsWith("Ask", StringComparison.Ordinal)
                    || t.Change.StartsWith("A ", StringComparison.Ordinal)
                )
                .Select(t => $"/try/{t.Id}"),
            $"/listen/surveys/{number.SurveyId}/questions/{number.Id}",
            "/find?q=re",
            "/find?q=zzz",
            "/?all=stuck",
            // One of each state: what else differs on them is their words.
            .. (await db.Practices.IgnoreQueryFilters().ToListAsync())
                .DistinctBy(p => p.State)
                .Select(p => $"/waste/practices/{p.Id}"),
            .. (await db.Nominations.IgnoreQueryFilters().ToListAsync())
                .DistinctBy(n => n.State)
                .Select(n => $"/waste/nominations/{n.Id}"),
            .. (await db.Controls.IgnoreQueryFilters().ToListAsync()).Select(c => $"/waste/controls/{c.PracticeId}"),
            .. (await db.Requirements.IgnoreQueryFilters().ToListAsync()).Select(r => $"/waste/requirements/{r.Id}"),
            $"/here?code={(await db.Spots.IgnoreQueryFilters().FirstAsync()).Code}",
            .. (await db.BusinessCases.IgnoreQueryFilters().ToListAsync()).Select(c => $"/waste/business-cases/{c.Id}"),
            "/waste/controls?words=zzz",
            "/waste/controls/table",
            "/waste/requirements/catalog",
            "/waste/requirements?words=zzz",
            .. (await db.TeamCalendars.IgnoreQueryFilters().ToListAsync()).Select(c => $"/waste/meetings/{c.TeamId}"),
            "/waste/practices?state=Relapsed&order=Name",
            "/waste/practices?words=zzz",
            "/aim?only=silent",
            "/aim?only=no-start",
            "/journal?mine=true",
        ];
    }

    /// <summary>Where a person is who has not signed in: the pages that let one in, each with a code that is good.</summary>
    public static async Task<IReadOnlyList<string>> BeforeSignIn(IServiceProvider services)
    {
        var db = services.GetRequiredService<HeedDb>();
        var maya = await db.Members.IgnoreQueryFilters().FirstAsync(m => m.Role == Role.Admin);
        services.GetRequiredService<Visit>().Enter(await db.Workspaces.FirstAsync(w => w.Id == maya.WorkspaceId), null);
        var (code, now) = (Secret.New("invitation"), TimeProvider.System.GetUtcNow());
        db.Invitations.Add(
            new Invitation
            {
                Email = "NEW@HARBOR.EXAMPLE",
                Role = Role.Contributor,
                CodeHash = Secret.Hash(code),
                ExpiresAt = now + Invitation.Lifetime,
                InvitedBy = maya.Id,
                InvitedAt = now,
            }
        );
        await db.SaveChangesAsync();
        var password = await services
            .GetRequiredService<PasswordLink>()
            .Make(await db.Users.FirstAsync(p => p.Id == maya.PersonId));
        var unsubscribe = services.GetRequiredService<UnsubscribeLink>().Code(maya.WorkspaceId, "guest@harbor.example");
        await services.GetRequiredService<MailFolder>().Keep(maya.WorkspaceId, Kept, Letter(), default);
        return
        [
            "/sign-in",
            "/sign-in?not=away",
            $"/invitations/{code}",
            new Uri(password.Link!).PathAndQuery,
            $"/unsubscribe?code={unsubscribe}",
        ];
    }

    /// <summary>Where one that is there is about to be removed.</summary>
    public static async Task<string> WithPasskey(HeedDb db)
    {
        byte[] id = [1, 2, 3];
        db.UserPasskeys.Add(
            new()
            {
                CredentialId = id,
                UserId = (await db.Members.IgnoreQueryFilters().FirstAsync(m => m.Role == Role.Admin)).PersonId,
                Data = new()
                {
                    Name = "Laptop",
                    PublicKey = id,
                    CreatedAt = TimeProvider.System.GetUtcNow(),
                },
            }
        );
        await db.SaveChangesAsync();
        return $"/passkeys?remove={Passkey.Named(id)}";
    }

    /// <summary>The newest step of the sample's storyboard.</summary>
    static Task<ExperimentRecord> Board(HeedDb db) =>
        db.Experiments.IgnoreQueryFilters().OrderByDescending(e => e.Number).FirstAsync();

    /// <summary>A mail that stayed here, since no server is set.</summary>
    static readonly Id<Job> Kept = Id<Job>.New();

    static MimeMessage Letter()
    {
        var letter = new MimeMessage
        {
            Subject = "Join Harbor Coffee",
            Body = new TextPart("plain") { Text = "Welcome." },
        };
        letter.From.Add(new MailboxAddress("Heed", "heed@harbor.example"));
        letter.To.Add(new MailboxAddress("Noa", "noa@harbor.example"));
        return letter;
    }

    /// <summary>The address of a page, its parameters filled in from the sample; a page that nobody placed fails the test.</summary>
    public static async Task<string> Address(string template, HeedDb db)
    {
        if (template == "/aim/key-results/new")
            return $"{template}?objective={await Objective()}";
        if (template == "/try/experiments/new")
            return $"{template}?board={(await Board(db)).StoryboardId}";
        if (!template.Contains('{', StringComparison.Ordinal))
            return template;
        var place = template[..template.IndexOf("/{", StringComparison.Ordinal)];
        var id = place switch
        {
            "/metrics" => $"{(await db.Metrics.IgnoreQueryFilters().OrderBy(m => m.CreatedAt).FirstAsync()).Id}",
            "/aim/key-results" => $"{await KeyResult("order again")}",
            "/aim/check-in" => $"{await KeyResult("wait at")}",
            "/aim/objectives" => $"{await Objective()}",
            "/map/ties" => $"{(await db.Ties.IgnoreQueryFilters().OrderByDescending(x => x.Id).FirstAsync()).Id}",
            "/aim/strategy" => $"{(await db.Strategies.IgnoreQueryFilters().OrderBy(x => x.Start).FirstAsync()).Id}",
            "/aim/agendas" => $"{(await db.Agendas.IgnoreQueryFilters().OrderBy(a => a.Id).FirstAsync()).Id}",
            "/aim/dependencies" => $"{(await db.Dependencies.IgnoreQueryFilters().OrderBy(d => d.Id).FirstAsync()).Id}",
            "/aim/assumptions" => $"{(await db.Assumptions.IgnoreQueryFilters().OrderBy(a => a.Id).FirstAsync()).Id}",
            "/aim/beside" => $"{(await db.Siblings.IgnoreQueryFilters().OrderBy(x => x.Id).FirstAsync()).Id}",
            "/waste/practices" => $"{(await db.Practices.IgnoreQueryFilters().OrderBy(p => p.Id).FirstAsync()).Id}",
            "/waste/controls" =>
                $"{(await db.Controls.IgnoreQueryFilters().OrderBy(c => c.PracticeId).FirstAsync()).PracticeId}",
            "/waste/meetings" =>
                $"{(await db.TeamCalendars.IgnoreQueryFilters().OrderBy(c => c.TeamId).FirstAsync()).TeamId}",
            "/waste/requirements" =>
                $"{(await db.Requirements.IgnoreQueryFilters().OrderBy(r => r.Id).FirstAsync()).Id}",
            "/waste/waivers" => $"{(await db.Waivers.IgnoreQueryFilters().OrderBy(w => w.Id).FirstAsync()).Id}",
            "/waste/business-cases" =>
                $"{(await db.BusinessCases.IgnoreQueryFilters().OrderBy(c => c.Id).FirstAsync()).Id}",
            "/waste/order" => $"{(await db.Candidates.IgnoreQueryFilters().OrderBy(c => c.Id).FirstAsync()).Id}",
            "/waste/review" =>
                $"{(await db.OutcomeClaims.IgnoreQueryFilters().OrderBy(c => c.Id).FirstAsync()).PracticeId}",
            "/waste/walks" => $"{(await WasteScreens.Walk(db)).Id}",
            "/waste/hand-offs" => $"{(await WasteScreens.HandOff(db)).Id}",
            "/waste/asks" => $"{(await WasteScreens.Ask(db)).Id}",
            "/waste/rights" => $"{(await WasteScreens.Right(db)).Id}",
            "/waste/spots" => $"{(await db.Spots.IgnoreQueryFilters().FirstAsync()).Id}",
            "/waste/nominations" => $"{(await db.Nominations.IgnoreQueryFilters().OrderBy(n => n.Id).FirstAsync()).Id}",
            "/try/storyboards" => $"{(await Board(db)).StoryboardId}",
            "/try/services" => $"{(await db.Services.IgnoreQueryFilters().FirstAsync()).Id}",
            "/try/experiments" => $"{(await Board(db)).Id}",
            "/try/obstacles" => $"{(await Board(db)).ObstacleId}",
            "/try" => $"{await Trial(template.EndsWith("/edit", StringComparison.Ordinal) ? "A shorter" : "Text")}",
            "/listen/surveys" => $"{(await db.Surveys.IgnoreQueryFilters().FirstAsync()).Id}",
            "/listen/lifetime" => $"{(await db.LifetimeRuns.IgnoreQueryFilters().FirstAsync()).Id}",
            "/listen/imports" => $"{(await db.Imports.IgnoreQueryFilters().FirstAsync()).Id}",
            "/mail" => $"{Kept}",
            "/customers" => $"{(await db.CustomerGroups.IgnoreQueryFilters().OrderBy(g => g.Id).FirstAsync()).Id}",
            "/members" => $"{(await db.Members.IgnoreQueryFilters().FirstAsync(m => m.Role != Role.Admin)).Id}",
            "/teams" => $"{(await db.Teams.IgnoreQueryFilters().FirstAsync(t => t.Name == "Counter")).Id}",
            _ => throw new InvalidOperationException($"Teach Screens where in the sample {template} is."),
        };
        var address = template
            .Replace("{Id}", id, StringComparison.Ordinal)
            .Replace("{Objective}", id, StringComparison.Ordinal)
            .Replace("{KeyResult}", id, StringComparison.Ordinal);
        if (address.EndsWith("/{Question}", StringComparison.Ordinal))
        {
            var questions = await db.Questions.IgnoreQueryFilters().OrderBy(q => q.Id).ToListAsync();
            address = address.Replace(
                "{Question}",
                $"{questions.First(q => template.Contains("/questions/", StringComparison.Ordinal) ? q.IsChoice : q.IsScored).Id}",
                StringComparison.Ordinal
            );
        }
        return address.Contains('{', StringComparison.Ordinal)
            ? throw new InvalidOperationException($"Teach Screens what the other parameter of {template} is.")
            : address;

        async Task<Id<Objective>> Objective() =>
            (await db.Objectives.IgnoreQueryFilters().FirstAsync(o => o.Title.StartsWith("New regulars"))).Id;

        async Task<Id<KeyResult>> KeyResult(string does) =>
            (
                await db
                    .KeyResults.IgnoreQueryFilters()
                    .OrderByDescending(k => k.CreatedAt)
                    .ThenBy(k => k.Id)
                    .FirstAsync(k => k.DoesWhat.StartsWith(does))
            ).Id;

        async Task<Id<Trial>> Trial(string change) =>
            (await db.Trials.IgnoreQueryFilters().FirstAsync(t => t.Change.StartsWith(change))).Id;
    }

    public static async Task SignIn(this IPage page, string email = SampleOrganisation.Email)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(SampleOrganisation.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        // Asked of the page: where an event is waited for, one that fires meanwhile is missed now and then.
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("/sign-in"));
        await Assertions.Expect(page.Locator("main")).ToBeVisibleAsync();
    }
}
