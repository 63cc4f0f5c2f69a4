using System.Collections;
using System.Reflection;
using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests;

/// <summary>
/// Every public way in is asked with numbers that can carry no answer. It says no in a sentence, or its figures are finite; it
/// never gives a number that is none, and never fails.
/// </summary>
public class BadInputTests
{
    static readonly double[] Good =
    [
        .. Enumerable.Range(0, 40).Select(i => 20 + 3 * Math.Sin(1.7 * i) + Math.Cos(i * i)),
    ];

    static readonly Dictionary<string, double[]> Lists = new()
    {
        ["nothing"] = [],
        ["one value"] = [5],
        ["two values"] = [5, 6],
        ["all equal"] = [.. Enumerable.Repeat(5.0, 40)],
        ["all zero"] = new double[40],
        ["below zero"] = [.. Good.Select(value => -value)],
        ["not a number in the middle"] = [.. Good[..20], double.NaN, .. Good[20..]],
        ["nothing but no numbers"] = [.. Enumerable.Repeat(double.NaN, 40)],
        ["infinity"] = [.. Good[..20], double.PositiveInfinity, .. Good[20..]],
        ["minus infinity"] = [.. Good[..20], double.NegativeInfinity, .. Good[20..]],
        ["billions"] = [.. Good.Select(value => 1e9 * value)],
        ["mixed scales"] = [.. Good.Select((value, i) => i % 2 == 0 ? 1e9 * value : 1e-9 * value)],
        ["tiny"] = [.. Good.Select(value => 1e-300 * value)],
        ["beyond measure"] = [.. Good.Select(value => 1e306 * value)],
    };

    public static TheoryData<string, string> Cases =>
        new(from way in WaysIn.All.Keys from list in Lists.Keys select (way, list));

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_says_no_in_words_or_gives_finite_figures(string way, string list)
    {
        object? answer;
        try
        {
            answer = WaysIn.All[way](Lists[list]);
        }
        catch (ArgumentException) when (WaysIn.TakesNumbersOfTheCaller.Contains(way))
        {
            return;
        }
        Assert.Null(Fault(answer, way));
        if (
            list is "nothing"
            && answer is { } given
            && IsAnswer(given.GetType())
            && !WaysIn.HasAStateForNothing.Contains(way)
        )
            Assert.NotNull(Because(given));
    }

    [Fact]
    public void Every_way_to_an_answer_is_tried()
    {
        var all = typeof(Answer<>)
            .Assembly.GetExportedTypes()
            .Where(type => type.Namespace?.StartsWith("Heed.Analytics.Text", StringComparison.Ordinal) is false)
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly
                )
            )
            .Where(method => IsAnswer(method.ReturnType) && !method.IsSpecialName)
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Distinct();
        Assert.Empty(all.Except(WaysIn.All.Keys.Select(way => way.Split(' ')[0])));
    }

    [Fact]
    public void Dates_out_of_order_or_doubled_make_no_series()
    {
        DateOnly[] days = [new(2026, 1, 5), new(2026, 1, 12), new(2026, 1, 19)];
        Assert.Contains(
            "must be in the order of their dates",
            Series.Of([new(days[1], 1), new(days[0], 2)], Cadence.Week).Because
        );
        Assert.Contains("fall in the same week", Series.Of([new(days[0], 1), new(days[0], 2)], Cadence.Week).Because);
        Assert.Contains("must be in the order", RareEvents.Of([days[2], days[0]]).Because);
    }

    static bool IsAnswer(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Answer<>);

    static string? Because(object answer) => (string?)answer.GetType().GetProperty("Because")!.GetValue(answer);

    /// <summary>What is wrong with an answer: no sentence, or a figure in it that is none; null when nothing is.</summary>
    static string? Fault(object? answer, string path, int depth = 0)
    {
        if (answer is double number)
            return double.IsFinite(number) ? null : $"{path} is {number}";
        if (answer is null or string or Enum || depth > 5)
            return null;
        var type = answer.GetType();
        if (IsAnswer(type))
            return Because(answer) is not { } because ? Fault(type.GetProperty("Value")!.GetValue(answer), path, depth)
                : because.Length < 10 ? $"{path} is refused without a sentence"
                : because.Contains("NaN", StringComparison.Ordinal) ? $"{path} says {because}"
                : null;
        if (answer is IEnumerable many)
            return many.Cast<object?>()
                .Select((one, i) => Fault(one, $"{path}[{i}]", depth + 1))
                .FirstOrDefault(fault => fault is not null);
        return
            type.Namespace is not { } home
            || !home.StartsWith("Heed", StringComparison.Ordinal)
                && !type.Name.StartsWith("ValueTuple", StringComparison.Ordinal)
            ? null
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property =>
                    property.GetIndexParameters().Length == 0
                    && property.Name is not "LogLikelihood"
                    && property.CanRead
                )
                .Where(property => !property.PropertyType.IsByRefLike)
                .Select(property => Fault(property.GetValue(answer), $"{path}.{property.Name}", depth + 1))
                .FirstOrDefault(fault => fault is not null);
    }
}
