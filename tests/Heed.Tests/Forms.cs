using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Heed.Tests;

/// <summary>Fills in forms as a browser without scripts does: hidden fields come along, names are the page's own.</summary>
static partial class Forms
{
    public static async Task<IHtmlDocument> Page(this HttpClient browser, string path)
    {
        var answer = await browser.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(
            answer.IsSuccessStatusCode,
            $"{path} answered {(int)answer.StatusCode}: {text[..Math.Min(text.Length, 400)]}"
        );
        return await new HtmlParser().ParseDocumentAsync(text);
    }

    /// <summary>A page letter by letter, but for the seals of its forms, which are new each time, and the ids in addresses.</summary>
    public static async Task<string> Alike(this HttpResponseMessage answer) =>
        Changing().Replace(await answer.Content.ReadAsStringAsync(), "");

    [GeneratedRegex("__RequestVerificationToken\" value=\"[^\"]+|[0-9a-f]{32}")]
    private static partial Regex Changing();

    public static async Task<IHtmlDocument> Html(this HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    /// <summary>Opens the page, finds the form by its handler name, fills in the fields and posts it.</summary>
    public static async Task<HttpResponseMessage> PostForm(
        this HttpClient browser,
        string path,
        string form,
        Dictionary<string, string> fields
    )
    {
        var send = await browser.Drawn(path, form, fields);
        return await send();
    }

    /// <summary>The same, as often as it is sent.</summary>
    public static async Task<Func<Task<HttpResponseMessage>>> Drawn(
        this HttpClient browser,
        string path,
        string form,
        Dictionary<string, string> fields
    )
    {
        var page = await browser.Page(path);
        var element = page.Forms.FirstOrDefault(f =>
            f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form
        );
        Assert.True(
            element is not null,
            $"{path} has no form “{form}”; it has: {string.Join(", ", page.QuerySelectorAll("input[name=_handler]").Select(i => i.GetAttribute("value")))}"
        );
        var filled = Filled(element!);
        foreach (var (name, value) in fields)
        {
            Assert.True(
                element!.QuerySelector($"[name='{name}']") is not null,
                $"The form “{form}” has no field “{name}”."
            );
            filled[name] = value;
        }
        var action = element!.GetAttribute("action") is { Length: > 0 } given ? given : path;
        return () => browser.PostAsync(action, new FormUrlEncodedContent(filled));
    }

    public static Task<HttpResponseMessage> SignIn(
        this HttpClient browser,
        string email,
        string password,
        string path = "/sign-in"
    ) => browser.PostForm(path, "sign-in", new() { ["Asked.Email"] = email, ["Asked.Password"] = password });

    /// <summary>Whether somebody is signed in there.</summary>
    public static async Task<bool> IsIn(this HttpClient browser) =>
        (await browser.GetAsync("/me")).StatusCode == System.Net.HttpStatusCode.OK;

    /// <summary>What a browser would send of a form that nobody has touched.</summary>
    public static Dictionary<string, string> Filled(IHtmlFormElement form)
    {
        var values = new Dictionary<string, string>();
        foreach (var field in form.QuerySelectorAll("input, select, textarea"))
        {
            var name = field.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || field.HasAttribute("disabled"))
                continue;
            switch (field)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }
                or IHtmlInputElement { Type: "submit" or "file" }:
                    break;
                case IHtmlInputElement input:
                    values[name] = input.Value;
                    break;
                case IHtmlSelectElement select:
                    values[name] = select.Value ?? "";
                    break;
                case IHtmlTextAreaElement area:
                    values[name] = area.Value;
                    break;
            }
        }
        return values;
    }
}
