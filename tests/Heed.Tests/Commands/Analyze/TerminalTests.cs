using Heed.Analyze;
using Heed.Commands;

namespace Heed.Tests.Commands.Analyze;

/// <summary>What a program that calls Heed can rely on: codes, streams, and figures that are numbers or null.</summary>
public sealed class TerminalTests : IDisposable
{
    readonly StringWriter _output = new();
    readonly StringWriter _errors = new();

    Terminal Terminal => new(_output, _errors, FileReading.FoundOut);

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    public static TheoryData<Exception, int, string> Faults =>
        new()
        {
            { new OperationCanceledException(), 130, "Stopped. Nothing was changed." },
            { new IOException("The disk is gone."), 2, "The input cannot be read: The disk is gone." },
            { new UnauthorizedAccessException("Not yours."), 2, "The input cannot be read: Not yours." },
            {
                new InvalidOperationException("first line\nsecond line"),
                70,
                "Heed made a mistake of its own on this file (InvalidOperationException: first line second line). Please report it with the command that you typed."
            },
        };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void Whatever_breaks_is_one_sentence_on_the_error_stream_and_a_code(Exception fault, int code, string said)
    {
        Assert.Equal(code, Terminal.Answer(() => throw fault));
        Assert.Equal(("", said), (_output.ToString(), _errors.ToString().TrimEnd()));
    }

    [Fact]
    public void A_refusal_is_code_2_and_an_answer_code_0()
    {
        Assert.Equal(2, Terminal.Answer(() => new Refusal("Say which.")));
        Assert.Equal(0, Terminal.Answer(() => null));
        Assert.Equal("Say which.", _errors.ToString().TrimEnd());
    }

    [Fact]
    public void A_file_is_named_as_it_was_typed()
    {
        Assert.Equal(2, Terminal.Answer("nowhere.csv", (_, _) => throw new InvalidOperationException("never asked")));
        Assert.StartsWith("There is no file nowhere.csv. Look at its name", _errors.ToString());
        using var file = new Csv("a,b\n1,2\n");
        Assert.Equal(2, Terminal.Answer(file.Path, (_, _) => throw new IOException("The disk is gone.")));
        Assert.Contains($"{file.Path} cannot be read: The disk is gone.", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_is_none_is_null_and_letters_stay_as_they_are()
    {
        Terminal.Write(
            new
            {
                Value = double.NaN,
                High = double.PositiveInfinity,
                Low = -0.5,
                Name = "Größe “XL” & Co",
                Unit = TimeUnit.Week,
            }
        );
        Assert.Equal(
            "{ \"value\": null, \"high\": null, \"low\": -0.5, \"name\": \"Größe “XL” & Co\", \"unit\": \"Week\" }",
            string.Join(
                ' ',
                _output.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
        );
    }
}
