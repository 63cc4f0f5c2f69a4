using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Heed.People;

/// <summary>Marks a page by the least role that may send its forms, where that is not <see cref="Role.Contributor"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SentByAttribute(Role least) : Attribute
{
    public Role Least => least;
}

/// <summary>
/// What a role and a scope allow, asked before a body or a form is read: whoever may not do a thing learns nothing of how
/// it would have to look. The act asks again, and also whose the thing is.
/// </summary>
public static class Rights
{
    public static async Task Ask(HttpContext context, RequestDelegate next)
    {
        if (ApiRoute.Is(context))
        {
            if (OfProgram(context) is { } refusal)
            {
                await refusal.Problem().ExecuteAsync(context);
                return;
            }
        }
        else if (!MaySend(context))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        await next(context);
    }

    /// <summary>Reading needs the scope Read, everything else Write; beside that, the member's role decides.</summary>
    public static Refusal? OfProgram(HttpContext context)
    {
        var needs = HttpMethods.IsGet(context.Request.Method) ? Scopes.Read : Scopes.Write;
        var visit = context.RequestServices.GetRequiredService<Visit>();
        if (!visit.Scopes.HasFlag(needs))
            return Refusal.Forbidden($"This token may not do that: it needs the scope {needs}.");
        if (needs == Scopes.Write && visit.Member is not { MayWrite: true })
            return Refusal.Forbidden("The member behind this token may only read.");
        var isForAdministrators = context.GetEndpoint()!.Metadata.GetMetadata<ForAdministrators>() is not null;
        return isForAdministrators && visit.Member is not { IsAdmin: true }
            ? Refusal.Forbidden("Only an administrator may do that.")
            : null;
    }

    /// <summary>A page for members takes forms of those who write, unless its mark names another role.</summary>
    static bool MaySend(HttpContext context) =>
        !HttpMethods.IsPost(context.Request.Method)
        || context.GetEndpoint()?.Metadata is not { } page
        || page.GetMetadata<ComponentTypeMetadata>() is null
        || page.GetMetadata<IAllowAnonymous>() is not null
        || context.RequestServices.GetRequiredService<Visit>().Member?.Role
            >= (page.GetMetadata<SentByAttribute>()?.Least ?? Role.Contributor);
}
