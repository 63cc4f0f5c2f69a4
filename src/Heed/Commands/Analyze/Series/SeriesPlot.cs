using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>
/// A series drawn with letters: ● a point, ◆ one that belongs to a signal, ┈ the limits, ─ the centre, ○ what was to be
/// expected without the change, │ the change.
/// </summary>
sealed class SeriesPlot
{
    const int Rows = 13;
    const int Axis = 10;
    readonly char[][] _ink;
    readonly int _columns;
    readonly double _low;
    readonly double _high;
    readonly SeriesFindings _found;
    readonly IReadOnlyList<(int Place, double Value)> _expected;

    public SeriesPlot(SeriesFindings found, int width)
    {
        _found = found;
        _columns = Math.Min(width - Axis - 1, Math.Max(24, found.Shown.Count * 3));
        _expected = Expected(found);
        var heights = found
            .Shown.Values.ToArray()
            .Concat(_expected.Select(point => point.Value))
            .Concat(found.Look.Bands.Phases.SelectMany(p => new[] { p.Band.Lower, p.Band.Upper }).OfType<double>())
            .ToList();
        (_low, _high) = (heights.Min(), heights.Max());
        if (_high - _low <= 0)
            (_low, _high) = (_low - 1, _high + 1);
        _ink = [.. Enumerable.Range(0, Rows).Select(_ => new string(' ', _columns).ToCharArray())];
        Draw();
    }

    public IEnumerable<string> Lines()
    {
        var size = Math.Max(Math.Abs(_low), Math.Abs(_high));
        var labels = new string[Rows];
        (labels[0], labels[^1]) = (Format.Beside(_high, size), Format.Beside(_low, size));
        foreach (var level in new[] { _found.Band.Lower, _found.Band.Centre, _found.Band.Upper })
            if (level is { } value)
                labels[Row(value)] = Format.Beside(value, size);
        for (var row = 0; row < Rows; row++)
            yield return $"[grey]{labels[row] ?? "", Axis - 1}[/] {Coloured(new string(_ink[row]).TrimEnd())}";
        var (first, last) = (Date(0), Date(_found.Shown.Count - 1));
        yield return $"[grey]{new string(' ', Axis)}{first}{last.PadLeft(Math.Max(1, _columns - first.Length))}[/]";
    }

    void Draw()
    {
        foreach (var phase in _found.Look.Bands.Phases.Where(phase => phase.Band.HasLimits))
        {
            var (from, until) = Columns(phase);
            Level(phase.Band.Lower, '┈', from, until);
            Level(phase.Band.Upper, '┈', from, until);
            Level(phase.Band.Centre, '─', from, until);
        }
        if (_found.Change is { } change && Place(change.On) is { } at)
            foreach (var row in _ink)
                row[at] = '│';
        foreach (var (place, value) in _expected)
            _ink[Row(value)][Column(place)] = '○';
        for (var i = 0; i < _found.Shown.Count; i++)
            _ink[Row(_found.Shown[i].Value)][Column(i)] = _found.Signals.Any(s => i >= s.From && i <= s.To) ? '◆' : '●';
    }

    void Level(double? value, char ink, int from, int until)
    {
        if (value is { } level)
            Array.Fill(_ink[Row(level)], ink, from, until - from);
    }

    /// <summary>From the first column of a phase to the one after its last.</summary>
    (int From, int Until) Columns(Phase phase)
    {
        var before = _found.Shown.Before(phase.From).Count;
        var past = phase.Until is { } end ? _found.Shown.Before(end).Count : _found.Shown.Count;
        return (before == 0 ? 0 : Column(before), past == _found.Shown.Count ? _columns : Column(past));
    }

    /// <summary>Just before the first point from the change on.</summary>
    int? Place(DateOnly on)
    {
        var first = _found.Shown.Points.Index().FirstOrDefault(point => point.Item.Date >= on, (-1, default));
        return first.Item1 < 1 ? null : Math.Max(0, (Column(first.Item1 - 1) + Column(first.Item1)) / 2);
    }

    int Column(int place) =>
        _found.Shown.Count < 2 ? 0 : (int)Math.Round((double)place * (_columns - 1) / (_found.Shown.Count - 1));

    int Row(double value) => (int)Math.Round((_high - Math.Clamp(value, _low, _high)) / (_high - _low) * (Rows - 1));

    string Date(int place) => SeriesWords.Date(_found.Shown[place].Date, _found.Shown.Cadence);

    static List<(int, double)> Expected(SeriesFindings found)
    {
        var places = found.Shown.Points.Index().ToDictionary(point => point.Item.Date, point => point.Index);
        return
        [
            .. (found.Change?.Counterfactual ?? []).Select(point =>
            {
                var place = places[point.Date];
                var rate = found.Ask.Counts && found.Shown[place].Population is { } among ? found.Ask.Base / among : 1;
                return (place, point.Expected * rate);
            }),
        ];
    }

    static string Coloured(string line) =>
        string.Concat(
            line.Select(ink =>
                ink switch
                {
                    '●' => "[teal]●[/]",
                    '◆' => "[bold yellow]◆[/]",
                    '┈' or '─' or '│' => $"[grey]{ink}[/]",
                    _ => ink.ToString(),
                }
            )
        );
}
