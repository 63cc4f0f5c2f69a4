namespace Heed.Kit;

/// <summary>Marks the routes of programs: a token opens them, and nothing else does. No rule looks at the text of a path.</summary>
public sealed class ApiRoute
{
    public static bool Is(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>() is not null;
}

/// <summary>Marks what administrators alone may do, so that it is refused before the body is read; the act asks again.</summary>
public sealed class ForAdministrators;

public static class ApiRights
{
    public static RouteHandlerBuilder OnlyAdministrators(this RouteHandlerBuilder route) =>
        route.WithMetadata(new ForAdministrators());
}
