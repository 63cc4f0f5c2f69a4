namespace Heed.Simulations;

/// <summary>What the library promises of a share or a mean over many made-up cases.</summary>
enum PromiseKind
{
    /// <summary>At least so much: an interval holds the truth.</summary>
    AtLeast,

    /// <summary>At most so much: a false alarm.</summary>
    AtMost,

    /// <summary>What theory says, neither more nor less.</summary>
    About,

    /// <summary>Nothing: what a plainer method would do, or a figure for the record.</summary>
    Nothing,
}

/// <summary>A promise with its size.</summary>
/// <param name="Kind">What is promised.</param>
/// <param name="Target">The size, in the simulation's unit; NaN where nothing is promised.</param>
/// <param name="InPercent">Whether the figure is a share told in per cent, or a plain number.</param>
readonly record struct Promise(PromiseKind Kind, double Target, bool InPercent = true)
{
    public static readonly Promise Coverage = new(PromiseKind.AtLeast, 95);
    public static readonly Promise MeanEffect = new(PromiseKind.AtLeast, 94);
    public static readonly Promise FalseAlarm = new(PromiseKind.AtMost, 2.5);

    public static Promise AtMost(double percent) => new(PromiseKind.AtMost, percent);

    public static Promise AtLeast(double percent) => new(PromiseKind.AtLeast, percent);

    public static Promise About(double target, bool inPercent = true) => new(PromiseKind.About, target, inPercent);

    public static Promise Nothing(bool inPercent = true) => new(PromiseKind.Nothing, double.NaN, inPercent);
}

/// <summary>How a promise was kept.</summary>
enum Kept
{
    /// <summary>Within the Monte Carlo error.</summary>
    Yes,

    /// <summary>Off by no more than two points of a hundred: known, and small.</summary>
    Nearly,

    /// <summary>Off by more, and the page says why.</summary>
    Named,

    /// <summary>Off by more.</summary>
    No,

    /// <summary>Nothing was promised.</summary>
    Shown,
}

/// <summary>One promise and the way to try it.</summary>
/// <param name="Group">What it belongs to.</param>
/// <param name="What">What is tried.</param>
/// <param name="Promise">What is promised.</param>
/// <param name="Runs">How many made-up cases.</param>
/// <param name="Try">One case: 1 or 0 for yes and no, or a number; NaN where the library refused.</param>
/// <param name="Limit">Why the promise is known not to be kept here; null where it should be.</param>
sealed record Simulation(
    string Group,
    string What,
    Promise Promise,
    int Runs,
    Func<Random, double> Try,
    string? Limit = null
)
{
    const int Seed = 20260105;

    public string Name => $"{Group}: {What}";

    /// <summary>Tries it. The same seed for each, so that a line repeats whatever else is run.</summary>
    public Outcome Run(int? runs = null)
    {
        var random = new Random(Seed);
        var (count, mean, squares) = (0, 0.0, 0.0);
        var all = runs ?? Runs;
        for (var run = 0; run < all; run++)
        {
            var found = Try(random);
            if (double.IsNaN(found))
                continue;
            count++;
            var step = found - mean;
            mean += step / count;
            squares += step * (found - mean);
        }
        var scale = Promise.InPercent ? 100 : 1;
        var error = count < 2 ? double.NaN : Math.Sqrt(squares / (count - 1) / count);
        // A share is as uncertain as the promised one would be, if that is more: all of few cases prove little.
        if (Promise is { InPercent: true, Target: > 0 and < 100 and var percent })
            error = Math.Max(error, Math.Sqrt(percent / 100 * (1 - percent / 100) / count));
        return new(this, all, count, scale * mean, 2 * scale * error);
    }
}

/// <summary>What came of it.</summary>
/// <param name="Of">The simulation.</param>
/// <param name="Runs">How many cases were made up.</param>
/// <param name="Answered">In how many the library gave an answer.</param>
/// <param name="Found">The share in per cent, or the mean.</param>
/// <param name="Error">Two Monte Carlo standard errors.</param>
readonly record struct Outcome(Simulation Of, int Runs, int Answered, double Found, double Error)
{
    const double Near = 2;

    /// <summary>How the promise was kept.</summary>
    public Kept Kept
    {
        get
        {
            var (kind, target, _) = Of.Promise;
            var short_ = kind switch
            {
                PromiseKind.AtLeast => target - Found,
                PromiseKind.AtMost => Found - target,
                PromiseKind.About => Math.Abs(Found - target),
                _ => double.NaN,
            };
            return double.IsNaN(short_) ? (kind is PromiseKind.Nothing ? Kept.Shown : Kept.No)
                : short_ <= Error ? Kept.Yes
                : short_ <= Near + Error && Of.Promise.InPercent && kind is PromiseKind.AtLeast ? Kept.Nearly
                : Of.Limit is not null ? Kept.Named
                : Kept.No;
        }
    }
}
