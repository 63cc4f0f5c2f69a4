using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Heed.Tests;

/// <summary>What every operation of the API says about itself, so that a client made from the description reads well.</summary>
public sealed partial class ApiLaws
{
    /// <summary>How the name of an operation may begin. A new verb is a decision about a word.</summary>
    static readonly HashSet<string> Verbs =
    [
        "Accept",
        "Acknowledge",
        "Adopt",
        "Agree",
        "Ask",
        "Begin",
        "Bind",
        "Carry",
        "Change",
        "Class",
        "Close",
        "Comment",
        "Create",
        "Deactivate",
        "Decline",
        "Dismiss",
        "Decide",
        "Define",
        "Dissolve",
        "End",
        "Escalate",
        "Export",
        "Import",
        "Foresee",
        "Forget",
        "Go",
        "Grant",
        "Hold",
        "Invite",
        "Join",
        "Keep",
        "Leave",
        "List",
        "Lock",
        "Look",
        "Meet",
        "Merge",
        "Move",
        "Name",
        "Nominate",
        "Note",
        "Offer",
        "Own",
        "Park",
        "Open",
        "Plan",
        "Propose",
        "Put",
        "Raise",
        "Rate",
        "Reach",
        "Reactivate",
        "Read",
        "Record",
        "Reduce",
        "Refuse",
        "Release",
        "Remove",
        "Rename",
        "Request",
        "Renew",
        "Reopen",
        "Replace",
        "Replan",
        "Restore",
        "Retry",
        "Retire",
        "Return",
        "Reveal",
        "Retry",
        "Revise",
        "Revoke",
        "Rewrite",
        "Send",
        "Set",
        "Share",
        "Sign",
        "Start",
        "State",
        "Stop",
        "Undo",
        "Vote",
        "Answer",
        "Claim",
        "Convert",
        "Test",
        "Place",
        "Withdraw",
        "Write",
    ];

    static readonly HashSet<string> Rooms =
    [
        .. typeof(Heed.Shell.Server).Assembly.GetTypes().Select(t => WhoMayKnowWhom.Room(t)).OfType<string>(),
    ];

