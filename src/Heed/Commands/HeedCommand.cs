using System.CommandLine;
using System.CommandLine.Invocation;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>The verbs of the one binary.</summary>
static class HeedCommand
{
    const int AskedWrongly = 2;

    public static async Task<int> Run(string[] args, InvocationConfiguration? streams = null)
    {
        var root = new RootCommand(
            "Heed turns what customers and frontline people say into outcomes that provably move."
        )
        {
            ServeCommand.Build(),
            ImportCommand.Build(),
            DemoCommand.Build(),
            AnalyzeCommand.Build(),
            TokenCommand.Build(),
            ClaimCodeCommand.Build(),
            NewPasswordCommand.Build(),
            MigrateCommand.Build(),
            BackupCommand.Build(),
            RestoreCommand.Build(),
            DoctorCommand.Build(),
        };
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync(streams);
        return parsed.Action is ParseErrorAction ? AskedWrongly : code;
    }
}
