using System.Collections.Concurrent;
using System.Reflection;
using Heed.Listen;
using Heed.Shell;
using Heed.Storage;

namespace Heed.Tests;

/// <summary>
/// What people answered is read by few, each for a reason, and shown by two: <see cref="ReadScores"/> and
/// <see cref="ReadRemarks"/>. So nothing can show answers past the rules. Each law is seen to fail on a planted use.
/// </summary>
public sealed class ReleaseLaws
{
    static readonly Type[] House =
    [
        .. typeof(Server)
            .Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Heed.Storage.Migrations", StringComparison.Ordinal) != true)
            // Code that the compiler writes for the endpoints hands each its services.
            .Where(t => Outermost(t).Name[0] != '<'),
    ];

    /// <summary>The tables of raw answers.</summary>
    static readonly Dictionary<string, string> Tables = new()
    {
        ["StoredResponses"] = "the only one that touches them",
        ["HeedDb"] = "declares the sets",
    };

    static readonly Dictionary<string, string> Raw = new()
    {
        ["LoadedSurveys"] = "reads what is released into columns",
        ["ReadScores"] = "shows scores, through the columns that hide small groups",
        ["ReadRemarks"] = "shows words, through the places that hide small groups",
        ["ReleaseAnswers"] = "decides what is released, and shows nothing",
        ["StoreImport"] = "writes",
        ["CheckImport"] = "asks what is there already, by fingerprints",
        ["ReceiveResponses"] = "writes",
        ["CleanImport"] = "removes",
        ["RemoveSample"] = "removes",
        ["ListenExport"] = "is for administrators: a workspace leaves with all that is its own",
        ["DownloadFiles"] = "gives administrators the rows that were refused",
        ["ListenModule"] = "registers it",
    };

    static readonly Dictionary<string, string> InMemory = new()
    {
        ["LoadedSurveys"] = "fills it",
        ["ReadScores"] = "shows scores",
        ["ReadChoices"] = "shows how many chose what",
        ["ReadRemarks"] = "shows words",
        ["ReleaseAnswers"] = "looks whether a release would hide something",
        ["StoreImport"] = "fills it while it stores the first file",
        ["ReadAhead"] = "fills it while it reads the first file",
    };

    static readonly Dictionary<string, string> Loaded = new()
    {
        ["ReadScores"] = "hands it to ReadRemarks",
        ["StoreImport"] = "keeps what it has filled",
        ["ReleaseAnswers"] = "begins an empty one",
        ["ReadRemarks"] = "asks how an import was read",
        ["ListenModule"] = "registers it",
    };

    static readonly Dictionary<string, string> Refused = new()
    {
        ["StoredResponses"] = "keeps and gives them",
        ["HeedDb"] = "declares the set",
        ["ListenTables"] = "lays its table",
        ["StoreImport"] = "keeps them",
        ["RowBatch"] = "carries them to the store",
        ["ReadAhead"] = "finds them",
        ["DownloadFiles"] = "gives them to administrators",
    };

    static readonly Dictionary<string, string> Files = new()
    {
        ["TakeFile"] = "takes it from an administrator",
        ["CheckImport"] = "tries it out",
        ["StoreImport"] = "stores it",
        ["MapImport"] = "is for administrators",
        ["StopImport"] = "removes it",
        ["CleanImport"] = "removes it",
        ["ReceiveFile"] = "says that it is too large",
        ["ImportPage"] = "shows its cells to administrators",
        ["ListenModule"] = "registers it",
    };

    static readonly Dictionary<string, string> Releases = new()
    {
        ["ReleaseAnswers"] = "decides",
        ["LoadedSurveys"] = "loads what is released",
        ["ListSurveys"] = "counts what is shown",
        ["ListenAtHome"] = "counts what is shown",
        ["ListenForCustomers"] = "asks what was heard last",
        ["DrawVoices"] = "asks what was heard last",
        ["HeedDb"] = "declares the set",
    };

    [Fact]
    public void Answers_are_read_by_few_and_for_a_reason()
    {
        Assert.Empty(Unlisted(House, Tables, Touches("get_Responses", "get_RejectedRows")));
        Assert.Empty(Unlisted(House, Raw, Names(typeof(StoredResponses))));
        Assert.Empty(Unlisted(House, InMemory, Names(typeof(LoadedSurvey), typeof(RemarkPlaces))));
        Assert.Empty(Unlisted(House, Loaded, Names(typeof(LoadedSurveys))));
        Assert.Empty(Unlisted(House, Refused, Names(typeof(RejectedRow))));
        Assert.Empty(Unlisted(House, Files, Names(typeof(ImportFiles))));
        Assert.Empty(Unlisted(House, Releases, Touches("get_ReleasedRows")));
    }

