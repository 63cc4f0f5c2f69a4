using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heed.Listen;

/// <summary>Text that a program may send as a number: 9 is “9”, and so is 9.0, which is how some languages write it.</summary>
public sealed class TextOrNumber : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.Number ? Number(ref reader) : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    /// <summary>Ids are longer than what is computed with, so a whole number stays as it was sent.</summary>
    static string Number(ref Utf8JsonReader reader)
    {
        var sent = Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        return sent.All(sign => char.IsAsciiDigit(sign) || sign == '-') ? sent : Format.Exact(reader.GetDouble())!;
    }
}

/// <summary>Answers by name, each text or a number.</summary>
public sealed class TextsOrNumbers : JsonConverter<Dictionary<string, string?>>
{
    static readonly TextOrNumber One = new();

    public override Dictionary<string, string?> Read(
        ref Utf8JsonReader reader,
        Type type,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
            throw new JsonException();
        Dictionary<string, string?> texts = [];
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number or JsonTokenType.Null))
                throw new JsonException();
            texts[name] = One.Read(ref reader, typeof(string), options);
        }
        return texts;
    }

    public override void Write(Utf8JsonWriter writer, Dictionary<string, string?> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value)
            writer.WriteString(name, text);
        writer.WriteEndObject();
    }
}
