using System.Text;
using System.Text.Json;
using Heed.Analytics.Evidence;
using Heed.Analyze;

namespace Heed.Commands;

/// <summary>From where a series is read: a file, or a metric of a Heed, which says itself what it is.</summary>
sealed class SeriesSource : IDisposable
{
    sealed record Answer(MetricTold? Metric, IReadOnlyList<BaselineTold>? Baselines);

    sealed record MetricTold(
        string? Name,
        string? Unit,
        string? Wanted,
        double? WantedLow,
        double? WantedHigh,
        string? Cadence
    );

    sealed record BaselineTold(DateOnly From, DateOnly To);

    const string DateColumn = "date";
    const string ValueColumn = "value";
    static readonly string[] Columns = [DateColumn, ValueColumn, "count", "low", "high", "note"];

    readonly MetricTold? _metric;
    readonly BaselineTold? _baseline;
    readonly string? _value;
    readonly Cadence _cadence;

    SeriesSource(string path) => Path = path;

    SeriesSource(string path, string value, MetricTold metric, Cadence cadence, BaselineTold? baseline)
        : this(path) => (_value, _metric, _cadence, _baseline) = (value, metric, cadence, baseline);

    /// <summary>The file; of a metric one that goes with this.</summary>
    public string Path { get; }

    /// <summary>What it is called where the file's name does not say.</summary>
    public string? Name => _metric?.Name;

    public static async Task<Outcome<SeriesSource>> Of(string named, CancellationToken stop)
    {
        if (HeedAddress.Of(named) is not { } address)
            return new SeriesSource(named);
        if (address.Is is not HeedThing.Metric)
            return address.Refusal;
        if (
            AskHeed
                .At(address, "save the values of the metric as CSV on its page and give that file.")
                .Refused(out var refusal, out var heed)
        )
            return refusal;
        using (heed)
            return await Read(heed, $"/api/v1/metrics/{address.Id}", stop);
    }

    static async Task<Outcome<SeriesSource>> Read(AskHeed heed, string metric, CancellationToken stop)
    {
        if ((await heed.Get(metric, "application/json", stop)).Refused(out var refusal, out var json))
            return refusal;
        if (
            Told(json) is not { Metric: { Name: { Length: > 0 } name, Cadence: var every } told } answer
            || !Enum.TryParse(every, out Cadence cadence)
        )
            return heed.NotAHeed;
        if ((await heed.Get($"{metric}/measurements.csv", "text/csv", stop)).Refused(out refusal, out var csv))
            return refusal;
        var text = Encoding.UTF8.GetString(csv).TrimStart('\uFEFF');
        var head = string.Join(',', Columns);
        if (!text.StartsWith(head, StringComparison.Ordinal))
            return heed.NotAHeed;
        if (text[head.Length..].Trim().Length == 0)
            return new Refusal($"“{name}” has no values yet.");
        // Reports speak of a column by its name, and “value” would say nothing there.
        var value = Columns.Contains(name, StringComparer.OrdinalIgnoreCase) ? ValueColumn : name;
        var path = System.IO.Path.GetTempFileName();
        await File.WriteAllTextAsync(
            path,
            CsvWriter.Line([DateColumn, value, .. Columns[2..]]) + text[head.Length..].TrimStart(),
            stop
        );
        return new SeriesSource(path, value, told, cadence, answer.Baselines is [.., var last] ? last : null);
    }

    static Answer? Told(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<Answer>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string? Date(string? given) => given ?? (_metric is null ? null : DateColumn);

    public string? Value(string? given) => given ?? _value;

    /// <summary>The rows of a metric stand as Heed writes them: nothing has to be found out.</summary>
    public FileReading Reading(FileReading asked) =>
        _metric is null
            ? asked
            : asked with
            {
                Name = Name,
                HeaderRows = asked.HeaderRows ?? 1,
                RowsAbove = asked.RowsAbove ?? 0,
                KeepTotals = true,
            };

    /// <summary>Which way is better, where nobody said it here. A change is judged by a direction, and a range has none.</summary>
    public SeriesOptions.Wished Wish(SeriesOptions.Wished said, bool ofAChange) =>
        said is not (null, null) ? said
        : _metric is { Wanted: "Up" } ? new(Direction.Up, null)
        : _metric is { Wanted: "Down" } ? new(Direction.Down, null)
        : _metric is { WantedLow: { } low, WantedHigh: { } high } && !ofAChange ? new(null, (low, high))
        : said;

    /// <summary>The rest of what the metric says of itself, behind what was said here.</summary>
    public SeriesAsk Told(SeriesAsk ask) =>
        _metric is null
            ? ask
            : ask with
            {
                Every = ask.Every ?? _cadence,
                Unit = ask.Value == _value ? _metric.Unit : null,
                Baseline =
                    ask.Baseline ?? (_baseline is { } set && ask.To is null ? new Window(set.From, set.To) : null),
            };

    public void Dispose()
    {
        if (_metric is not null)
            File.Delete(Path);
    }
}