    [Fact]
    public void Nobody_stands_in_a_list_for_nothing()
    {
        (Dictionary<string, string> List, Func<Type, bool> Uses)[] laws =
        [
            (Tables, Touches("get_Responses", "get_RejectedRows")),
            (Raw, Names(typeof(StoredResponses))),
            (InMemory, Names(typeof(LoadedSurvey), typeof(RemarkPlaces))),
            (Loaded, Names(typeof(LoadedSurveys))),
            (Refused, Names(typeof(RejectedRow))),
            (Files, Names(typeof(ImportFiles))),
            (Releases, Touches("get_ReleasedRows")),
        ];
        foreach (var (list, uses) in laws)
        {
            var users = Users(House, uses).Select(t => t.Name).ToHashSet();
            Assert.Empty(list.Keys.Except(users).Except(["HeedDb"]));
        }
    }

    [Fact]
    public void Broken_whoever_reads_answers_past_the_gate_is_named()
    {
        Type[] planted = [typeof(Curious)];
        string[] named = ["Curious"];
        Assert.Equal(named, Unlisted(planted, Tables, Touches("get_Responses", "get_RejectedRows")));
        Assert.Equal(named, Unlisted(planted, Raw, Names(typeof(StoredResponses))));
        Assert.Equal(named, Unlisted(planted, InMemory, Names(typeof(LoadedSurvey), typeof(RemarkPlaces))));
        Assert.Equal(named, Unlisted(planted, Loaded, Names(typeof(LoadedSurveys))));
        Assert.Equal(named, Unlisted(planted, Refused, Names(typeof(RejectedRow))));
        Assert.Equal(named, Unlisted(planted, Files, Names(typeof(ImportFiles))));
        Assert.Equal(named, Unlisted(planted, Releases, Touches("get_ReleasedRows")));
    }

    static List<string> Unlisted(IEnumerable<Type> types, Dictionary<string, string> listed, Func<Type, bool> uses) =>
        [.. Users(types, uses).Select(t => t.Name).Where(name => !listed.ContainsKey(name))];

    static IEnumerable<Type> Users(IEnumerable<Type> types, Func<Type, bool> uses) =>
        types.Where(uses).Select(Outermost).Distinct();

    static Type Outermost(Type type) =>
        type.DeclaringType is { } outer && outer != typeof(ReleaseLaws) ? Outermost(outer) : type;

    // A dozen laws ask the same of each type.
    static readonly ConcurrentDictionary<Type, HashSet<Type>> Known = [];
    static readonly ConcurrentDictionary<Type, HashSet<string>> Asked = [];

    static Func<Type, bool> Names(params Type[] raw) =>
        type =>
            !raw.Contains(Outermost(type))
            && Known.GetOrAdd(type, static t => [.. Reach.Types(t, throughIds: false).Select(Outermost)]).Overlaps(raw);

    static Func<Type, bool> Touches(params string[] sets) =>
        type => Asked.GetOrAdd(type, static t => [.. AskedOfDb(t)]).Overlaps(sets);

    static IEnumerable<string> AskedOfDb(Type type) =>
        type.GetMethods(Reach.All)
            .Cast<MethodBase>()
            .Concat(type.GetConstructors(Reach.All))
            .SelectMany(Reach.Members)
            .OfType<MethodInfo>()
            .Where(m => typeof(DbContext).IsAssignableFrom(m.DeclaringType))
            .Select(m => m.Name);

    /// <summary>What somebody in a hurry may write.</summary>
    sealed class Curious(HeedDb db, StoredResponses stored, LoadedSurveys loaded, ImportFiles files)
    {
        public Task<Response> Newest() => db.Responses.OrderByDescending(r => r.Sequence).FirstAsync();

        public Task<RejectedRow> Refused() => db.RejectedRows.FirstAsync();

        public Task<int> Released() => db.ReleasedRows.CountAsync();

        public async Task<LoadedSurvey> All(Survey survey) =>
            File.Exists(files.PathOf(default)) ? await loaded.Of(db, stored, survey, default) : null!;
    }
}
