namespace Heed.Ui;

/// <summary>How one person wants Heed shown on this device. Two cookies that say nothing else.</summary>
/// <param name="Theme">"light", "dark", or null for the system's.</param>
/// <param name="Keys">Whether single keys act (WCAG 2.1.4 asks for a way to turn them off).</param>
public sealed record Display(string? Theme, bool Keys)
{
    public const string Path = "/display";
    const string ThemeCookie = "heed-theme";
    const string KeysCookie = "heed-keys";

    public static Display Of(HttpRequest request) =>
        new(
            request.Cookies[ThemeCookie] is "light" or "dark" ? request.Cookies[ThemeCookie] : null,
            request.Cookies[KeysCookie] != "off"
        );

    /// <summary>Stores the choice and goes back to the page it was made on.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Path, Choose).ExcludeFromDescription();

    internal static IResult Choose(HttpContext http, IFormCollection form)
    {
        if (form["theme"].ToString() is "light" or "dark" or "system")
            Store(http, ThemeCookie, form["theme"].ToString());
        if (form["keys"].ToString() is "on" or "off")
            Store(http, KeysCookie, form["keys"].ToString());
        var back = form["back"].ToString();
        return Results.LocalRedirect(IsHere(back) ? back : "/");
    }

    static bool IsHere(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\');

    // The switch in the page writes the theme cookie too, so it is not HttpOnly; it holds one of three words.
    static void Store(HttpContext http, string cookie, string value) =>
        http.Response.Cookies.Append(
            cookie,
            value,
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(400),
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                IsEssential = true,
            }
        );
}
