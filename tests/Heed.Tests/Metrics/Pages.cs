using System.Text;
using AngleSharp.Html.Dom;
using Heed.Metrics;
using Heed.People;
using Heed.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Metrics;

/// <summary>What a browser does on the pages of this room beside filling in a form.</summary>
static class Pages
{
    /// <summary>Chooses a file in a form and sends it.</summary>
    public static async Task<HttpResponseMessage> PostFile(
        this HttpClient browser,
        string path,
        string form,
        string field,
        string name,
        string text
    )
    {
        using var content = Filled(await browser.Page(path), form);
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), field, name);
        return await browser.PostAsync(path, content);
    }

    /// <summary>Sends a form as it stands on a page that is already there.</summary>
    public static async Task<HttpResponseMessage> PostOn(
        this HttpClient browser,
        IHtmlDocument page,
        string path,
        string form
    )
    {
        using var content = Filled(page, form);
        return await browser.PostAsync(path, content);
    }

    static MultipartFormDataContent Filled(IHtmlDocument page, string form)
    {
        var element = page.Forms.Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form);
        var content = new MultipartFormDataContent();
        foreach (var input in element.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>())
            content.Add(new StringContent(input.Value), input.Name!);
        foreach (var area in element.QuerySelectorAll("textarea").OfType<IHtmlTextAreaElement>())
            content.Add(new StringContent(area.Value), area.Name!);
        return content;
    }

    public static async Task Become(this Cast cast, Role role) =>
        await cast.World.As(
            cast,
            here =>
                here.GetRequiredService<HeedDb>()
                    .Members.Where(m => m.Id == cast.Member.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(m => m.Role, role))
        );
}
