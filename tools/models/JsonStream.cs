using System.Text.Json;

namespace Heed.ModelPackages;

/// <summary>The tokens of a JSON file that is too large to be held.</summary>
sealed class JsonStream(Stream file)
{
    byte[] _buffer = new byte[1 << 20];
    int _start;
    int _end;
    bool _isLast;
    JsonReaderState _state;

    public JsonTokenType Kind { get; private set; }
    public int Depth { get; private set; }

    /// <summary>The name of the property read last.</summary>
    public string Name { get; private set; } = "";

    public double Number { get; private set; }

    /// <summary>Goes to the next token; false at the end.</summary>
    public bool Next()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
            if (reader.Read())
            {
                (Kind, Depth) = (reader.TokenType, reader.CurrentDepth);
                if (Kind == JsonTokenType.PropertyName)
                    Name = reader.GetString()!;
                else if (Kind == JsonTokenType.Number)
                    Number = reader.GetDouble();
                _start += (int)reader.BytesConsumed;
                _state = reader.CurrentState;
                return true;
            }
            if (_isLast)
                return false;
            Fill();
        }
    }

    void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = file.Read(_buffer, _end, _buffer.Length - _end);
        _isLast = read == 0;
        _end += read;
    }
}
