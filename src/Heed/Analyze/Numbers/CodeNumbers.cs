using System.Text;

namespace Heed.Analyze;

/// <summary>The numbers that codes stand for, such as the middle of a range that was ticked: “1=5, 2=15, 9=N/A”.</summary>
sealed class CodeNumbers
{
    readonly CodeLabels _labels;
    readonly Dictionary<string, double> _numbers;

    CodeNumbers(CodeLabels labels, Dictionary<string, double> numbers) => (_labels, _numbers) = (labels, numbers);

    public static Outcome<CodeNumbers> Of(IReadOnlyDictionary<string, string> labels)
    {
        Dictionary<string, double> numbers = new(StringComparer.Ordinal);
        foreach (var label in labels.Values)
        {
            if (default(FileNumbers).TryRead(label, out var number))
                numbers[label] = number;
            else if (NoAnswerWords.Hold(Encoding.UTF8.GetBytes(label)))
                numbers[label] = double.NaN;
            else
                return new Refusal(
                    $"“{label}” is no number, and numbers are counted. Give each code the number that it stands for, or N/A: 1=5, 2=15, 9=N/A."
                );
        }
        return new CodeNumbers(CodeLabels.Of(labels) ?? throw new ArgumentException("No labels."), numbers);
    }

    /// <summary>Puts in the number that a code stands for; true where it stands for no answer.</summary>
    public bool Stand(ReadOnlySpan<byte> cell, ref double number)
    {
        var code = Encoding.UTF8.GetString(cell);
        var label = _labels.Of(code);
        if (ReferenceEquals(label, code))
            return false;
        number = _numbers[label];
        return double.IsNaN(number);
    }
}
