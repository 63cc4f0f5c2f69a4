namespace Heed.Tests.Adversary;

/// <summary>
/// Wants to know what one person said, or fewer than a minimum group of people, by any attributes and by when they came.
/// Knows which answers came with which act, and the rules; asks everything at every look, keeps all looks, and has answers of
/// its own among the others. From the counts it finds which acts stand behind each figure, writes every figure down as an
/// equation over the smallest groups of each act, and solves; of lists of words it takes what stands in one and not in
/// another, over all looks. It does not know beforehand in which groups nobody is: who knows of everybody whether and as
/// what they answered is promised nothing (docs/anonymity.md).
/// </summary>
sealed class Adversary(string[][] values)
{
    const int Fewest = 5;
    const int FewestWords = 8;
    readonly List<Person> _people = [];
    readonly List<int> _cameBy = [];
    readonly HashSet<int> _counted = [];
    readonly Dictionary<string, List<int>> _waiting = [];
    readonly Dictionary<string, HashSet<int>> _behind = [];
    readonly List<(string?[] Who, int[] Acts)> _figures = [];
    readonly List<(string?[] Who, int Act)> _empty = [];
    readonly Dictionary<int, List<string>> _listedIn = [];
    readonly HashSet<int> _toldApartBy = [];
    readonly List<string> _order = [];
    int _looks;

    /// <summary>How many questions it asked.</summary>
    public int Asked { get; private set; }

    /// <summary>How many figures and lists it was shown.</summary>
    public int Told { get; private set; }

    /// <summary>How many of them say something of people that it knows, and so were written down.</summary>
    public int Used { get; private set; }

    /// <summary>How many groups it tried to find out, each of fewer people than any figure may stand for.</summary>
    public int WentFor { get; private set; }

    public async Task See(IHouse house, Act act)
    {
        await house.Take(act);
        if (!_waiting.TryGetValue(act.Sender, out var waiting))
            _waiting[act.Sender] = waiting = [];
        foreach (var person in act.People)
        {
            waiting.Add(_people.Count);
            _people.Add(person);
            _cameBy.Add(_looks);
        }
        await Look(house, act, waiting);
        _looks++;
    }

    async Task Look(IHouse house, Act act, List<int> waiting)
    {
        List<(string?[] Who, Shown? Cell)> cells = [];
        await foreach (var cell in house.Scores())
            cells.Add(cell);
        Asked += cells.Count;
        var total = cells.First(c => Array.TrueForAll(c.Who, w => w is null)).Cell?.N ?? 0;
        var news = total - _counted.Count(Answered);
        // A file may count at once while others wait; else all who waited with this sender count from here on.
        int[] own = [.. Enumerable.Range(_people.Count - act.People.Count, act.People.Count)];
        int[] joined =
            news <= 0 ? []
            : waiting.Count(Answered) == news ? [.. waiting]
            : own.Count(Answered) == news ? own
            : [.. _waiting.Values.SelectMany(w => w)];
        _counted.UnionWith(joined);
        foreach (var some in _waiting.Values)
            some.RemoveAll(joined.Contains);
        foreach (var (who, cell) in cells)
            if (cell is { } shown)
                Note(who, shown, joined);
        await Listen(house);
    }

    /// <summary>Whether these values are asked for: any of an attribute, this one, or one of several with a bar between.</summary>
    static Func<string[], bool> AskedFor(string?[] who)
    {
        var asked = Array.ConvertAll(who, w => w is null ? null : (string[])[w, .. w.Split('|')]);
        return values =>
        {
            for (var a = 0; a < asked.Length; a++)
                if (asked[a] is { } some && Array.IndexOf(some, values[a]) < 0)
                    return false;
            return true;
        };
    }

    void Note(string?[] who, Shown shown, int[] joined)
    {
        Told++;
        var name = string.Join('|', who.Select(w => w ?? "*"));
        if (!_behind.TryGetValue(name, out var behind))
            _behind[name] = behind = [];
        var isAskedFor = AskedFor(who);
        bool Fits(int at) => Answered(at) && isAskedFor(_people[at].Is);
        int[] all = [.. _counted.Where(Fits)];
        int[] news = [.. joined.Where(Fits)];
        if (shown.N == all.Length)
            behind.UnionWith(all);
        else if (shown.N - behind.Count == news.Length)
            behind.UnionWith(news);
        // Whose answers these are cannot be told from the count.
        if (shown.N != behind.Count)
            return;
        // What it takes for the answers of these people is their sum, or its book is wrong and proves nothing.
        Assert.Equal(behind.Sum(at => _people[at].Answer!.Value), shown.Sum, 0.01);
        Used++;
        if (behind.Count > 0)
            _figures.Add((who, [.. behind.Select(at => _cameBy[at]).Distinct().Order()]));
        else
            foreach (var act in _counted.Select(at => _cameBy[at]).Distinct())
                _empty.Add((who, act));
    }

