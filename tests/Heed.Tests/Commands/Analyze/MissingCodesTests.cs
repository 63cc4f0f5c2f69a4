using Heed.Analyze;

namespace Heed.Tests.Commands.Analyze;

public sealed class MissingCodesTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("0,6", "0|6")]
    [InlineData(" 0 ,, refused ", "0|refused")]
    public void Codes_stand_between_commas(string? typed, string codes) =>
        Assert.Equal(codes, string.Join('|', MissingCodes.Split(typed)));

    [Fact]
    public void A_blank_a_word_for_no_answer_and_a_named_code_are_no_answers_and_all_else_is()
    {
        using var csv = new Csv("score,shop\n0,a\n0.0,a\n6,a\n66,a\n ,a\nNA,a\nBlank,a\nrefused,a\nlate,a\n-6,a\n");
        Assert.False(DataFile.Open(csv.Path).Refused(out _, out var file));
        using (file)
        {
            var missing = new MissingCodes(file, ["0", "6", "refused"]);
            List<string> held = [];
            while (!file.Next().Refused(out _, out var more) && more)
                held.Add(
                    $"{file.Text(0)}:{(missing.Hold(0, out var number) ? "none" : FormattableString.Invariant($"{number}"))}"
                );
            Assert.Equal(
                [
                    "0:none",
                    "0.0:none",
                    "6:none",
                    "66:66",
                    ":none",
                    "NA:none",
                    "Blank:none",
                    "refused:none",
                    "late:NaN",
                    "-6:-6",
                ],
                held
            );
            missing.Note(["score"]);
            Assert.Equal(
                "2 cells of “score” say in a word that there is no answer (Blank, NA); they count as missing.",
                file.Notes[^1]
            );
        }
    }
}
