using AngleSharp.Html.Dom;
using Heed.Ui;
using Heed.Ui.Samples;
using Microsoft.AspNetCore.Components;

namespace Heed.Tests.Ui;

public class PartsTests
{
    static async Task<IHtmlDocument[]> Everything() =>
        [
            await Drawn.Page<PartsSample>(),
            await Drawn.Page<FormsSample>(),
            await Drawn.Page<ChartsSample>(),
            await Drawn.Page<Palette>(),
            await Drawn.Page<KeyList>(("Of", new[] { new Shortcut("g h", "Home") })),
            await Drawn.Page<ThemeSwitch>(("Theme", "dark")),
            await Drawn.Page<HeadLinks>(),
        ];

    [Fact]
    public void Every_component_of_the_design_system_is_shown_in_the_gallery()
    {
        var shown = string.Concat(Directory.GetFiles(Samples(), "*.razor").Select(File.ReadAllText));
        var parts = Directory
            .GetFiles(Path.Combine(Samples(), ".."), "*.razor", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name =>
                typeof(StatusMark).Assembly.GetTypes().Any(t => t.Name == name && t.Namespace!.StartsWith("Heed.Ui"))
            )
            .ToList();
        string[] inside =
        [
            "_Imports",
            "Gallery",
            "PartsSample",
            "FormsSample",
            "ChartsSample",
            "ChartFrame",
            "Words",
            "BandDrawing",
            "BandPoints",
            "DotDrawing",
            "DivergingDrawing",
            "ActForm",
            "Shape",
            "Breadcrumbs",
            "HeadLinks",
            "Palette",
            "KeyList",
            "ThemeSwitch",
        ];

        Assert.True(parts.Count > 40);
        Assert.All(parts.Except(inside), part => Assert.Contains($"<{part}", shown));
    }

    [Fact]
    public async Task Nothing_is_styled_or_scripted_inline_because_the_content_policy_forbids_it()
    {
        foreach (var page in await Everything())
        {
            Assert.Empty(page.QuerySelectorAll("[style], style"));
            Assert.Empty(page.QuerySelectorAll("script:not([src])"));
            Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on"));
        }
    }

    [Fact]
    public async Task Every_field_has_a_label_and_every_reference_leads_somewhere()
    {
        foreach (var page in await Everything())
        {
            foreach (var field in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
            {
                var named =
                    field.Closest("label") is not null
                    || field.HasAttribute("aria-label")
                    || page.QuerySelector($"label[for='{field.Id}']") is not null;
                Assert.True(named, $"{field.OuterHtml} has no label.");
            }
            string[] references = ["aria-describedby", "aria-labelledby", "aria-controls", "popovertarget", "for"];
            foreach (var reference in references)
            foreach (var element in page.QuerySelectorAll($"[{reference}]"))
            foreach (var id in element.GetAttribute(reference)!.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Assert.True(page.GetElementById(id) is not null, $"{reference}={id} leads nowhere.");
        }
    }

    [Fact]
    public async Task No_id_is_used_twice_on_a_page()
    {
        foreach (var page in await Everything())
            Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public async Task A_link_or_button_always_has_words()
    {
        foreach (var page in await Everything())
        foreach (var control in page.QuerySelectorAll("a[href], button"))
        {
            var words =
                control.GetAttribute("aria-label")
                ?? control.QuerySelector("[aria-label]")?.GetAttribute("aria-label")
                ?? control.TextContent;
            Assert.False(string.IsNullOrWhiteSpace(words), control.OuterHtml);
        }
    }

    [Theory]
    [InlineData(Status.OnCourse, "On course")]
    [InlineData(Status.Watch, "Watch")]
    [InlineData(Status.OffCourse, "Off course")]
    [InlineData(Status.Held, "Held")]
    [InlineData(Status.NotKnown, "Not known")]
    public async Task A_status_is_a_shape_and_a_word_and_a_colour(Status status, string word)
    {
        var page = await Drawn.Page<StatusMark>(("Is", status));

        Assert.Equal(word, page.QuerySelector(".status")!.Says());
        Assert.NotNull(page.QuerySelector($"svg.state.{status.Class()}"));
    }

    [Fact]
    public async Task The_five_shapes_differ_from_each_other()
    {
        var shapes = new List<string>();
        foreach (var status in Enum.GetValues<Status>())
            shapes.Add((await Drawn.Page<Shape>(("Is", status))).QuerySelector("svg")!.InnerHtml.Trim());

        Assert.Equal(5, shapes.Distinct().Count());
    }

    [Theory]
    [InlineData(VerdictWord.NoChange, "No change")]
    [InlineData(VerdictWord.CannotTell, "Cannot tell")]
    [InlineData(VerdictWord.NotMeasured, "Not measured")]
    public async Task What_is_not_better_or_worse_is_never_coloured_so(VerdictWord verdict, string word)
    {
        var page = await Drawn.Page<VerdictMark>(("Is", verdict));

        Assert.Equal(word, page.QuerySelector(".status")!.Says());
        Assert.NotNull(page.QuerySelector("svg.not-known"));
    }

    [Fact]
    public async Task Pages_for_customers_carry_no_script()
    {
        Assert.Empty((await Drawn.Page<HeadLinks>(("Public", true))).QuerySelectorAll("script"));
        Assert.Single((await Drawn.Page<HeadLinks>()).QuerySelectorAll("script[type=module]"));
    }

    [Fact]
    public async Task Files_of_the_head_are_found_from_any_page()
    {
        var head = await Drawn.Page<HeadLinks>();
        var addresses = head.QuerySelectorAll("link, script")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src"))
            .ToList();

        Assert.All(addresses, address => Assert.StartsWith("/", address));
        await using var world = await World.Start();
        foreach (var address in addresses)
            Assert.True((await world.Visitor().GetAsync(address)).IsSuccessStatusCode, address);
    }

    [Fact]
    public async Task A_dialog_opens_without_scripts_by_its_address()
    {
        var page = await Drawn.Page<ConfirmDialog>(
            ("Id", "remove"),
            ("Opener", "Remove"),
            ("Title", "Remove it?"),
            ("Action", "/x"),
            ("Go", "Remove it")
        );

        Assert.Equal("#remove", page.QuerySelector("a[data-dialog]")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("dialog#remove form[method=post]"));
    }

    static string Samples([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Heed/Ui/Samples"));
}
