namespace Heed.Bench;

/// <summary>A named line of the suite: what is done, what is aimed at, and the sides that do it.</summary>
/// <param name="Name">The name by which it is run: H5.</param>
/// <param name="What">The work, in words.</param>
/// <param name="Goal">What is aimed at, in words.</param>
/// <param name="Rounds">How often each side runs.</param>
/// <param name="Sides">Makes the data and gives the sides; Heed's comes first. Disposing gives the data back.</param>
sealed record Benchmark(string Name, string What, string Goal, int Rounds, Func<Sides> Sides);

/// <summary>The sides of a benchmark and what they share.</summary>
sealed class Sides(IReadOnlyList<(string Name, Func<Found> Run)> all, Action? clean = null) : IDisposable
{
    public IReadOnlyList<(string Name, Func<Found> Run)> All => all;

    public void Dispose() => clean?.Invoke();
}
