namespace Heed.Ui.Charts;

/// <summary>A label at the right edge: where it belongs and where it found room.</summary>
public sealed record EdgeLabel(double Belongs, double Y, string Says, string Fill, bool Strong);

public static class EdgeLabels
{
    /// <summary>Moves labels apart by at least <paramref name="gap"/>, as little as needed, inside top and bottom.</summary>
    public static IReadOnlyList<EdgeLabel> Place(IEnumerable<EdgeLabel> labels, double gap, double top, double bottom)
    {
        // Groups that touch share their shift (pool adjacent violators), so that none wanders more than it must.
        var groups = new List<(double Wanted, List<EdgeLabel> Labels)>();
        foreach (var label in labels.OrderBy(l => l.Belongs))
        {
            (double Wanted, List<EdgeLabel> Labels) group = (Within(label.Belongs, 1), [label]);
            while (groups.Count > 0 && End(groups[^1]) + gap > Start(group))
            {
                var before = groups[^1];
                groups.RemoveAt(groups.Count - 1);
                List<EdgeLabel> both = [.. before.Labels, .. group.Labels];
                group = (Within(both.Average(l => l.Belongs), both.Count), both);
            }
            groups.Add(group);
        }
        return [.. groups.SelectMany(g => g.Labels.Select((label, i) => label with { Y = Start(g) + i * gap }))];

        double Half(int count) => (count - 1) * gap / 2;
        double Within(double middle, int count) => Math.Max(top + Half(count), Math.Min(bottom - Half(count), middle));
        double Start((double Wanted, List<EdgeLabel> Labels) group) => group.Wanted - Half(group.Labels.Count);
        double End((double Wanted, List<EdgeLabel> Labels) group) => group.Wanted + Half(group.Labels.Count);
    }
}
