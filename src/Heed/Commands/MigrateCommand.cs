using System.CommandLine;

namespace Heed.Commands;

/// <summary><c>heed migrate</c>: brings the database to this version without starting the server.</summary>
static class MigrateCommand
{
    public static Command Build()
    {
        var options = new DatabaseOptions();
        Option<bool> withoutCopy = new("--without-copy")
        {
            Description = "Does not copy what is there into the data folder first. Have a backup.",
        };
        Command migrate = new(
            "migrate",
            "Brings the database to this version. “heed serve” does so too; a newer database is refused and left alone."
        )
        {
            withoutCopy,
        };
        options.AddTo(migrate);
        migrate.SetAction(
            (parsed, stop) =>
                options.Run(
                    parsed,
                    _ => Task.FromResult<Outcome<string>>("The database is of this version."),
                    stop,
                    parsed.GetValue(withoutCopy) ? [$"--Heed:UpgradeWithoutCopy={Storage.Settings.Yes}"] : []
                )
        );
        return migrate;
    }
}
