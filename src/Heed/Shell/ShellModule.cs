using System.Reflection;
using System.Text.Json.Serialization;
using Heed.Storage;
using Heed.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

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
        services.AddOpenApi("v1", o => o.AddSchemaTransformer(IdsAreText));
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = settings.UsesHttps ? "__Host-heed-form" : "heed-form";
            o.Cookie.SecurePolicy = settings.UsesHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.AddRateLimiter(Limits.Set);
        services.AddScoped<Home>();
        services.AddScoped<HeardLately>();
        services.AddScoped<Find>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        Display.Map(app);
        // The palette takes the same answers as the page /find, without the frame.
        app.MapGet("/find/part", Part).RequireAuthorization().ExcludeFromDescription();
    }

    /// <summary>An operation is filed under the room that answers it.</summary>
    public static void TagByRoom(EndpointBuilder endpoint)
    {
        var handler = endpoint.Metadata.OfType<MethodInfo>().First();
        endpoint.Metadata.Add(new TagsAttribute(handler.DeclaringType!.Namespace!.Split('.')[1]));
    }

    static async Task<RazorComponentResult> Part(Find find, string? q, CancellationToken stop) =>
        new(typeof(FoundList), new { Of = await find.Run(q, stop), Words = q });

    /// <summary>An id is written by a converter of its own, which the description cannot see through.</summary>
    static Task IdsAreText(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        var type = context.JsonTypeInfo.Type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>))
            (schema.Type, schema.Pattern) = (JsonSchemaType.String, "^[0-9a-f]{32}$");
        return Task.CompletedTask;
    }
}
