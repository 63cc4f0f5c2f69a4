using System.Diagnostics.CodeAnalysis;

namespace Heed.Analytics;

/// <summary>
/// Either a value, or one sentence that says why there is none and what would be needed
/// ("needs 12 points before the change, has 7").
/// </summary>
/// <remarks>
/// Data that cannot carry a conclusion is an everyday thing, so it is a result and not an exception.
/// A mistake in the calling program (a null series, a negative number of periods) still throws.
/// Return a value or a <see cref="NoAnswer"/>: both convert by themselves.
/// <code>
/// if (Series.Of(points, Cadence.Week).Refused(out var because, out var series))
///     return because;      // a sentence for people
/// </code>
/// </remarks>
/// <typeparam name="T">What is given when there is an answer.</typeparam>
public readonly struct Answer<T>
{
    readonly T? _value;
    readonly string? _because;
    readonly bool _given;

    Answer(T? value, string? because, bool given) => (_value, _because, _given) = (value, because, given);

    /// <summary>Whether there is a value.</summary>
    public bool IsGiven => _given;

    /// <summary>The sentence that says why there is no value; null when there is one.</summary>
    public string? Because => _given ? null : _because ?? "Nothing was computed.";

    /// <summary>The value. Ask <see cref="IsGiven"/> or <see cref="Refused"/> first.</summary>
    /// <exception cref="InvalidOperationException">There is no value; the message is the refusal's sentence.</exception>
    public T Value => _given ? _value! : throw new InvalidOperationException(Because);

    /// <summary>True, with the sentence, when there is no value; false, with the value, when there is.</summary>
    public bool Refused([NotNullWhen(true)] out string? because, [MaybeNullWhen(true)] out T value)
    {
        because = Because;
        value = _value;
        return !_given;
    }

    /// <summary>The answer that is a value.</summary>
    public static implicit operator Answer<T>(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value, null, true);
    }

    /// <summary>The answer that is a sentence.</summary>
    public static implicit operator Answer<T>(NoAnswer refusal) => new(default, refusal.Because, false);

    /// <inheritdoc />
    public override string ToString() => _given ? $"{_value}" : Because!;
}

/// <summary>Why there is no answer, in one sentence for people: what is needed, and what is there.</summary>
/// <param name="Because">The sentence.</param>
public readonly record struct NoAnswer(string Because);
