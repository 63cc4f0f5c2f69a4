using System.ComponentModel.DataAnnotations;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Heed.Ui;
using Microsoft.AspNetCore.Components;

namespace Heed.Tests.Ui;

public sealed class FormTests
{
    sealed class Beans
    {
        [Required(ErrorMessage = "Say which beans.")]
        public string? Name { get; set; }

        [Range(1, 50, ErrorMessage = "Between 1 and 50 kilograms.")]
        public double? Weight { get; set; }

        [Required(ErrorMessage = "Nobody roasts them.")]
        public string? Roaster { get; set; } = "Maya";
    }

    /// <summary>Notes where it is sent, and goes nowhere.</summary>
    sealed class Noted : NavigationManager
    {
        public Noted() => Initialize("http://heed.example/", "http://heed.example/");

        public string? To { get; private set; }

        protected override void NavigateToCore(string uri, NavigationOptions options) => To = uri;
    }

    /// <summary>The page around the form, which is told so that it draws itself anew.</summary>
    sealed class Around : IHandleEvent
    {
        public Beans? Kept { get; private set; }
        public int TimesDrawn { get; private set; }

        public void Keep(Beans beans) => Kept = beans;

        async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
        {
            await item.InvokeAsync(arg);
            TimesDrawn++;
        }
    }

    static readonly RenderFragment Fields = builder =>
    {
        (string Name, string Label, FieldKind Kind)[] fields =
        [
            ("Asked.Weight", "Weight", FieldKind.Number),
            ("Asked.Name", "Beans", FieldKind.Text),
        ];
        foreach (var (name, label, kind) in fields)
        {
            builder.OpenComponent<Field>(0);
            builder.AddComponentParameter(1, "Name", name);
            builder.AddComponentParameter(2, "Label", label);
            builder.AddComponentParameter(3, "Kind", kind);
            builder.CloseComponent();
        }
    };

    readonly Noted _navigation = new();

    Task<IHtmlDocument> Sent(Beans asked, Func<Task<Outcome<Beans>>> run, params (string Name, object? Value)[] more) =>
        Pressed.Page<Form<Beans>>(
            _navigation,
            [("Name", "beans"), ("Of", asked), ("Run", run), ("Go", "Order them"), ("ChildContent", Fields), .. more]
        );

    static Task<Outcome<Beans>> Never() => throw new InvalidOperationException("A faulty request is not run.");

    static IElement Box(IDocument page, string property) =>
        page.QuerySelector($"[name='Asked.{property}']")!.ParentElement!;

    [Fact]
    public async Task What_the_attributes_find_wrong_stands_beside_its_field_and_on_top()
    {
        var page = await Sent(new() { Weight = 90 }, Never);
        Assert.Equal("Say which beans.", Box(page, "Name").QuerySelector(".error")!.Says());
        Assert.Equal("Between 1 and 50 kilograms.", Box(page, "Weight").QuerySelector(".error")!.Says());
        Assert.Equal(
            [("#field-asked-weight", "Between 1 and 50 kilograms."), ("#field-asked-name", "Say which beans.")],
            page.QuerySelectorAll("[role=alert] a").Select(a => (a.GetAttribute("href")!, a.Says()))
        );
    }

    [Fact]
    public async Task The_first_faulty_field_takes_the_focus_and_is_called_invalid()
    {
        var page = await Sent(new() { Weight = 90 }, Never);
        var focused = Assert.Single(page.QuerySelectorAll("[autofocus]"));
        Assert.Equal("Asked.Weight", focused.GetAttribute("name"));
        Assert.Equal("true", focused.GetAttribute("aria-invalid"));
        Assert.Equal("field-asked-weight-error", focused.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task A_refusal_stands_beside_the_field_that_it_names()
    {
        var page = await Sent(
            new() { Name = "Sidamo" },
            () => Task.FromResult<Outcome<Beans>>(new Refusal("Sidamo is sold out.").At(nameof(Beans.Name)))
        );
        Assert.Equal("Sidamo is sold out.", Box(page, "Name").QuerySelector(".error")!.Says());
        Assert.Empty(Box(page, "Weight").QuerySelectorAll(".error"));
        Assert.Equal("Asked.Name", page.QuerySelector("[autofocus]")!.GetAttribute("name"));
        Assert.Null(_navigation.To);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(nameof(Beans.Roaster))]
    public async Task A_refusal_of_the_whole_and_of_a_field_that_is_not_here_stand_on_top(string? field)
    {
        var page = await Sent(
            new() { Name = "Sidamo" },
            () => Task.FromResult<Outcome<Beans>>(new Refusal("The roastery is closed.") { Field = field })
        );
        var summary = page.QuerySelector("[role=alert]")!;
        Assert.Equal("The roastery is closed.", summary.QuerySelector("li")!.Says());
        Assert.Null(summary.QuerySelector("a"));
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Empty(page.QuerySelectorAll(".field .error"));
    }

    [Fact]
    public async Task A_fault_that_no_field_here_is_about_is_not_lost()
    {
        var page = await Sent(new() { Name = "Sidamo", Roaster = null }, Never);
        Assert.Equal("Nobody roasts them.", page.QuerySelector("[role=alert] li")!.Says());
    }

    [Fact]
    public async Task What_is_done_goes_on_to_its_address()
    {
        await Sent(
            new() { Name = "Sidamo" },
            () => Task.FromResult<Outcome<Beans>>(new Beans { Name = "kept" }),
            ("Then", (Func<Beans, string?>)(beans => $"/beans/{beans.Name}?done=ordered"))
        );
        Assert.Equal("/beans/kept?done=ordered", _navigation.To);
    }

    [Fact]
    public async Task Without_an_address_the_page_shows_what_came_of_it()
    {
        var around = new Around();
        var page = await Sent(
            new() { Name = "Sidamo" },
            () => Task.FromResult<Outcome<Beans>>(new Beans { Name = "seen" }),
            ("Show", (Action<Beans>)around.Keep)
        );
        Assert.Equal(("seen", 1), (around.Kept!.Name, around.TimesDrawn));
        Assert.Null(_navigation.To);
        Assert.Null(page.QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task It_ends_with_its_verb_and_the_way_out()
    {
        var page = await Sent(
            new() { Name = "Sidamo" },
            () => Task.FromResult<Outcome<Beans>>(new Beans()),
            ("Leave", "/beans"),
            ("Version", 7)
        );
        Assert.Equal("Order them", page.QuerySelector(".ends button[type=submit]")!.Says());
        Assert.Equal("/beans", page.QuerySelector(".ends a")!.GetAttribute("href"));
        Assert.Equal("7", page.QuerySelector("input[type=hidden][name=Version]")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("[role=alert], [autofocus]"));
    }
}