    [Fact]
    public async Task Every_operation_has_a_name_a_summary_and_a_room()
    {
        await using var world = await World.Start();
        var faults = Unnamed(await Routes.Api(world));
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public void Broken_an_operation_that_does_not_say_what_it_does_is_named()
    {
        var faults = Unnamed([
            Broken("GET", "/things", """{"tags":["Aim"]}"""),
            Broken("GET", "/things/{id}", """{"tags":["Aim"],"operationId":"Read a thing","summary":"One thing."}"""),
            Broken("PUT", "/things/{id}", """{"tags":["Aim"],"operationId":"ThingPut","summary":"Puts it."}"""),
            Broken("POST", "/things", """{"tags":["Aim"],"operationId":"WriteThing","summary":"no sentence"}"""),
            Broken("POST", "/others", """{"tags":["Things"],"operationId":"WriteThing","summary":"Another."}"""),
        ]);
        Assert.Equal(
            [
                "GET /things: give it a name, .WithName(\"…\"), of a verb and a thing.",
                "GET /things: give it a summary, .WithSummary(\"…\"), of one sentence.",
                "GET /things/{id}: “Read a thing” is no name like “ReadMetric”.",
                "PUT /things/{id}: “Thing” is no verb that names begin with.",
                "POST /things: the summary “no sentence” is no short sentence.",
                "POST /others: there is no room Things.",
                "POST /others: the name “WriteThing” is taken.",
            ],
            faults
        );
    }

    /// <summary>What can be written at an address that does not end in a state or a property. Plural, but for the one workspace.</summary>
    static readonly HashSet<string> Things =
    [
        "anonymous-nominations",
        "agendas",
        "carry-overs",
        "agenda-decisions",
        "votes",
        "decisions",
        "assumptions",
        "siblings",
        "strategies",
        "customer-outcomes",
        "ties",
        "tests",
        "baselines",
        "asks",
        "benefits",
        "burden",
        "business-case-benefits",
        "business-cases",
        "calendar",
        "catalog",
        "rating",
        "resets",
        "candidates",
        "catches",
        "check-ins",
        "comments",
        "counts",
        "claims",
        "controls",
        "customer-groups",
        "decision-rights",
        "dependencies",
        "hand-offs",
        "leader-asks",
        "rounds",
        "stories",
        "uses",
        "experiments",
        "cycles",
        "invitations",
        "key-results",
        "lifetimes",
        "dismissals",
        "lighter-ways",
        "looks",
        "measurements",
        "measurements.csv",
        "members",
        "metrics",
        "nominations",
        "objectives",
        "obstacles",
        "password-link",
        "practices",
        "requirements",
        "responses",
        "revisions",
        "services",
        "servings",
        "scores",
        "signers",
        "sharing",
        "signing",
        "spots",
        "table",
        "stages",
        "storyboards",
        "target-conditions",
        "teams",
        "tokens",
        "trial",
        "trials",
        "walk-notes",
        "tries",
        "waivers",
        "workspace",
    ];

    /// <summary>A state is a thing that a thing has: POST makes it, DELETE takes it back where that can be done.</summary>
    static readonly HashSet<string> States =
    [
        "acceptance",
        "answer",
        "conversion",
        "acknowledgement",
        "escalation",
        "fulfilment",
        "risk",
        "fix",
        "adoption",
        "agreement",
        "beginning",
        "binding-change",
        "declining",
        "dissolution",
        "undoing",
        "expiry",
        "lock",
        "parking",
        "reaching",
        "reading",
        "result",
        "tension",
        "waste",
        "work",
        "grant",
        "nomination",
        "permanence",
        "proposal",
        "refusal",
        "renewal",
        "signature",
        "return",
        "reveal",
        "restoration",
        "closure",
        "deactivation",
        "decision",
        "erasure",
        "hold",
        "keeping",
        "launch",
        "legal-bond",
        "merger",
        "opening",
        "question",
        "reduction",
        "removal",
        "replacement",
        "reopening",
        "retirement",
        "reversal",
        "setting-aside",
        "stoppage",
        "vote",
        "withdrawal",
    ];

    /// <summary>One value of a thing, put in the place of the one before.</summary>
    static readonly HashSet<string> Properties = ["class", "hours", "name", "parent", "role", "trial", "tripwire"];

    [Fact]
    public async Task What_is_written_is_a_noun_and_states_are_posted()
    {
        await using var world = await World.Start();
        var operations = await Routes.Api(world);
        var faults = Unruly(operations);
        Assert.True(faults.Count == 0, string.Join("\n", faults));
        var used = operations.Where(o => o.Method != "GET").Select(Last).ToHashSet();
        Assert.Equal([], Things.Concat(States).Concat(Properties).Except(used));
    }

    [Fact]
    public void Broken_a_verb_at_the_end_of_an_address_is_named() =>
        Assert.Equal(
            [
                "POST /cycles/{id}/close: “close” is no noun that is written. Call the state by its noun (closure), and add a new noun here.",
                "PUT /metrics/{id}/retirement: a state is posted, and deleted to take it back.",
                "POST /teams/{id}/name: a value is put.",
            ],
            Unruly([
                Broken("POST", "/cycles/{id}/close", "{}"),
                Broken("PUT", "/metrics/{id}/retirement", "{}"),
                Broken("POST", "/teams/{id}/name", "{}"),
                Broken("DELETE", "/cycles/{id}/closure", "{}"),
                Broken("GET", "/cycles/due", "{}"),
            ])
        );

    static string Last(Operation operation) => operation.Path.Split('/').Last(part => !part.StartsWith('{'));

    static List<string> Unruly(IReadOnlyList<Operation> operations)
    {
        List<string> faults = [];
        foreach (var operation in operations.Where(o => o.Method != "GET"))
        {
            var last = Last(operation);
            if (!Things.Contains(last) && !States.Contains(last) && !Properties.Contains(last))
                faults.Add(
                    $"{operation}: “{last}” is no noun that is written. Call the state by its noun (closure), and add a new noun here."
                );
            if (States.Contains(last) && operation.Method is not ("POST" or "DELETE"))
                faults.Add($"{operation}: a state is posted, and deleted to take it back.");
            if (Properties.Contains(last) && operation.Method != "PUT")
                faults.Add($"{operation}: a value is put.");
        }
        return faults;
    }

    static Operation Broken(string method, string path, string description) =>
        new(method, $"/api/v1{path}", JsonNode.Parse(description)!.AsObject(), []);

    static List<string> Unnamed(IReadOnlyList<Operation> operations)
    {
        List<string> faults = [];
        HashSet<string> names = [];
        foreach (var operation in operations)
        {
            var name = operation.Description["operationId"]?.GetValue<string>();
            var summary = operation.Description["summary"]?.GetValue<string>();
            var rooms = operation.Description["tags"]?.AsArray().Select(t => t!.GetValue<string>()) ?? [];
            if (name is null)
                faults.Add($"{operation}: give it a name, .WithName(\"…\"), of a verb and a thing.");
            else if (!VerbAndThing().IsMatch(name))
                faults.Add($"{operation}: “{name}” is no name like “ReadMetric”.");
            else if (!Verbs.Contains(FirstWord().Match(name).Value))
                faults.Add($"{operation}: “{FirstWord().Match(name).Value}” is no verb that names begin with.");
            if (summary is null)
                faults.Add($"{operation}: give it a summary, .WithSummary(\"…\"), of one sentence.");
            else if (!Sentence().IsMatch(summary))
                faults.Add($"{operation}: the summary “{summary}” is no short sentence.");
            foreach (var room in rooms.DefaultIfEmpty("without a name").Where(r => !Rooms.Contains(r)))
                faults.Add($"{operation}: there is no room {room}.");
            if (name is not null && !names.Add(name))
                faults.Add($"{operation}: the name “{name}” is taken.");
        }
        return faults;
    }

    [GeneratedRegex("^([A-Z][a-z]+){2,}$")]
    private static partial Regex VerbAndThing();

    [GeneratedRegex("^[A-Z][a-z]+")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^[A-Z].{5,138}\.$")]
    private static partial Regex Sentence();
}
