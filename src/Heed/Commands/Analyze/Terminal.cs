using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>Where a command answers: what was found on the output, every "no" as a sentence on the error stream.</summary>
sealed class Terminal(TextWriter output, TextWriter errors, Outcome<FileReading> reading)
{
    // What every caller can rely on. That nothing can be told is an answer too.
    const int Answered = 0;
    const int Refused = 2;
    const int Broken = 70;
    const int Interrupted = 130;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new FiniteNumbers() },
    };

    /// <summary>JSON knows no NaN and no infinity. A figure that came out so is not known: null, as all that is not known.</summary>
    sealed class FiniteNumbers : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.Null ? double.NaN : reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
                writer.WriteNumberValue(value);
            else
                writer.WriteNullValue();
        }
    }

    public static Terminal Of(ParseResult parsed) =>
        new(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, ReadingOptions.Of(parsed));

    /// <summary>A report is coloured and as wide as the window only where a person looks on.</summary>
    public Screen Screen
    {
        get
        {
            var watched = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
            var plain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
            return new(output, watched && !plain, watched ? Console.WindowWidth : Screen.Widest);
        }
    }

    /// <summary>Runs it on a file, or on what a Heed says of one of its metrics.</summary>
    public async Task<int> Of(string named, Func<SeriesSource, int> run, CancellationToken stop)
    {
        try
        {
            if ((await SeriesSource.Of(named, stop)).Refused(out var refusal, out var source))
                return Refuse(refusal);
            using (source)
                return run(source);
        }
        catch (OperationCanceledException)
        {
            return Stopped();
        }
    }

    /// <summary>Runs an analysis and turns everything that can go wrong with a file into a sentence.</summary>
    /// <param name="source">Where it was read from, if it may be no file.</param>
    public int Answer(string path, Func<DataFile, ReadingProgress, Refusal?> analyse, SeriesSource? source = null) =>
        Answer(
            path,
            () =>
            {
                if (HeedAddress.Of(path) is { } address)
                    return address.Refusal;
                if (reading.Refused(out var refusal, out var asked))
                    return refusal;
                if (DataFile.Open(path, source?.Reading(asked) ?? asked).Refused(out refusal, out var file))
                    return refusal;
                using (file)
                {
                    var watched = ReferenceEquals(errors, Console.Error) && !Console.IsErrorRedirected;
                    var progress = new ReadingProgress(file, errors, watched, TimeProvider.System);
                    refusal = analyse(file, progress);
                    if (refusal is not null)
                        progress.Done();
                    return refusal;
                }
            }
        );

    /// <summary>The same where no file is needed.</summary>
    public int Answer(Func<Refusal?> compute) => Answer("The input", compute);

    int Answer(string path, Func<Refusal?> analyse)
    {
        try
        {
            return analyse() is { } refusal ? Refuse(refusal) : Answered;
        }
        catch (OperationCanceledException)
        {
            return Stopped();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refuse(new Refusal($"{path} cannot be read: {fault.Message}"));
        }
        catch (Exception fault)
        {
            errors.WriteLine(
                $"Heed made a mistake of its own on this file ({fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}). Please report it with the command that you typed."
            );
            return Broken;
        }
    }

    public void Write<T>(T wire) => output.WriteLine(JsonSerializer.Serialize(wire, Json));

    int Stopped()
    {
        errors.WriteLine("Stopped. Nothing was changed.");
        return Interrupted;
    }

    public int Refuse(Refusal refusal)
    {
        errors.WriteLine(refusal.Because);
        return Refused;
    }
}
