using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heed.Kit;

/// <summary>The identity of one T. Written as 32 lower-case hexadecimal digits in addresses and on the wire.</summary>
[JsonConverter(typeof(IdJsonConverterFactory))]
[TypeConverter(typeof(IdTypeConverter))]
public readonly record struct Id<T>(Guid Value) : ISpanParsable<Id<T>>, IComparable<Id<T>>
{
    /// <summary>A new id that sorts by time of birth. It is a timestamp: never use it where anonymity matters.</summary>
    public static Id<T> New() => new(Births.Next());

#pragma warning disable RS0030 // The one place that may.
    /// <summary>A new id that tells nothing: for everything that must not be ordered or dated by its id.</summary>
    public static Id<T> Random() => new(Guid.NewGuid());
#pragma warning restore RS0030

    /// <summary>In the order of the database, so that a list can go on after a given id.</summary>
    public int CompareTo(Id<T> other) => Value.CompareTo(other.Value);

    public static bool operator <(Id<T> left, Id<T> right) => left.CompareTo(right) < 0;

    public static bool operator >(Id<T> left, Id<T> right) => left.CompareTo(right) > 0;

    public static bool operator <=(Id<T> left, Id<T> right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Id<T> left, Id<T> right) => left.CompareTo(right) >= 0;

    public override string ToString() => Value.ToString("N", CultureInfo.InvariantCulture);

    public static Id<T> Parse(string text, IFormatProvider? provider) =>
        TryParse(text, provider, out var id) ? id : throw new FormatException($"“{text}” is not an id.");

    public static Id<T> Parse(ReadOnlySpan<char> text, IFormatProvider? provider) => Parse(text.ToString(), provider);

    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out Id<T> id) =>
        TryParse(text.AsSpan(), provider, out id);

    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out Id<T> id)
    {
        var isId = Guid.TryParseExact(text, "N", out var value) || Guid.TryParseExact(text, "D", out value);
        id = new(value);
        return isId;
    }
}

sealed class IdJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)
            Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    sealed class Converter<T> : JsonConverter<Id<T>>
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Id<T>.TryParse(reader.GetString(), null, out var id) ? id : throw new JsonException("This is not an id.");

        public override void Write(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());

        public override Id<T> ReadAsPropertyName(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => Read(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString());
    }
}

/// <summary>Lets forms and route parameters of pages bind an id from text.</summary>
sealed class IdTypeConverter(Type type) : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        Guid.TryParse(value as string, out var id)
            ? Activator.CreateInstance(type, id)
            : throw new FormatException($"“{value}” is not an id.");
}
