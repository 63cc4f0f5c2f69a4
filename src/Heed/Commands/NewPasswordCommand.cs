using System.CommandLine;
using Heed.People;
using Microsoft.AspNetCore.Identity;

namespace Heed.Commands;

/// <summary><c>heed new-password</c>: a way back in where no administrator can help, because it is theirs that is lost.</summary>
static class NewPasswordCommand
{
    public static Command Build()
    {
        var options = new DatabaseOptions();
        Option<string> member = new("--member") { Description = "The e-mail address that signs in.", Required = true };
        Command command = new("new-password", "Prints a link with which a person sets a new password, once.")
        {
            member,
        };
        options.AddTo(command);
        command.SetAction(
            (parsed, stop) => options.Run(parsed, services => Link(services, parsed.GetRequiredValue(member)), stop)
        );
        return command;
    }

    internal static async Task<Outcome<string>> Link(IServiceProvider services, string email) =>
        await services.GetRequiredService<UserManager<Person>>().FindByEmailAsync(email.Trim()) is { } person
            ? (await services.GetRequiredService<PasswordLink>().Make(person)).Link
            : new Refusal($"Nobody signs in as {email}. Look at the address.");
}
