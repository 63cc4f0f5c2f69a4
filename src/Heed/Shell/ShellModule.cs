using System.Text.Json.Serialization;
using Heed.Storage;

namespace Heed.Shell;

public static class ShellModule
{
    public static void Add(IServiceCollection services, Settings settings)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddProblemDetails(o => o.CustomizeProblemDetails = Problems.Customize);
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        services.AddExceptionHandler<ApiTrouble>();
        services.AddValidation();
        services.ConfigureHttpJsonOptions(o =>
            o.SerializerOptions.Converters.Add(
                new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false)
            )
        );
        services.AddOpenApi("v1");
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = settings.UsesHttps ? "__Host-heed-form" : "heed-form";
            o.Cookie.SecurePolicy = settings.UsesHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.AddRateLimiter(Limits.Set);
    }
}
