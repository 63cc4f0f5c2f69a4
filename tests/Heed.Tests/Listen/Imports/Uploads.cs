using System.Net.Http.Headers;
using System.Text;

namespace Heed.Tests.Listen;

/// <summary>Sends a file as the page does.</summary>
static class Uploads
{
    public static async Task<string> Token(HttpClient browser) =>
        (await browser.Page("/listen/import"))
            .QuerySelector("form[data-upload] input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;

    public static async Task<HttpResponseMessage> Send(HttpClient browser, HttpContent content, bool script = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/listen/import/file") { Content = content };
        if (script)
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await browser.SendAsync(request);
    }

    public static async Task<HttpContent> Form(HttpClient browser, string csv) => Form(await Token(browser), csv);

    public static MultipartFormDataContent Form(string? token, string csv, string? name = "answers.csv")
    {
        var form = new MultipartFormDataContent();
        if (token is not null)
            form.Add(new StringContent(token), "__RequestVerificationToken");
        form.Add(new StringContent("beside the point"), "note");
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        // A browser sends a field without a file so.
        file.Headers.ContentDisposition = new("form-data") { Name = "file", FileName = name ?? "\"\"" };
        form.Add(file);
        return form;
    }
}
