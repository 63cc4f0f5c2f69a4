using System.CommandLine;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary><c>heed analyze</c>: the analytics on a file, in the terminal, without a server and without a database.</summary>
static class AnalyzeCommand
{
    public static Command Build()
    {
        Command analyze = new(
            "analyze",
            """
            Analyses a CSV file here in the terminal: no server, no database, nothing leaves the machine.

            What do people say, and how sure is it?    heed analyze survey
            Did it really move? Did the change do it?  heed analyze series
            Did what one half got make a difference?   heed analyze experiment
            What do people write about?                heed analyze themes
            What goes with it?                         heed analyze drivers
            Do we agree?                               heed analyze agreement
            Does one figure follow another?            heed analyze tie
            Who comes back, and what is it worth?      heed analyze lifetime
            What could be seen?                        heed analyze plan
            Is that an outcome, or work?               heed analyze key-results

            Each has a report for people, --json for programs and --svg FILE for a picture; --help says more.
            """
        )
        {
            AnalyzeSurvey.Build(),
            AnalyzeSeries.Build(),
            AnalyzeExperiment.Build(),
            AnalyzeThemes.Build(),
            AnalyzeDrivers.Build(),
            AnalyzeAgreement.Build(),
            AnalyzeTie.Build(),
            AnalyzeLifetime.Build(),
            AnalyzePlan.Build(),
            AnalyzeKeyResults.Build(),
        };
        ReadingOptions.AddTo(analyze);
        return analyze;
    }
}
