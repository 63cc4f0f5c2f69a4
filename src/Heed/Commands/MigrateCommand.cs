using System.CommandLine;

namespace Heed.Commands;

/// <summary><c>heed migrate</c>: brings the database to this version without starting the server.</summary>
static class MigrateCommand
{
    public static Command Build()
    {
        var options = new DatabaseOptions();
        Command migrate = new(
            "migrate",
            "Brings the database to this version. “heed serve” does so too; a newer database is refused and left alone."
        );
        options.AddTo(migrate);
        migrate.SetAction(
            (parsed, stop) =>
                options.Run(parsed, _ => Task.FromResult<Outcome<string>>("The database is of this version."), stop)
        );
        return migrate;
    }
}
