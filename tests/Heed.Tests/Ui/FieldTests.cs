using Heed.Ui;

namespace Heed.Tests.Ui;

public class FieldTests
{
    [Fact]
    public async Task An_error_stands_beside_its_field_and_is_read_with_it()
    {
        var page = await Drawn.Page<Field>(
            ("Name", "Asked.Target"),
            ("Label", "Target"),
            ("Hint", "Of 100."),
            ("Error", "Give a number.")
        );
        var input = page.QuerySelector("input")!;

        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("field-asked-target-hint field-asked-target-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("Give a number.", page.GetElementById("field-asked-target-error")!.Says());
        Assert.Equal("Asked.Target", input.GetAttribute("name"));
    }

    [Fact]
    public async Task A_sound_field_says_nothing_of_errors()
    {
        var page = await Drawn.Page<Field>(("Name", "Asked.Target"), ("Label", "Target"), ("Value", "62"));

        Assert.Null(page.QuerySelector(".error, .wrong, [aria-invalid], [aria-describedby]"));
        Assert.Equal("62", page.QuerySelector("input")!.GetAttribute("value"));
        Assert.Contains("(optional)", page.QuerySelector("label")!.TextContent);
    }

    [Fact]
    public async Task The_chosen_answer_of_a_select_and_of_radios_stays_chosen()
    {
        Choice[] options = [new("a", "Rule"), new("b", "Wait")];
        foreach (var kind in new[] { FieldKind.Select, FieldKind.Radios })
        {
            var page = await Drawn.Page<Field>(
                ("Name", "Kind"),
                ("Label", "Kind"),
                ("Kind", kind),
                ("Options", options),
                ("Value", "b")
            );
            var chosen = Assert.Single(page.QuerySelectorAll("[selected], [checked]"));
            Assert.Equal("b", chosen.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task What_may_be_left_open_can_be_opened_again()
    {
        async Task<int> Options(bool required) =>
            (
                await Drawn.Page<Field>(
                    ("Name", "Team"),
                    ("Label", "Team"),
                    ("Kind", FieldKind.Select),
                    ("Options", new Choice[] { new("a", "Counter") }),
                    ("Value", "a"),
                    ("Required", required)
                )
            )
                .QuerySelectorAll("option")
                .Length;
        Assert.Equal(2, await Options(required: false));
        Assert.Equal(1, await Options(required: true));
    }

    [Fact]
    public async Task A_search_and_an_unmarked_field_are_not_called_optional()
    {
        var search = await Drawn.Page<Field>(("Name", "q"), ("Label", "Find"), ("Kind", FieldKind.Search));
        var unmarked = await Drawn.Page<Field>(("Name", "q"), ("Label", "Find"), ("Unmarked", true));
        Assert.Null(search.QuerySelector(".optional"));
        Assert.Null(unmarked.QuerySelector(".optional"));
    }

    [Fact]
    public async Task What_was_done_can_be_dismissed_without_scripts_too()
    {
        var page = await Drawn.Page<Toast>(("Says", "The settings are saved."), ("Leave", "/workspace"));
        Assert.Equal("status", page.QuerySelector("[data-toast]")!.GetAttribute("role"));
        Assert.Equal("/workspace", page.QuerySelector("a[aria-label=Dismiss]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Radios_are_one_group_with_a_name()
    {
        var page = await Drawn.Page<Field>(
            ("Name", "Kind"),
            ("Label", "What kind?"),
            ("Kind", FieldKind.Radios),
            ("Options", new Choice[] { new("a", "Rule"), new("b", "Wait") })
        );

        Assert.StartsWith("What kind?", page.QuerySelector("fieldset > legend")!.Says());
        Assert.Equal(2, page.QuerySelectorAll("fieldset label > input[type=radio][name=Kind]").Length);
    }

    [Fact]
    public async Task Of_checks_all_that_were_chosen_stay_chosen_and_none_is_demanded()
    {
        var page = await Drawn.Page<Field>(
            ("Name", "Beside"),
            ("Label", "Compared with"),
            ("Kind", FieldKind.Checks),
            ("Options", new Choice[] { new("a", "Leeds"), new("b", "Hull"), new("c", "Bath") }),
            ("Value", "a,c"),
            ("Required", true)
        );

        Assert.StartsWith("Compared with", page.QuerySelector("fieldset > legend")!.Says());
        Assert.Equal(
            ["a", "c"],
            page.QuerySelectorAll("fieldset label > input[type=checkbox][checked]").Select(i => i.GetAttribute("value"))
        );
        Assert.Empty(page.QuerySelectorAll("[required]"));
    }

    [Fact]
    public async Task Both_texts_say_what_either_holds_under_a_key()
    {
        var page = await Drawn.Page<BothTexts>(
            ("Fields", new ShownField[] { new("Asked.Reached[2]", FieldKind.Date, "Hull gets it too, from", []) }),
            ("Theirs", new { Reached = new Dictionary<int, DateOnly?> { [2] = new DateOnly(2035, 4, 2) } }),
            ("Yours", new { Reached = new Dictionary<int, DateOnly?>() }),
            ("TakeTheirs", "#"),
            ("Go", "Save")
        );

        Assert.Equal(["2035-04-02", "(empty)"], page.QuerySelectorAll("td").Select(cell => cell.Says()));
    }

    [Fact]
    public async Task Both_texts_name_what_either_has_chosen()
    {
        var page = await Drawn.Page<BothTexts>(
            (
                "Fields",
                new ShownField[]
                {
                    new("Asked.Beside", FieldKind.Checks, "Compared with", [new("1", "Leeds"), new("2", "Hull")]),
                }
            ),
            ("Theirs", new { Beside = new List<int> { 1, 2 } }),
            ("Yours", new { Beside = new List<int>() }),
            ("TakeTheirs", "#"),
            ("Go", "Save")
        );

        Assert.Equal(["Leeds, Hull", "(empty)"], page.QuerySelectorAll("td").Select(cell => cell.Says()));
    }

    [Fact]
    public async Task The_summary_takes_the_focus_and_links_to_each_wrong_field()
    {
        var page = await Drawn.Page<FormErrors>(
            ("Of", new FieldError[] { new("Asked.Target", "Give a number."), new("", "The cycle is closed.") })
        );
        var summary = page.QuerySelector("[role=alert]")!;

        Assert.True(summary.HasAttribute("autofocus") && summary.GetAttribute("tabindex") == "-1");
        Assert.Equal("#field-asked-target", summary.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("The cycle is closed.", summary.TextContent);
    }

    [Fact]
    public async Task Words_of_people_are_never_taken_for_markup()
    {
        var text = await Drawn.Text<Voice>(("Said", "<script>alert(1)</script>"));

        Assert.DoesNotContain("<script", text);
    }
}
