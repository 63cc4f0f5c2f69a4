using Heed.Analytics.Text;
using Heed.Storage;

namespace Heed.Listen;

/// <param name="Words">Without the personal data that patterns find in it; what was written is shown to nobody.</param>
public sealed record Remark(string Question, string Words);

/// <param name="All">How many there are to page through.</param>
/// <param name="LookedThrough">With words to find: how many remarks were read for them, the newest first.</param>
public sealed record RemarkPage(
    IReadOnlyList<Remark> Remarks,
    long All,
    int Page,
    string? Because,
    long? LookedThrough = null
);

/// <param name="Attribute">What words are told apart by; null where nothing can.</param>
/// <param name="Others">All attributes of the survey.</param>
/// <param name="Since">The day from which it is settled; null while an administrator may choose.</param>
public sealed record WordsBy(string? Attribute, IReadOnlyList<string> Others, DateOnly? Since);

/// <summary>An attribute that remarks can be filtered by, and its values.</summary>
public sealed record RemarkFilter(string Attribute, IReadOnlyList<string> Values);

/// <summary>
/// Free words, a page at a time, those that came to light last first. Shown only where eight or more people wrote, and told
/// apart by one attribute of the survey at most: who could tell them apart by two would know whole people by matching their
/// words (methods/trust.md B6, A2 and A3).
/// </summary>
public sealed class ReadRemarks(
    HeedDb db,
    StoredResponses stored,
    ReadScores read,
    People.Workspace here,
    TimeProvider clock
)
{
    public const int OnPage = 50;
    public const int Fewest = RemarkPlaces.Fewest;

    /// <summary>Words are looked for in this many of the newest remarks: some tenths of a second on a small machine.</summary>
    public const int MostLookedThrough = 20_000;
    const int AtOnce = 2_000;
    const int MostValues = 60;

    /// <summary>The newest few of everybody, under the same rules.</summary>
    public Task<RemarkPage> Newest(Survey survey, int most, CancellationToken stop) =>
        Run(survey, Slice.All, null, 1, stop, most);

    public async Task<RemarkPage> Run(
        Survey survey,
        Slice slice,
        string? words,
        int page,
        CancellationToken stop,
        int size = OnPage
    )
    {
        if (slice.Where.Count > 1)
            return new(
                [],
                0,
                1,
                "Remarks can be told apart by one attribute at a time, so that nobody is singled out."
            );
        var loaded = await read.Load(survey, stop);
        var all = loaded.Remarks.Now();
        var filter = Filter(loaded, slice);
        if (filter is not null && await WhyNotBy(survey, loaded, slice.Where.Keys.Single(), stop) is { } because)
            return new([], 0, 1, because);
        if (filter is { } asked ? asked.Code is not { } value || all.IsEmptyOf(asked.Attribute, value) : all.IsEmpty)
            return new([], 0, 1, null);
        var matching = filter is { Code: { } code } by ? all.CountOf(by.Attribute, code) : all.Count;
        if (matching == 0)
            return new(
                [],
                0,
                1,
                $"Not shown: fewer than {Fewest} people wrote here, or fewer than {Fewest} are left out."
            );

        List<RemarkPlaces.Place> Places(int skip, int take) =>
            filter is { Code: { } its } one ? all.Page(one.Attribute, its, skip, take) : all.Page(skip, take);
        var plans = await Plans(survey, stop);
        // Who may read all of these may look for words in them: no remark comes to light that the pages do not show.
        if (Words(words) is { Length: > 0 } wanted)
            return await Find(wanted);
        page = Math.Clamp(page, 1, (matching + size - 1) / size);
        return new(await Read(Places((page - 1) * size, size)), matching, page, null);

        async Task<RemarkPage> Find(string[] wanted)
        {
            List<Remark> found = [];
            var looked = Math.Min(matching, MostLookedThrough);
            for (var from = 0; from < looked; from += AtOnce)
                found.AddRange(await Read(Places(from, Math.Min(AtOnce, looked - from)), wanted));
            page = Math.Clamp(page, 1, Math.Max(1, (found.Count + OnPage - 1) / OnPage));
            return new([.. found.Skip((page - 1) * OnPage).Take(OnPage)], found.Count, page, null, looked);
        }

        // Most remarks hold none of the words, so these are asked first; then what is shown must hold them, or a name that
        // was taken out could be guessed letter by letter.
        async Task<List<Remark>> Read(List<RemarkPlaces.Place> places, params string[] wanted)
        {
            var records = (await stored.At([.. places.Select(r => r.Sequence).Distinct()], stop)).ToDictionary(r =>
                r.Sequence
            );
            List<Remark> remarks = [];
            foreach (var place in places)
            {
                if (!records.TryGetValue(place.Sequence, out var response))
                    continue;
                var question = loaded.RemarkQuestions[place.Question];
                var written = Written(plans[place.Sequence >> 28], response, question);
                if (!Holds(written, wanted))
                    continue;
                var shown = Redaction.Of(written).Text;
                if (Holds(shown, wanted))
                    remarks.Add(new(question, shown));
            }
            return remarks;
        }
    }

    /// <summary>What the list can be filtered by: the survey's one attribute, where it has few enough values to choose from.</summary>
    public async Task<RemarkFilter?> Filter(Survey survey, CancellationToken stop)
    {
        var loaded = await read.Load(survey, stop);
        if (
            Position(loaded, By(survey, loaded)) is not { } at
            || loaded.Columns.Attributes[at].Count is < 2 or > MostValues
        )
            return null;
        var values = loaded.Columns.Attributes[at];
        return new(
            loaded.Schema.Attributes[at],
            [.. Enumerable.Range(0, values.Count).Select(c => values[c]).Order(StringComparer.OrdinalIgnoreCase)]
        );
    }

    /// <summary>The group of the survey's one attribute that wrote least, of those that may be shown; all where there is none.</summary>
    public async Task<Slice> LeastHeard(Survey survey, CancellationToken stop)
    {
        var loaded = await read.Load(survey, stop);
        if (By(survey, loaded) is not { } by || Position(loaded, by) is not { } at)
            return Slice.All;
        var (words, values) = (loaded.Remarks.Now(), loaded.Columns.Attributes[at]);
        var least = Enumerable
            .Range(0, values.Count)
            .Select(code => (Value: values[code], Count: words.CountOf(at, (ushort)code)))
            .Where(group => group.Value.Length > 0 && group.Count > 0)
            .OrderBy(group => group.Count)
            .ThenBy(group => group.Value, StringComparer.Ordinal)
            .Select(group => group.Value)
            .FirstOrDefault();
        return least is null ? Slice.All : new(new Dictionary<string, string> { [by] = least });
    }

    /// <summary>What words of this survey are told apart by, and whether that can still be changed.</summary>
    public async Task<WordsBy> WordsBy(Survey survey, CancellationToken stop)
    {
        var loaded = await read.Load(survey, stop);
        return new(By(survey, loaded), loaded.Schema.Attributes, survey.WordsToldApartOn);
    }

    /// <summary>As somebody has chosen, else the first attribute by which two lists at least can be shown.</summary>
    static string? By(Survey survey, LoadedSurvey loaded)
    {
        if (survey.WordsBy is { } chosen)
            return chosen;
        var words = loaded.Remarks.Now();
        return loaded.Schema.Attributes.Where((_, at) => words.ListsOf(at) >= 2).FirstOrDefault();
    }

    /// <summary>
    /// Why words are not told apart by an attribute; null when they are. The first time settles it for good, in one
    /// statement, so that two who ask at once by two attributes are not both answered.
    /// </summary>
    async Task<string?> WhyNotBy(Survey survey, LoadedSurvey loaded, string attribute, CancellationToken stop)
    {
        if (Position(loaded, attribute) is null)
            return null;
        if (By(survey, loaded) is not { } by)
            return "These words are told apart by nothing: by no attribute would two groups be large enough.";
        if (by != attribute)
            return OnlyBy(by);
        if (survey.WordsToldApartOn is not null)
            return null;
        var today = here.Today(clock);
        var settled = await db
            .Surveys.Where(s => s.Id == survey.Id)
            .Where(s => s.WordsBy == by || (s.WordsBy == null && s.WordsToldApartOn == null))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(s => s.WordsBy, by)
                        .SetProperty(s => s.WordsToldApartOn, s => s.WordsToldApartOn ?? today),
                stop
            );
        return settled == 1 ? null : "These words have just been told apart by another attribute. Look again.";
    }

    internal static string OnlyBy(string by) =>
        $"The words of this survey are told apart by “{by}” alone: by two attributes one could match them and know whole people.";

    static int? Position(LoadedSurvey loaded, string? attribute) =>
        loaded.Schema.Attributes.ToList().IndexOf(attribute ?? "") is var at and >= 0 ? at : null;

    /// <summary>The words looked for: up to eight, each of which a remark must hold.</summary>
    public static string[] Words(string? asked) =>
        [.. (asked ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8)];

    static bool Holds(string remark, string[] words) =>
        Array.TrueForAll(words, word => remark.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>What to filter by: nothing, or a value of an attribute, which may be one that nobody gave.</summary>
    static (int Attribute, ushort? Code)? Filter(LoadedSurvey loaded, Slice slice)
    {
        if (slice.Where.Count == 0)
            return null;
        var (name, value) = slice.Where.Single();
        var index = loaded.Schema.Attributes.ToList().IndexOf(name);
        if (index < 0)
            return (0, null);
        var column = loaded.Columns.Attributes[index];
        var code = Enumerable.Range(0, column.Count).FirstOrDefault(c => column[c] == value, -1);
        return (index, code < 0 ? null : (ushort)code);
    }

    async Task<Dictionary<long, CompiledMapping>> Plans(Survey survey, CancellationToken stop)
    {
        var imports = await db
            .Imports.AsNoTracking()
            .Where(i => i.SurveyId == survey.Id && i.State == ImportState.Done)
            .ToListAsync(stop);
        return imports.ToDictionary(i => i.Number, LoadedSurveys.PlanOf);
    }

    static string Written(CompiledMapping plan, Response response, string question)
    {
        using var reader = RecordReader.Over(plan.Shape.Delimiter);
        reader.Load(response.Record);
        var (cell, _, _) = Array.Find(plan.Remarks, r => r.Question == question);
        return reader.Text(cell).Trim();
    }
}
