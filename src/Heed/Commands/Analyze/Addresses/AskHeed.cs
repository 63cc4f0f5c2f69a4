using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Heed.Commands;

/// <summary>Reads from a Heed elsewhere by its API; every way in which that fails is a sentence.</summary>
sealed class AskHeed : IDisposable
{
    /// <summary>In the environment and never among the arguments, which every program of a machine can read.</summary>
    public const string TokenName = "HEED_TOKEN";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    const int MostRedirects = 5;
    const int LargestAnswer = 64 * 1024 * 1024;

    readonly HeedAddress _at;
    readonly HttpClient _client;

    public AskHeed(HeedAddress at, string token, TimeSpan? patience = null)
    {
        _at = at;
        // Redirects are looked at one by one, for the token goes with each request.
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            Timeout = patience ?? Patience,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>With the token of the environment, and only where nobody on the way can read it.</summary>
    /// <param name="instead">What can be done where that Heed has no encrypted address.</param>
    public static Outcome<AskHeed> At(HeedAddress address, string instead) =>
        address.IsReadable
            ? new Refusal(
                $"{address.Host} is not encrypted, and everybody on the way could read the token. Use its https address. Where it has none, {instead}"
            )
        : Environment.GetEnvironmentVariable(TokenName)?.Trim() is { Length: > 0 } token ? new AskHeed(address, token)
        : new Refusal(
            $"{address.Host} asks for a token. Make one that may read at {address.To("/tokens")} and put it into the environment as {TokenName}; it does not belong among the arguments."
        );

    /// <summary>The answer, where it is of the kind that a Heed gives.</summary>
    public async Task<Outcome<byte[]>> Get(string path, string kind, CancellationToken stop)
    {
        var to = new Uri(_at.To(path));
        try
        {
            for (var i = 0; i <= MostRedirects; i++)
            {
                using var answer = await _client.GetAsync(to, stop);
                if ((int)answer.StatusCode is >= 300 and < 400)
                {
                    if (answer.Headers.Location is not { } location)
                        return NotAHeed;
                    var next = new Uri(to, location);
                    if (Origin(next) != Origin(to))
                        return new Refusal(
                            $"{_at.Host} leads on to {Origin(next)}. The token was not sent there: if that is your Heed, use its address."
                        );
                    to = next;
                    continue;
                }
                if (!answer.IsSuccessStatusCode)
                    return await No(answer, stop);
                return answer.Content.Headers.ContentType?.MediaType == kind
                    ? await answer.Content.ReadAsByteArrayAsync(stop)
                    : NotAHeed;
            }
            return NotAHeed;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new Refusal(
                $"{_at.Host} did not answer within {Format.Number(_client.Timeout.TotalSeconds)} seconds. Try again, or look whether Heed runs there."
            );
        }
        catch (HttpRequestException fault)
        {
            return new Refusal($"{_at.Host} cannot be reached: {fault.Message.TrimEnd('.')}.");
        }
    }

    async Task<Refusal> No(HttpResponseMessage answer, CancellationToken stop) =>
        answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new(
                $"{_at.Host} does not know the token in {TokenName}, or it has ended. Make a new one at {_at.To("/tokens")}."
            ),
            HttpStatusCode.Forbidden => new(
                $"The token in {TokenName} may not read this. {await Because(answer, stop)}".TrimEnd()
            ),
            HttpStatusCode.NotFound => new(
                $"There is no such {_at.Sought} at {_at.Host} for this token: it may belong to another workspace, or have been removed.",
                StatusCodes.Status404NotFound
            ),
            HttpStatusCode.TooManyRequests => new($"{_at.Host} was asked too often. Try again in a minute."),
            var status when (int)status >= 500 => new(
                $"Something is broken at {_at.Host} (it answered {(int)status}). Try again later, or look into its log."
            ),
            _ => await Because(answer, stop) is { Length: > 0 } because ? new(because) : NotAHeed,
        };

    /// <summary>The sentence that a Heed gives for a no.</summary>
    static async Task<string?> Because(HttpResponseMessage answer, CancellationToken stop)
    {
        try
        {
            using var told = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(stop));
            return
                told.RootElement.ValueKind is JsonValueKind.Object
                && told.RootElement.TryGetProperty("detail", out var detail)
                ? detail.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public Refusal NotAHeed =>
        new($"What answers at {_at.Host} is no Heed, or one of another age. Look at the address.");

    static string Origin(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    public void Dispose() => _client.Dispose();
}
