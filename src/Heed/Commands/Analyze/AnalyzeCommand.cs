using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heed.Commands.Analyze;

/// <summary><c>heed analyze</c>: the analytics on a file, in the terminal, without a server and without a database.</summary>
static class AnalyzeCommand
{
    /// <summary>What every caller can rely on: 0 answered (that nothing can be told is an answer too), 2 asked wrongly or a bad file.</summary>
    const int Answered = 0;
    const int Refused = 2;
    const int Interrupted = 130;
    const int Broken = 70;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

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
            """
        )
        {
            AnalyzeSurvey.Build(),
            AnalyzeSeries.Build(),
        };

    /// <summary>Runs an analysis and turns everything that can go wrong with a file into a sentence.</summary>
    public static int Run(string path, Func<DataFile, ReadingProgress, Refusal?> analyse)
    {
        try
        {
            if (DataFile.Open(path).Refused(out var refusal, out var file))
                return Refuse(refusal);
            using (file)
            {
                var progress = new ReadingProgress(file, Console.Error, !Console.IsErrorRedirected);
                refusal = analyse(file, progress);
                if (refusal is null)
                    return Answered;
                progress.Done();
                return Refuse(refusal);
            }
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped. Nothing was changed.");
            return Interrupted;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refuse(new Refusal($"{path} cannot be read: {fault.Message}"));
        }
        catch (Exception fault)
        {
            Console.Error.WriteLine(
                $"Heed made a mistake of its own on this file ({fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}). Please report it with the command that you typed."
            );
            return Broken;
        }
    }

    public static void Write<T>(T wire) => Console.Out.WriteLine(JsonSerializer.Serialize(wire, Json));

    public static int Refuse(Refusal refusal)
    {
        Console.Error.WriteLine(refusal.Because);
        return Refused;
    }
}
