namespace Heed.Bench;

/// <summary>A promise of quality, held against data of others that lie beside the project.</summary>
/// <param name="What">What is measured, in words.</param>
/// <param name="Data">On which data.</param>
/// <param name="Threshold">What must be reached at least.</param>
/// <param name="Measure">Measures it; throws <see cref="NotHere"/> where the data or the models are missing.</param>
sealed record AcceptanceLine(string What, string Data, double Threshold, Func<Reached> Measure);

/// <summary>What was reached.</summary>
/// <param name="Value">The figure, in the unit of the threshold.</param>
/// <param name="Beside">What else to know about it.</param>
readonly record struct Reached(double Value, string Beside = "");
