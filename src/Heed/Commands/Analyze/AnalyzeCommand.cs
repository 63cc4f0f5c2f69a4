using System.CommandLine;

namespace Heed.Commands.Analyze;

/// <summary><c>heed analyze</c>: the analytics on a file, in the terminal, without a server and without a database.</summary>
static class AnalyzeCommand
{
    public static Command Build() =>
        new(
            "analyze",
            """
            Analyses a CSV file here in the terminal: no server, no database, nothing leaves the machine.

            What do people say, and how sure is it?
              heed analyze survey answers.csv --score NETPRO --kind recommend --missing 11 --by TERMINAL
            Did it really move?
              heed analyze series calls.csv --date week --value calls
            Did the change do it?
              heed analyze series calls.csv --date week --value calls --change 2026-03-02 --predict -7 --wanted down
            What do people write about?
              heed analyze themes remarks.csv --text comment --by region
            """
        )
        {
            AnalyzeSurvey.Build(),
            AnalyzeSeries.Build(),
            AnalyzeThemes.Build(),
        };
}
