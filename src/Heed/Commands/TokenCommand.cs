using System.CommandLine;
using Heed.People;
using Heed.Storage;
using Microsoft.AspNetCore.Identity;

namespace Heed.Commands;

/// <summary><c>heed token create</c>: a token for a program, where nobody can sign in to make one.</summary>
static class TokenCommand
{
    public static Command Build()
    {
        var options = new DatabaseOptions();
        Option<string> member = new("--member")
        {
            Description = "The e-mail address of the member it acts as.",
            Required = true,
        };
        Option<string> name = new("--name") { Description = "What will use it.", Required = true };
        Option<string> scopes = new("--scopes")
        {
            Description = "read, or read,write.",
            DefaultValueFactory = _ => "read",
        };
        Option<int> days = new("--days")
        {
            Description = "Days until it ends, 1 to 365.",
            DefaultValueFactory = _ => 90,
        };
        Option<string?> workspace = new("--workspace") { Description = "Its name, where the member is in several." };
        Command create = new("create", "Makes a token and prints it, once.") { member, name, scopes, days, workspace };
        options.AddTo(create);
        create.SetAction(
            (parsed, stop) =>
                options.Run(
                    parsed,
                    services =>
                        Create(
                            services,
                            parsed.GetRequiredValue(member),
                            parsed.GetValue(workspace),
                            parsed.GetRequiredValue(name),
                            parsed.GetRequiredValue(scopes),
                            parsed.GetValue(days),
                            stop
                        ),
                    stop
                )
        );
        return new("token", "Tokens of programs.") { create };
    }

    internal static async Task<Outcome<string>> Create(
        IServiceProvider services,
        string email,
        string? workspace,
        string name,
        string scopes,
        int days,
        CancellationToken stop
    )
    {
        var words = scopes
            .ToLowerInvariant()
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words.Except(["read", "write"]).Any())
            return new Refusal($"--scopes is “{scopes}”. Give read, or read,write.");
        if (days is < 1 or > CreateToken.MostDays)
            return new Refusal($"--days is {days}. Give 1 to {CreateToken.MostDays}.");
        if (string.IsNullOrWhiteSpace(name) || name.Length > 200)
            return new Refusal("--name: say what will use the token, in 1 to 200 characters.");

        var db = services.GetRequiredService<HeedDb>();
        var address = services.GetRequiredService<UserManager<Person>>().NormalizeEmail(email.Trim());
        var places = await (
            from member in db.Members.IgnoreQueryFilters().Include(m => m.Teams)
            join person in db.Users on member.PersonId equals person.Id
            join room in db.Workspaces on member.WorkspaceId equals room.Id
            where person.NormalizedEmail == address && member.DeactivatedAt == null
            select new { Member = member, Workspace = room }
        ).ToListAsync(stop);
        if (workspace is not null)
            places = places.FindAll(p => p.Workspace.Name.Equals(workspace, StringComparison.OrdinalIgnoreCase));
        if (places is not [var place])
            return new Refusal(
                places.Count == 0
                    ? $"There is no active member {email}{(workspace is null ? "" : $" in a workspace {workspace}")}. Look at the address, or invite the person first."
                    : $"{email} is in several workspaces: {string.Join(", ", places.Select(p => p.Workspace.Name))}. Name one with --workspace."
            );

        var visit = services.GetRequiredService<Visit>();
        visit.Enter(place.Workspace, place.Member);
        var asked = new TokenRequest
        {
            Name = name,
            MayWrite = words.Contains("write"),
            Days = days,
        };
        return (await services.GetRequiredService<CreateToken>().Run(asked, stop)).Refused(
            out var refusal,
            out var made
        )
            ? refusal
            : made.Secret;
    }
}
