namespace Heed.Analytics.Text;

/// <summary>What a trained classifier says of a remark.</summary>
/// <param name="Class">The number of the class.</param>
/// <param name="Margin">How far it lies before the second best, in margins; 0 is a toss-up, above 1 is sure.</param>
public readonly record struct Chosen(int Class, double Margin);
