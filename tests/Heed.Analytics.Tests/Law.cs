using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Heed.Analytics.Tests;

/// <summary>Laws that must hold for everything, tried on made-up values that are the same in every run.</summary>
static class Law
{
    static readonly Config Repeatable = Config
        .QuickThrowOnFailure.WithReplay(
            FSharpOption<Replay>.Some(new Replay(new Rnd(20260105, 11), FSharpOption<int>.None))
        )
        .WithQuietOnSuccess(true);

    static readonly Arbitrary<double[]> Values = Gen.Choose(-4000, 4000)
        .Select(thousandth => thousandth / 8.0)
        .ArrayOf()
        .Where(values => values.Length is >= 2 and <= 60)
        .ToArbitrary();

    /// <summary>Holds for any 2 to 60 values between -500 and 500.</summary>
    public static void ForAll(Func<double[], bool> law) => Check.One(Repeatable, Prop.ForAll(Values, law));

    /// <summary>Holds for any so many whole numbers within bounds.</summary>
    public static void ForAllCounts(int fewest, int most, int lowest, int highest, Func<int[], bool> law) =>
        Check.One(
            Repeatable,
            Prop.ForAll(
                Gen.Choose(lowest, highest)
                    .ArrayOf()
                    .Where(counts => counts.Length >= fewest && counts.Length <= most)
                    .ToArbitrary(),
                law
            )
        );

    /// <summary>Both missing, or as near as rounding allows for numbers of this size.</summary>
    public static bool Near(double? left, double? right, double scale = 1) =>
        (left is null) == (right is null)
        && (left is null || Math.Abs(left.Value - right!.Value) <= 1e-7 * Math.Max(1, Math.Abs(scale)));

    /// <summary>The same things in another order, which depends on nothing but how many there are.</summary>
    public static T[] Shuffled<T>(IReadOnlyList<T> things)
    {
        T[] shuffled = [.. things];
        new Random(things.Count).Shuffle(shuffled);
        return shuffled;
    }
}