    async Task Listen(IHouse house)
    {
        await foreach (var (attribute, value, ids) in house.Words())
        {
            Asked++;
            if (ids.Count == 0)
                continue;
            (Told, Used) = (Told + 1, Used + 1);
            if (attribute >= 0)
                _toldApartBy.Add(attribute);
            foreach (var id in ids)
            {
                if (!_listedIn.TryGetValue(id, out var lists))
                    _listedIn[id] = lists = [];
                lists.Add($"{_looks} {attribute} {value}");
            }
            if (ids.Count >= 30 && attribute < 0)
                _order.AddRange(OrderOf([.. ids]));
        }
    }

    /// <summary>Whether who stands next to whom, or how high, says who came after whom.</summary>
    IEnumerable<string> OrderOf(int[] ids)
    {
        var beside = ids.Zip(ids.Skip(1)).Count(pair => Math.Abs(pair.First - pair.Second) == 1);
        if (beside > ids.Length / 3)
            yield return $"look {_looks}: {beside} of {ids.Length} remarks stand beside the one that came before";
    }

    bool Answered(int at) => _people[at].Answer is not null;

    /// <summary>What it found out, in sentences.</summary>
    public IReadOnlyList<string> Found()
    {
        string[][] smallest =
        [
            .. LaxHouse
                .Everybody(values)
                .Where(who => who.All(w => w is not null))
                .Select(who => (string[])[.. who.OfType<string>()]),
        ];
        var known = new Equations(_looks * smallest.Length);
        int[] Cells(string?[] who, IEnumerable<int> acts)
        {
            var isAskedFor = AskedFor(who);
            int[] groups = [.. Enumerable.Range(0, smallest.Length).Where(cell => isAskedFor(smallest[cell]))];
            return [.. acts.SelectMany(act => groups.Select(cell => act * smallest.Length + cell))];
        }
        // Nobody is less than none: where the sum is empty each part is.
        foreach (var cell in _empty.SelectMany(e => Cells(e.Who, [e.Act])).Distinct())
            known.Add([cell]);
        foreach (var cells in _figures.Select(f => Cells(f.Who, f.Acts)).DistinctBy(c => string.Join(' ', c)))
            known.Add(cells);
        HashSet<string> found = [];
        foreach (var who in LaxHouse.Everybody(values))
        {
            var isAskedFor = AskedFor(who);
            int[] theirs =
            [
                .. Enumerable
                    .Range(0, _people.Count)
                    .Where(at => !_people[at].IsMine && Answered(at) && isAskedFor(_people[at].Is)),
            ];
            foreach (var look in Enumerable.Range(0, _looks))
            foreach (var until in new[] { false, true })
            {
                var first = until ? 0 : look;
                int[] few = [.. theirs.Where(at => _cameBy[at] >= first && _cameBy[at] <= look)];
                if (few.Length is 0 or >= Fewest)
                    continue;
                WentFor++;
                if (known.Determine(Cells(who, Enumerable.Range(first, look - first + 1))))
                    found.Add(
                        few.Length == 1
                            ? $"the answer of person {_people[few[0]].Id}"
                            : $"the answers of the {few.Length} persons {string.Join(", ", few.Select(at => _people[at].Id))}"
                    );
            }
        }
        return [.. found.Concat(Words()).Concat(_order)];
    }

    /// <summary>People whose words stand in the same lists cannot be told apart; the others can.</summary>
    IEnumerable<string> Words()
    {
        if (_toldApartBy.Count > 1)
            yield return $"whole people, by matching words told apart by {_toldApartBy.Count} attributes";
        var mine = _people.Where(p => p.IsMine).Select(p => p.Id).ToHashSet();
        foreach (var alike in _listedIn.GroupBy(l => string.Join('/', l.Value), l => l.Key))
            if (alike.Count(id => !mine.Contains(id)) is > 0 and < FewestWords and var few)
                yield return $"the words of {few} persons, who alone stand in certain lists";
    }
}
