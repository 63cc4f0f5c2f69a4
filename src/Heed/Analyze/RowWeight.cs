using Heed.Analytics.Scores;

namespace Heed.Analyze;

/// <summary>For how many people a row stands. Who has no weight stands for nobody, and counts in what is not weighted.</summary>
sealed class RowWeight(DataFile file, int column)
{
    long _without;

    /// <summary>The weight of this row, or why it is none.</summary>
    public Refusal? Read(out double weight)
    {
        weight = 0;
        if (file[column].IsEmpty || NoAnswerWords.Hold(file[column]))
            _without++;
        else if (!file.TryNumber(column, out weight) || weight < 0)
            return new Refusal(
                $"Row {file.Row}, column “{file.ColumnName(column)}”: {DataFile.Quoted(file.Text(column))} is not a weight. A weight says for how many people an answer stands: zero or more. Mend the row, or leave --weight out."
            );
        return null;
    }

    /// <param name="weighted">“score is”, “shares are”.</param>
    /// <param name="plain">“one”, “ones”.</param>
    public void Note(string weighted, string plain)
    {
        if (_without > 0)
            file.Notes.Add(
                $"{Format.Count(_without, "answer has", "answers have")} no weight: the weighted {weighted} of the others, the plain {plain} of all."
            );
    }
}

/// <summary>The weights of many answers, and how many answers of one weight would tell as much (Kish 1965).</summary>
readonly record struct SumOfWeights(double Total, double Squares)
{
    public SumOfWeights With(double weight) => new(Total + weight, Squares + weight * weight);

    public double EffectiveN => Total * Total / Squares;

    /// <summary>The percent of those who carry this weight together (Wilson at the effective n).</summary>
    public WeightedEstimate Share(double weight)
    {
        var share = Intervals.Wilson(Math.Min(1, weight / Total) * EffectiveN, EffectiveN);
        return new(100 * share.Value, 100 * share.Low, 100 * share.High, 100 * share.StandardError, EffectiveN);
    }
}
