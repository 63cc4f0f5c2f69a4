using System.Diagnostics.CodeAnalysis;

namespace Heed.Kit;

/// <summary>What a use case gives back: the thing, or a refusal in words.</summary>
public readonly struct Outcome<T>
    where T : notnull
{
    readonly T? _value;
    readonly Refusal? _refusal;

    Outcome(T? value, Refusal? refusal) => (_value, _refusal) = (value, refusal);

    public bool Refused([NotNullWhen(true)] out Refusal? refusal, [NotNullWhen(false)] out T? value)
    {
        refusal = _refusal;
        value = _value;
        return refusal is not null;
    }

    public bool Refused([NotNullWhen(true)] out Refusal? refusal) => Refused(out refusal, out _);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>The value of an outcome that has nothing to hand back.</summary>
public readonly record struct Done;
