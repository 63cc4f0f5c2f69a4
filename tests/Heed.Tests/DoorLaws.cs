using System.Reflection;
using Heed.Shell;
using Heed.Storage;

namespace Heed.Tests;

/// <summary>
/// A room has doors, its public types, and no other way in: not an internal type, not a query that goes on in another
/// room, not the rows themselves. Each law is seen to fail on BrokenHouse.
/// </summary>
public sealed class DoorLaws
{
    static readonly Type[] House = typeof(Server).Assembly.GetTypes();
    static readonly Type[] Broken =
    [
        .. typeof(DoorLaws)
            .Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("BrokenHouse", StringComparison.Ordinal) == true),
    ];

    [Fact]
    public void A_room_names_only_public_types_of_another()
    {
        Fails(WhoMayKnowWhom.Intrusions(House));
        Assert.Equal(
            ["BrokenHouse.Try.Intruding names BrokenHouse.Aim.Private, which is internal to Aim."],
            WhoMayKnowWhom
                .Intrusions(Broken, "BrokenHouse")
                .Where(v => v.Contains("Intruding", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void No_query_goes_on_in_another_room()
    {
        Fails(OpenQueries(House));
        Assert.Contains(
            "Half.Query hands out an IQueryable: give the rows, or the answer to a question.",
            OpenQueries(Broken)
        );
    }

    /// <summary>Public methods of public types that give or take a query which somebody else would finish.</summary>
    static List<string> OpenQueries(IEnumerable<Type> types) =>
        [
            .. from type in types
            where type.IsVisible && !typeof(DbContext).IsAssignableFrom(type)
            from method in type.GetMethods(Reach.All)
            where method.IsPublic
            where method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType).Any(IsQuery)
            select $"{type.Name}.{method.Name} hands out an IQueryable: give the rows, or the answer to a question.",
        ];

    /// <summary>A query of any rows whatever is the caller's own, and is only carried on.</summary>
    static bool IsQuery(Type type) =>
        typeof(IQueryable).IsAssignableFrom(type)
            && !(type.IsGenericType && type.GetGenericArguments()[0].IsGenericMethodParameter)
        || (type.IsGenericType && type.GetGenericArguments().Any(IsQuery));

    /// <summary>Who reaches rows past the sets of HeedDb, each with its reason.</summary>
    static readonly Dictionary<string, string> BySet = new()
    {
        ["HeedDb"] = "declares the sets",
        ["ExportFile"] = "writes the rows of any room, at that room's word",
        ["RemoveSample"] = "goes by the model, so that no table is forgotten",
    };

    static readonly Dictionary<string, string> PastTheFilter = new()
    {
        ["ApiTokenHandler"] = "a token says in which workspace it is",
        ["EnterWorkspace"] = "looks for the workspaces of whoever signed in",
        ["SwitchWorkspace"] = "goes into another workspace of the same person",
        ["SignIn"] = "looks for any workspace of the person",
        ["SetNewPassword"] = "writes a line in each workspace of the person",
        ["RedeemInvitation"] = "the code says into which workspace it leads",
        ["NominateHere"] = "the code that hangs there says of which workspace its spot is",
        ["FindByReceipt"] = "the code says of which workspace its nomination is",
        ["PasswordRules"] = "one password opens every workspace of a person, and none of their names may be it",
        ["ForgottenList"] = "forgets again, after a restore, wherever they are",
        ["ReadJournal"] = "tells the whole server who was forgotten",
        ["WaysIn"] = "a person who is shut out is so in every workspace",
        ["PeopleErasure"] = "keeps whoever belongs to another workspace too",
        ["RemoveSample"] = "keeps whoever belongs to another workspace too",
        ["JobLease"] = "does the work of every workspace, whoever it is for",
        ["FreeJobs"] = "does the work of every workspace, whoever it is for",
        ["RunJob"] = "does the work of every workspace, whoever it is for",
        ["JobWorker"] = "does the work of every workspace, whoever it is for",
        ["BackUp"] = "there is one server to back up, whoever asks for it",
        ["JudgeAgain"] = "asks after an upgrade in which workspaces verdicts of an earlier method stand",
        ["WatchTrials"] = "asks at the start in which workspaces an improvement was found",
        ["GuardTrials"] = "asks at the start in which workspaces something with a guardrail runs",
        ["ImportFiles"] = "asks at the start which files on this disk are still waited for",
        ["Checkup"] = "looks after the whole server",
        ["TokenCommand"] = "is told a person, not a workspace",
        ["ImportRun"] = "is told a person, not a workspace",
    };

    static readonly Dictionary<string, string> BySql = new()
    {
        ["StoredResponses"] = "a million rows are not a million objects",
        ["ReceiveResponses"] = "ids that are there already are left out by the database itself",
        ["BackupTable"] = "reads and writes whole tables, whatever is in them",
        ["RestoreBackup"] = "empties the tables of an empty place",
        ["CopyBeforeUpgrade"] = "copies a database of SQLite as it is",
        ["PostgresDump"] = "lets pg_dump see the same moment",
        ["WriteBackup"] = "reads all tables as of one moment",
        ["Schema"] = "lets one server after the other bring the database to its version",
        ["QueryStatistics"] = "asks SQLite to count its rows",
        ["StorageModule"] = "sets how SQLite keeps what it acknowledged",
    };

    [Fact]
    public void Rows_are_reached_by_the_sets_under_the_filter_and_in_the_language_of_queries()
    {
        Fails(
            Unlisted(
                House,
                BySet,
                "DbContext.Set",
                m => m.Name == "Set" && typeof(DbContext).IsAssignableFrom(m.DeclaringType)
            )
        );
        Fails(Unlisted(House, PastTheFilter, "IgnoreQueryFilters", m => m.Name == "IgnoreQueryFilters"));
        Fails(Unlisted(House, BySql, "SQL", IsSql));
        Assert.Equal(
            ["PastTheLaw uses DbContext.Set, and is not in the list of those who may."],
            Unlisted(
                Broken,
                BySet,
                "DbContext.Set",
                m => m.Name == "Set" && typeof(DbContext).IsAssignableFrom(m.DeclaringType)
            )
        );
        Assert.Equal(
            ["PastTheLaw uses IgnoreQueryFilters, and is not in the list of those who may."],
            Unlisted(Broken, PastTheFilter, "IgnoreQueryFilters", m => m.Name == "IgnoreQueryFilters")
        );
        Assert.Equal(
            ["PastTheLaw uses SQL, and is not in the list of those who may."],
            Unlisted(Broken, BySql, "SQL", IsSql)
        );
    }

    [Fact]
    public void Accounts_are_looked_at_by_People_alone()
    {
        Dictionary<string, string> others = new()
        {
            ["RemoveSample"] = "takes the invented people away",
            ["TokenCommand"] = "finds a member by address",
        };
        Fails(
            Accounts(House)
                .Where(t => !others.ContainsKey(t.Name))
                .Select(t => $"{t.Name} looks at the accounts: ask People.")
        );
        Assert.Equal(["PastTheLaw"], Accounts(Broken).Select(t => t.Name));
    }

    static IEnumerable<Type> Accounts(IEnumerable<Type> types) =>
        Users(
                types,
                m =>
                    m.Name
                        is "get_Users"
                            or "get_UserClaims"
                            or "get_UserLogins"
                            or "get_UserTokens"
                            or "get_UserPasskeys"
                    && typeof(DbContext).IsAssignableFrom(m.DeclaringType)
            )
            .Where(t => WhoMayKnowWhom.Room(t) is not ("People" or "Storage"));

    static bool IsSql(MethodInfo method) =>
        method.Name.StartsWith("ExecuteSql", StringComparison.Ordinal)
        || method.Name.StartsWith("FromSql", StringComparison.Ordinal)
        || method.Name.StartsWith("SqlQuery", StringComparison.Ordinal)
        || (
            method.Name == "CreateCommand"
            && typeof(System.Data.Common.DbConnection).IsAssignableFrom(method.DeclaringType)
        )
        || (method.Name == "GetDbConnection" && method.DeclaringType == typeof(RelationalDatabaseFacadeExtensions));

    static List<string> Unlisted(
        IEnumerable<Type> types,
        Dictionary<string, string> listed,
        string way,
        Func<MethodInfo, bool> uses
    ) =>
        [
            .. Users(types, uses)
                .Where(t => !listed.ContainsKey(t.Name))
                .Select(t => $"{t.Name} uses {way}, and is not in the list of those who may."),
        ];

    static IEnumerable<Type> Users(IEnumerable<Type> types, Func<MethodInfo, bool> uses) =>
        types
            .Where(t =>
                t.GetMethods(Reach.All)
                    .Cast<MethodBase>()
                    .Concat(t.GetConstructors(Reach.All))
                    .Any(m => Reach.Members(m).OfType<MethodInfo>().Any(uses))
            )
            .Select(WhoMayKnowWhom.Outer)
            .Distinct();

    static void Fails(IEnumerable<string> violations)
    {
        var all = violations.ToList();
        Assert.True(all.Count == 0, string.Join("\n", all));
    }
}
