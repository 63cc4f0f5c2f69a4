using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Heed.Aim;
using Heed.People;
using Heed.Tests.Aim;
using Heed.Tests.Try;
using Heed.Tests.Ui;
using Heed.Tests.Waste;
using Heed.Try;
using Heed.Waste;

namespace Heed.Tests;

/// <summary>
/// Every form of every page, posted empty and with each field faulty: the answer is a sentence or a way on, what was
/// typed stays, the focus goes to what is wrong, and nothing breaks. A form that no address here shows is named.
/// </summary>
public sealed partial class FormWalk
{
    readonly List<string> _wrong = [];
    readonly HashSet<string> _met = [];

    [Fact]
    [OnOneDatabase("what a form says of what it cannot read; what it stores is tested where it is")]
    public async Task Every_form_answers_what_is_wrong_with_a_sentence_and_keeps_what_was_typed()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var addresses = await Addresses(world, maya);
        // Signed in only now: the clock has gone on.
        var browser = await maya.Browser();
        foreach (var address in addresses)
            await Try(browser, address);
        foreach (var address in await Outside(world, maya))
            await Try(world.Visitor(), address);
        var unmet = Written.Except(_met).Except(Elsewhere.Keys).Order(StringComparer.Ordinal).ToList();
        Assert.True(unmet.Count == 0, $"No address of this walk shows the forms {string.Join(", ", unmet)}.");
        Assert.True(_wrong.Count == 0, string.Join("\n", _wrong));
    }

    /// <summary>Forms that need a state of their own, and who tests them.</summary>
    static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["keep"] = "shown for a table that was pasted; PasteMetricsTests",
        ["claim"] = "shown while nobody is here; ClaimFirstWorkspaceTests",
        ["remove-sample"] = "shown in the sample organisation only; StoriesTests",
        ["code"] = "shown to who has given a password and has a second step; SecondStepTests",
        ["off"] = "shown to who has a second step; SecondStepTests",
        ["papers"] = "shown to who has a second step; SecondStepTests",
        ["add"] = "shown at an address that has passkeys; PasskeyTests",
        ["make"] = "shown to who has begun to add a passkey; PasskeyTests",
        ["remove"] = "shown to who has a passkey; PasskeyTests",
        ["first-password"] = "shown to who comes by the provider and has no password; ProveByProviderTests",
        ["passkey"] = "shown at an address that has passkeys; PasskeyTests",
        ["here"] = "shown at the code of a spot; SpotTests",
        ["rate"] = "shown for the code of a receipt, and has no field; ReceiptTests",
        ["withdrawal"] = "shown for the code of a receipt, and has no field; ReceiptTests",
        ["stage"] = "shown for a trial that runs in stages; StagesTests",
        ["end-reset"] = "shown while meetings come back, and has no field; ResetTests",
        ["nominate-practice"] = "shown where something is expensive and unsupported, and has no field; ReviewTests",
        ["take-back-claim"] = "shown where something is claimed, and has no field; ReviewTests",
        ["permanent"] = "shown for a waiver of a control that was changed; ControlTests",
        ["sign"] = "shown to who signs a change of a binding, and has no field; ControlTests",
        ["restore"] = "shown for a retired metric only, and has no field; MetricPagesTests",
    };

    /// <summary>The names of all forms, as the pages write them.</summary>
    static readonly HashSet<string> Written =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", "Heed"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(f => FormName().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value),
    ];

    internal static async Task<List<string>> Addresses(World world, Cast maya)
    {
        var (objective, _, metric) = await maya.Live();
        var planned = await world.As(maya, here => SampleAim.Trial(here, maya));
        var running = await world.As(maya, here => SampleAim.Trial(here, maya));
        await maya.Do<StartTrial, Trial>(start => start.Run(running.Id, default));
        var (classed, decided, held) = (
            (await maya.Said("Step one serves nobody.")).Nomination,
            (await maya.Said("Step two serves nobody.")).Nomination,
            (await maya.Said("Step three serves nobody.")).Nomination
        );
        await maya.Classed(classed);
        await maya.Classed(decided);
        await maya.Decided(decided, NominationDecision.Remove);
        await maya.Held(held);
        // Into which what was aimed at may go on.
        await maya.Do<PlanCycle, Cycle>(plan =>
            plan.Run(
                new()
                {
                    Name = "2035 Q2",
                    Start = new(2035, 4, 1),
                    End = new(2035, 6, 30),
                },
                default
            )
        );
        var rosa = await FamilyTests.OtherTeam(maya);
        await maya.Do<ShareObjective, SharedObjective>(s =>
            s.Ask(objective.Id, new() { Team = rosa.Team.Id }, default)
        );
        world.Clock.Move(TimeSpan.FromDays(78));
        List<string> addresses =
        [
            $"/metrics/{metric.Id}",
            $"/aim/key-results/new?objective={objective.Id}&metric={metric.Id}",
            $"/try/new?metric={metric.Id}",
            $"/try/{running.Id}",
            $"/try/{(await maya.WithTwoArms(metric)).Id}",
            $"/try/{planned.Id}/edit",
            $"/waste/practices/{(await maya.BeingRemoved(metric)).Id}",
            $"/aim/objectives/{objective.Id}",
            "/aim/check-in",
            $"/waste/nominations/{classed}",
            $"/waste/nominations/{decided}",
            $"/waste/nominations/{held}",
            .. await OfControls(world, maya),
            $"/waste/business-cases/{(await maya.LiveBusinessCase()).Id}",
            .. await OfMeetings(world, maya),
            .. await OfStoryboards(maya),
            .. await OfHandOffs(world, maya),
        ];
        foreach (var page in Routes.Pages.Where(p => !p.Contains("{Code}", StringComparison.Ordinal)))
        {
            var address = Routes.WithValues(page);
            foreach (var (parameter, of) in Routes.Parameters(address))
                address = address.Replace(parameter, await Samples.Make(world, maya, of), StringComparison.Ordinal);
            addresses.Add(address);
        }
        return addresses;
    }

    /// <summary>A board that has nothing yet, one with a step that is locked, and obstacles that wait or were measured away.</summary>
    static async Task<string[]> OfStoryboards(Cast maya)
    {
        var (board, _, obstacle) = await maya.AtWork();
        await maya.Seen(await maya.Locked(await maya.Planned(board)));
        var locked = await maya.Locked(await maya.Planned(board, "Put the milk beside the machine"));
        return
        [
            $"/try/storyboards/{(await maya.Opened()).Id}",
            $"/try/storyboards/{board.Id}",
            $"/try/experiments/{locked.Id}",
            $"/try/experiments/new?board={board.Id}",
            $"/try/obstacles/{obstacle.Id}",
            $"/try/obstacles/{(await maya.Named()).Id}",
        ];
    }

    /// <summary>A walk note of somebody else, and hand-offs that the other side brought up, that wait for a story, and that are told.</summary>
    static async Task<string[]> OfHandOffs(World world, Cast maya)
    {
        var walker = await world.Colleague(maya, "Walter", Role.Contributor);
        var note = await walker.Walked();
        var (told, rosa) = await maya.HandsOver();
        await maya.Told(told, "Three lists.", 2);
        await rosa.Told(told, "Asked twice.", 3);
        var raised = await rosa.Do<RaiseHandOff, HandOff>(r =>
            r.Run(
                new()
                {
                    Name = "The empty crates",
                    Promise = "Clean, by Friday.",
                    Giver = told.TakerId,
                    Taker = maya.Team.Id,
                },
                default
            )
        );
        await maya.Named();
        return [$"/waste/walks/{note.Id}", $"/waste/hand-offs/{told.Id}", $"/waste/hand-offs/{raised.Id}"];
    }

    /// <summary>A reset that is under way, two days on.</summary>
    static async Task<string[]> OfMeetings(World world, Cast maya)
    {
        await maya.BringsIn(SampleMeetings.Counter());
        var spared = (await maya.Meetings())["Plan of the week"].PracticeId;
        await maya.Do<BeginReset, Reset>(b =>
            b.Run(maya.Team.Id, new() { Reason = "Anew.", Spared = [spared] }, default)
        );
        world.Clock.Move(TimeSpan.FromHours(49));
        return [$"/waste/meetings/{maya.Team.Id}"];
    }

    /// <summary>A binding that waits for its signature, and a waiver that is live.</summary>
    static async Task<string[]> OfControls(World world, Cast maya)
    {
        var law = await maya.Requirement(Binding.Law, "Allergens at hand");
        await maya.Do<ChangeBinding, Requirement>(c =>
            c.Propose(law.Id, new() { Binding = Binding.Habit, Why = "It is no law." }, default)
        );
        await maya.Signs(maya);
        var cleo = await world.Colleague(maya, "Dora", Role.Contributor);
        var waiver = await cleo.AsksWaiver(await maya.Control(), maya.Workspace.Today(world.Clock).AddDays(60));
        await maya.Grants(waiver);
        var policy = await maya.Requirement();
        return [$"/waste/requirements/{law.Id}", $"/waste/requirements/{policy.Id}", $"/waste/waivers/{waiver.Id}"];
    }

    static async Task<string[]> Outside(World world, Cast maya)
    {
        var invited = await maya.Do<InviteMember, InvitationMade>(invite =>
            invite.Run(new() { Email = "noa@harbor.example", Role = Role.Viewer }, default)
        );
        var cleo = await world.Colleague(maya, "Cleo", Role.Viewer);
        var link = await maya.Do<OfferNewPassword, PasswordLinkMade>(offer => offer.Run(cleo.Member.Id, default));
        return ["/sign-in", new Uri(invited.Link!).PathAndQuery, new Uri(link.Link!).PathAndQuery];
    }

    async Task Try(HttpClient browser, string address)
    {
        var page = await Shown(browser, address);
        foreach (var name in Handlers(page).Where(_met.Add).ToList())
        {
            if (await Post(browser, address, page, name, null))
                page = await Shown(browser, address);
            if (Form(page, name) is not { } form)
                continue;
            foreach (var field in Open(form).Select(f => f.GetAttribute("name")!).Distinct().ToList())
            {
                if (await Post(browser, address, page, name, field))
                    page = await Shown(browser, address);
            }
        }
    }

    /// <summary>Also where the address alone is not enough, and a page says so.</summary>
    static async Task<IHtmlDocument> Shown(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        return await answer.Html();
    }

    /// <summary>The handlers of the forms of a page that have a field to fill in, or are Form's.</summary>
    static IEnumerable<string> Handlers(IHtmlDocument page) =>
        page.QuerySelectorAll("form[method=post] input[name=_handler]")
            .Select(i => i.GetAttribute("value")!)
            .Where(Written.Contains);

    static IHtmlFormElement? Form(IHtmlDocument page, string name) =>
        page.Forms.FirstOrDefault(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == name);

    static IEnumerable<IElement> Open(IHtmlFormElement form) =>
        form.QuerySelectorAll("input, select, textarea")
            .Where(f => f.GetAttribute("type") is not ("hidden" or "submit"));

    /// <summary>
    /// Posts the form empty, or as it stands with one field faulty, and judges the answer. True where it was taken, and
    /// the page is another now.
    /// </summary>
    async Task<bool> Post(HttpClient browser, string address, IHtmlDocument shown, string name, string? faulty)
    {
        if (Form(shown, name) is not { } form)
            return false;
        var posted = Forms.Filled(form);
        foreach (var field in Open(form).Select(f => (Name: f.GetAttribute("name")!, Type: f.GetAttribute("type"))))
        {
            if (faulty is null)
                posted[field.Name] = "";
            else if (field.Name == faulty)
                posted[field.Name] =
                    field.Type is "text" or "search" or null && !IsSelect(form, field.Name)
                        ? new string('w', 5000)
                        : "not this";
            if (field.Type is "checkbox" or "radio" or "file" && field.Name != faulty)
                posted.Remove(field.Name);
        }
        var what = $"{address}, form “{name}”, {(faulty is null ? "empty" : $"“{faulty}” faulty")}";
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : address;
        using HttpContent content = form.GetAttribute("enctype") is { }
            ? Multipart(posted)
            : new FormUrlEncodedContent(posted);
        using var answer = await browser.PostAsync(action, content);
        if (answer.StatusCode == HttpStatusCode.Redirect)
            return true;
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            _wrong.Add($"{what}: answered {(int)answer.StatusCode}.");
            return false;
        }
        var page = await answer.Html();
        if (
            faulty is not null
            && IsUnread(form, faulty)
            && Form(page, name)?.QuerySelector($"[name='{faulty}']") is { } asked
        )
        {
            if (asked.Closest(".field")!.QuerySelector(".error") is null)
                _wrong.Add($"{what}: nothing is said beside the field.");
        }
        if (page.QuerySelector("main [role=alert], .bare [role=alert], form [role=alert]") is not null)
            _wrong.AddRange(Faults(page, name, posted).Select(f => $"{what}: {f}"));
        return false;
    }

    /// <summary>No number and no day can be read from what is typed there.</summary>
    static bool IsUnread(IHtmlFormElement form, string name) =>
        form.QuerySelector($"[name='{name}']")!.GetAttribute("type") is "number" or "date";

    static bool IsSelect(IHtmlFormElement form, string name) =>
        form.QuerySelector($"select[name='{name}']") is not null;

    static MultipartFormDataContent Multipart(Dictionary<string, string> posted)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in posted)
            content.Add(new StringContent(value), name);
        return content;
    }

    /// <summary>What a refused form owes to whoever filled it in.</summary>
    static IEnumerable<string> Faults(IHtmlDocument page, string name, Dictionary<string, string> posted)
    {
        if (Form(page, name) is not { } form)
        {
            yield return "the form is gone.";
            yield break;
        }
        foreach (var said in page.QuerySelectorAll("[role=alert] li").Select(li => li.Says()))
        {
            if (!said.EndsWith('.') && !said.EndsWith('?'))
                yield return $"“{said}” is no sentence.";
            if (
                said.Contains("is not valid for", StringComparison.Ordinal)
                || said.Contains(" field is ", StringComparison.Ordinal)
            )
                yield return $"“{said}” is the framework's word, not ours.";
        }
        foreach (var link in page.QuerySelectorAll("[role=alert] a"))
        {
            if (page.QuerySelector(link.GetAttribute("href")!) is not { } field)
                yield return $"{link.GetAttribute("href")} leads to no field.";
            else if (field.Closest(".field")!.QuerySelector(".error")?.Says() != link.Says())
                yield return $"“{link.Says()}” does not stand beside its field.";
        }
        var focused = page.QuerySelectorAll("[autofocus]");
        var wanted = form.QuerySelector(".field.wrong") ?? page.QuerySelector("[role=alert]");
        if (focused.Length != 1 || focused[0].Closest(".field.wrong, [role=alert]") != wanted)
            yield return $"the focus is not on what is wrong first, but on {string.Join(", ", focused.Select(f => f.GetAttribute("name") ?? f.ClassName))}.";
        foreach (var field in Open(form))
        {
            var (key, typed) = (field.GetAttribute("name")!, field.GetAttribute("type"));
            var was = posted.GetValueOrDefault(key) ?? "";
            if (Kept(field) is { } kept && kept.ReplaceLineEndings("\n") != was)
                yield return $"“{key}” was “{was[..Math.Min(was.Length, 40)]}” and is “{kept[..Math.Min(kept.Length, 40)]}” now.";
        }
    }

    /// <summary>What the field shows; null where it is not to be shown again or is not one of its words.</summary>
    static string? Kept(IElement field) =>
        field switch
        {
            IHtmlInputElement { Type: "password" or "file" or "radio" or "checkbox" } => null,
            // As it is written: AngleSharp's Value is what a browser would make of it.
            IHtmlInputElement input => input.GetAttribute("value") ?? "",
            IHtmlTextAreaElement area => area.TextContent,
            _ => null,
        };

    [GeneratedRegex("<Form\\s[^>]*?Name=\"([^\"]+)\"")]
    private static partial Regex FormName();

    [Fact]
    public void A_form_that_forgets_what_was_typed_or_drops_the_field_of_a_refusal_is_named()
    {
        const string form = """
            <main><form method="post"><input type="hidden" name="_handler" value="beans">
            <div class="form-errors" role="alert" autofocus><ul><li><a href="#field-asked-name">Sold out</a></li></ul></div>
            <div class="field"><input id="field-asked-name" name="Asked.Name" value=""></div></form></main>
            """;
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(form);
        Assert.Equal(
            [
                "“Sold out” is no sentence.",
                "“Sold out” does not stand beside its field.",
                "“Asked.Name” was “Sidamo” and is “” now.",
            ],
            Faults(page, "beans", new() { ["Asked.Name"] = "Sidamo" })
        );
    }

    [Fact]
    public void Pages_have_one_kind_of_form()
    {
        var others = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", "Heed"), "*.razor", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith("/Ui/Forms/Form.razor", StringComparison.Ordinal))
            .Where(f => IsAnotherForm(File.ReadAllText(f)));
        Assert.Empty(others);
        Assert.True(IsAnotherForm("<EditForm Model=\"Asked\">"));
    }

    static bool IsAnotherForm(string text) => text.Contains("<EditForm", StringComparison.Ordinal);
}
