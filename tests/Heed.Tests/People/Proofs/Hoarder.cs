namespace Heed.Tests.People;

/// <summary>A browser that lets go of no cookie, whatever it is told: what was taken out of one can be sent again.</summary>
sealed class Hoarder : DelegatingHandler
{
    readonly Dictionary<string, string> _kept = [];

    Hoarder()
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { }

    public static HttpClient Of(World world) => new(new Hoarder()) { BaseAddress = world.Address };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        if (_kept.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _kept.Select(c => $"{c.Key}={c.Value}")));
        var answer = await base.SendAsync(request, stop);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            if (cookie.Split(';')[0].Split('=', 2) is [var name, { Length: > 0 } value])
                _kept[name] = value;
        return answer;
    }
}
