using Heed.Analytics.Columns;
using Heed.Analytics.Scores;
using Heed.Listen;

namespace Heed.Tests.Adversary;

/// <summary>The rules that can be switched off, to see that the adversary finds something without each.</summary>
[Flags]
public enum Off
{
    Nothing = 0,
    Minimum = 1,
    Waiting = 2,
    EachReleaseAlone = 4,
    SendersApart = 8,
    RemainderOfWords = 16,
    OneAttribute = 32,
    WordsWait = 64,
    OrderOfChance = 128,
}

/// <summary>The rules of Heed, in the order in which Heed applies them, each of which can be left out.</summary>
sealed class LaxHouse(string[][] values, Off off) : IHouse
{
    const int Fewest = RemarkPlaces.Fewest;
    readonly SurveyColumns _columns = new(
        [new("q", Scale.OneToFive)],
        [.. values.Select((_, a) => $"a{a}")],
        minimum: off.HasFlag(Off.Minimum) ? MinimumGroup.None : MinimumGroup.Five,
        arrival: off.HasFlag(Off.EachReleaseAlone) ? Arrival.AllAtOnce : Arrival.InReleases
    );
    readonly RemarkPlaces _places = new(values.Length);
    readonly List<Person> _wrote = [];
    readonly Dictionary<string, List<Person>> _waiting = [];
    long _row;

    public Task Take(Act act)
    {
        var pool = off.HasFlag(Off.SendersApart) ? "" : act.Sender;
        if (!_waiting.TryGetValue(pool, out var waiting))
            _waiting[pool] = waiting = [];
        waiting.AddRange(act.People);
        if (waiting.Count < (off.HasFlag(Off.Waiting) ? 1 : 5))
            return Task.CompletedTask;
        foreach (var person in waiting)
        {
            int[] codes = [.. person.Is.Select((value, a) => _columns.Attributes[a].CodeOf(value).Value)];
            _columns.Append(++_row, null, [_columns.Point("q", person.Answer)], codes);
            if (!person.Words)
                continue;
            _places.Add(person.Id, 0, codes);
            _wrote.Add(person);
        }
        if (!off.HasFlag(Off.EachReleaseAlone))
            _columns.Release();
        _places.Release(pool.Length == 0 ? null : new Id<Heed.People.Member>(Of(pool)));
        waiting.Clear();
        return Task.CompletedTask;
    }

    static Guid Of(string pool) => new(pool[0], 0, 0, new byte[8]);

    public async IAsyncEnumerable<(string?[] Who, Shown? Cell)> Scores()
    {
        await Task.CompletedTask;
        foreach (var who in Everybody(values))
        {
            var where = who.Index()
                .Where(w => w.Item is not null)
                .ToDictionary(w => $"a{w.Index}", w => (IReadOnlyCollection<string>)[w.Item!]);
            var cell = _columns.Ask(new("q") { Where = where }).Value.Total;
            yield return (
                who,
                cell.Distribution is { } d ? new Shown(d.N, Enumerable.Range(1, 5).Sum(p => p * d.CountOf(p))) : null
            );
        }
    }

    /// <summary>Every choice of a value or of all, for each attribute.</summary>
    public static IEnumerable<string?[]> Everybody(string[][] values) =>
        values.Aggregate(
            (IEnumerable<string?[]>)
                [
                    [],
                ],
            (before, of) => before.SelectMany(who => of.Append(null).Select(value => (string?[])[.. who, value]))
        );

    public async IAsyncEnumerable<(int Attribute, string Value, IReadOnlyList<int> Ids)> Words()
    {
        await Task.CompletedTask;
        yield return (-1, "", List(-1, ""));
        for (var a = 0; a < (off.HasFlag(Off.OneAttribute) ? values.Length : 1); a++)
            foreach (var value in values[a])
                yield return (a, value, List(a, value));
    }

    List<int> List(int attribute, string value)
    {
        if (off.HasFlag(Off.WordsWait) || off.HasFlag(Off.RemainderOfWords))
        {
            var fit = _wrote.FindAll(p => attribute < 0 || p.Is[attribute] == value);
            var shows =
                attribute < 0 ? fit.Count >= Fewest
                : off.HasFlag(Off.RemainderOfWords) ? fit.Count >= Fewest && _wrote.Count - fit.Count is 0 or >= Fewest
                : MinimumGroup
                    .Of(Fewest)
                    .Value.Shows([.. values[attribute].Select(v => _wrote.Count(p => p.Is[attribute] == v))])[
                    Array.IndexOf(values[attribute], value)
                ];
            return shows ? fit.ConvertAll(p => p.Id) : [];
        }
        var seen = _places.Now();
        var page =
            attribute < 0
                ? seen.Page(0, int.MaxValue >> 8)
                : seen.Page(
                    attribute,
                    (ushort)_columns.Attributes[attribute].CodeOf(value).Value,
                    0,
                    int.MaxValue >> 8
                );
        List<int> ids = [.. page.Select(p => (int)p.Sequence)];
        if (off.HasFlag(Off.OrderOfChance))
            ids.Sort();
        return ids;
    }
}
