using Heed.Metrics;
using Heed.Ui;

namespace Heed.Try;

static class MetricChoices
{
    /// <summary>A form cannot post “none” of an id, so the empty id says it.</summary>
    public static IReadOnlyList<Choice> OrNone(IEnumerable<MetricName> metrics, string none) =>
        [
            new(default(Id<Metric>).ToString(), none),
            .. metrics.Select(m => new Choice(m.Id.ToString(), $"{m.Name}, {m.Unit}")),
        ];
}
