using Heed.Aim;
using Heed.Metrics;

namespace Heed.Tests.Aim;

public sealed class FindingsTests
{
    [Theory]
    [InlineData("new regulars", "launch the loyalty card", "output")]
    [InlineData("staff", "training for the new till", "output")]
    [InlineData("our team", "answer within a day", "customer")]
    [InlineData("visitors", "see fewer pop-ups", "system")] // domain-methods 0.1: the book's own counter-example
    public void Words_of_output_teams_and_systems_are_pointed_out(string who, string doesWhat, string rule) =>
        Assert.Equal(rule, Assert.Single(Findings.OfWords(who, doesWhat)).Rule);

    [Theory]
    [InlineData("existing customers", "leave the service because of its user experience")] // Gothelf and Seiden 2024
    [InlineData("new regulars", "order again within a month")]
    [InlineData("visitors", "open a support ticket")]
    [InlineData("guests", "recommend us to a friend")]
    [InlineData("US customers", "come again in the same week")]
    [InlineData("Western branches", "call before they deliver")]
    [InlineData("teams of the warehouse", "find what they look for")]
    [InlineData("trainees", "shipments of whom arrive late")]
    public void Behaviour_of_customers_is_left_alone(string who, string doesWhat) =>
        Assert.Empty(Findings.OfWords(who, doesWhat));

    [Theory]
    [InlineData("launches")]
    [InlineData("deployed")]
    [InlineData("roll out")]
    [InlineData("rollout")]
    [InlineData("organise")]
    [InlineData("organized")]
    [InlineData("Set up")]
    [InlineData("setting up")]
    [InlineData("creating")]
    [InlineData("releases")]
    [InlineData("Writing")]
    [InlineData("shipping")]
    [InlineData("running")]
    [InlineData("rolled out")]
    [InlineData("upgraded")]
    [InlineData("DELIVER")]
    public void A_verb_of_work_is_seen_in_each_of_its_forms(string verb)
    {
        var finding = Assert.Single(Findings.OfWords(" staff ", $"{verb} the card"));
        Assert.Equal(("output", verb), Said(finding));
        Assert.Equal($"“{verb}” is what your team does. What will staff do differently because of it?", finding.Says);
    }

    [Theory]
    [InlineData("we", "we")]
    [InlineData("Us in the shop", "Us")]
    [InlineData("our own team", "our own team")]
    [InlineData("Our staff at night", "Our staff")]
    [InlineData("management", "management")]
    public void A_team_that_serves_itself_is_asked_whom_it_serves(string who, string words) =>
        Assert.Equal(("customer", words), Said(Assert.Single(Findings.OfWords(who, "answer within a day"))));

    [Theory]
    [InlineData("see less latency at the till", "latency")]
    [InlineData("wait a shorter load time", "load time")]
    [InlineData("close fewer popups", "popups")]
    [InlineData("notice the Server", "Server")]
    public void What_a_system_does_is_turned_into_what_people_do(string doesWhat, string words) =>
        Assert.Equal(("system", words), Said(Assert.Single(Findings.OfWords("guests", doesWhat))));

    [Fact]
    public void All_that_is_found_is_said() =>
        Assert.Equal(
            ["output", "customer", "system"],
            Findings.OfWords("our team", "build uptime").Select(f => f.Rule)
        );

    static (string, string) Said(Finding finding) => (finding.Rule, finding.Words);

    static EvaluatedKeyResult Reading(
        double? baseline,
        double target,
        Metric? metric = null,
        (int From, int To)? weeks = null,
        string doesWhat = "order again within a month",
        double[]? measured = null
    )
    {
        (DateOnly, DateOnly)? window = weeks is { } w
            ? (Readings.First.AddDays(7 * w.From), Readings.First.AddDays(7 * w.To))
            : null;
        return Readings.Of(
            Readings.KeyResult(Readings.Terms(baseline, target, window: window), doesWhat: doesWhat),
            metric ?? Readings.Metric(),
            new(2035, 3, 5),
            measured ?? Readings.Around(62)
        );
    }

    [Fact]
    public void A_metric_of_a_system_is_asked_for_one_of_people_and_said_once()
    {
        var uptime = Readings.Metric(MetricKind.System, "Uptime of the till");
        var finding = Assert.Single(Findings.Of(Reading(62, 75, uptime)));
        Assert.Equal(("system", "Uptime of the till"), Said(finding));
        Assert.EndsWith("Is there a metric of what people do?", finding.Says, StringComparison.Ordinal);
        var named = Assert.Single(Findings.Of(Reading(62, 75, uptime, doesWhat: "enjoy more uptime")));
        Assert.Equal(("system", "uptime"), Said(named));
    }

    [Fact]
    public void A_target_that_luck_alone_reaches_is_asked_about()
    {
        var finding = Assert.Single(Findings.Of(Reading(62, 62.5)));
        Assert.Equal(("target inside the noise", "62.5"), Said(finding));
        Assert.StartsWith("62.5 lies within the usual 59.9 to 64.2", finding.Says, StringComparison.Ordinal);
        Assert.Empty(Findings.Of(Reading(62, 75)));
        // Without limits nobody knows what luck reaches.
        Assert.Empty(Findings.Of(Reading(62, 62.5, weeks: (0, 12), measured: [])));
    }

    [Theory]
    [InlineData(0, 5, null)]
    [InlineData(0, 4, "The start rests on 5 points. With 6 or more, a lucky or unlucky one weighs less.")]
    [InlineData(12, 12, "The start rests on 1 point. With 6 or more, a lucky or unlucky one weighs less.")]
    public void A_start_that_rests_on_few_points_is_said(int from, int to, string? says) =>
        Assert.Equal(says, Findings.Of(Reading(62, 75, weeks: (from, to))).SingleOrDefault()?.Says);

    [Fact]
    public void A_start_that_is_not_known_asks_only_who_measures_it() =>
        Assert.Equal("no start", Assert.Single(Findings.Of(Reading(null, 75))).Rule);

    [Theory]
    [InlineData("Deliver the new till", "output", "Deliver")]
    [InlineData("Grow reorders to 75 %", "number", "75 %")]
    [InlineData("Answers come in 3 days", "number", "3")]
    [InlineData("Regulars spend 1,204.50 a year", "number", "1,204.50")]
    [InlineData("Waiting goes down to 5.", "number", "5")]
    public void An_objective_that_names_work_or_a_number_is_asked_about(string title, string rule, string words)
    {
        var finding = Assert.Single(
            Findings.Of(
                new Objective
                {
                    TeamId = default,
                    CycleId = default,
                    Title = title,
                    Why = "",
                    ByWhen = default,
                    CreatedAt = default,
                }
            )
        );
        Assert.Equal((rule, words), (finding.Rule, finding.Words));
        Assert.EndsWith(rule == "output" ? "?" : ".", finding.Says, StringComparison.Ordinal);
    }
}
