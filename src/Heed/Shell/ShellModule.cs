using System.Reflection;
using System.Text.Json.Serialization;
using Heed.Listen;
using Heed.Storage;
using Heed.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Heed.Shell;

public static class ShellModule
{
    public static Module Room { get; } =
        new("Shell")
        {
            Services = Services,
            Files = Files,
            Navigation =
            [
                new(0, "Home", "/", "home", "h", "What moved, what is stuck, what needs you"),
                new(190, "Settings", "/settings", "settings", "s", "Members, teams, tokens, your account"),
            ],
        };

    static void Services(IServiceCollection services, Settings settings)
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
        services.AddOpenApi(
            "v1",
            o =>
                o.AddSchemaTransformer(IdsAreText)
                    .AddSchemaTransformer(NumbersAreText)
                    .AddOperationTransformer(SafeTries)
        );
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = settings.UsesHttps ? "__Host-heed-form" : "heed-form";
            o.Cookie.SecurePolicy = settings.UsesHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.AddRateLimiter(RateLimits.Set);
        services.AddSingleton<Navigation>();
        services.AddScoped<Home>();
        services.AddScoped<FirstSteps>();
        services.AddScoped<VerbatimSources>();
        services.AddScoped<Find>();
    }

    static void Files(IEndpointRouteBuilder app)
    {
        Display.Map(app);
        // The palette takes the same answers as the page /find, without the frame.
        app.MapGet("/find/part", Part).RequireAuthorization().ExcludeFromDescription();
    }

    static async Task<RazorComponentResult> Part(Find find, string? q, CancellationToken stop) =>
        new(typeof(FoundList), new { Of = await find.Run(q, stop), Words = q });

    /// <summary>An id is written by a converter of its own, which the description cannot see through.</summary>
    static Task IdsAreText(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        const string Written = "^[0-9a-f]{32}$";
        if (IsId(context.JsonTypeInfo.Type))
            (schema.Type, schema.Pattern) = (JsonSchemaType.String, Written);
        else if (IsId(context.JsonTypeInfo.ElementType))
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = Written };
        return Task.CompletedTask;

        static bool IsId(Type? type) =>
            type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Id<>);
    }

    /// <summary>So is text that may be sent as a number.</summary>
    static Task NumbersAreText(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        const JsonSchemaType Either = JsonSchemaType.Null | JsonSchemaType.String | JsonSchemaType.Number;
        if (context.JsonPropertyInfo?.CustomConverter is TextOrNumber)
            schema.Type = Either;
        else if (context.JsonPropertyInfo?.CustomConverter is TextsOrNumbers)
            (schema.Type, schema.AdditionalProperties) = (
                JsonSchemaType.Null | JsonSchemaType.Object,
                new OpenApiSchema { Type = Either }
            );
        return Task.CompletedTask;
    }

    /// <summary>The headers that every operation understands, told once for all.</summary>
    static Task SafeTries(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken stop
    )
    {
        var (method, metadata) = (
            context.Description.HttpMethod,
            context.Description.ActionDescriptor.EndpointMetadata
        );
        if (method == HttpMethods.Post)
            Take(
                Idempotency.Header,
                "A name of your own for this call, such as a UUID. Sent again within 24 hours, the call is not carried out twice and gets its first answer."
            );
        if (method != HttpMethods.Get && metadata.OfType<MethodInfo>().Any(m => ConcurrentEdits.ThingOf(m) is not null))
            Take(
                "If-Match",
                "The ETag that you read. Where the thing has another one by now, nothing is changed and the answer is 412, with the thing as it is now (“current”) and its ETag."
            );
        return Task.CompletedTask;

        void Take(string header, string means) =>
            (operation.Parameters ??= []).Add(
                new OpenApiParameter
                {
                    Name = header,
                    In = ParameterLocation.Header,
                    Description = means,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                }
            );
    }
}
