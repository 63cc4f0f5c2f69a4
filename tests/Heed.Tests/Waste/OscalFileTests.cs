using System.Text;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class OscalFileTests
{
    static OscalFile Read(string json)
    {
        Assert.False(
            OscalFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), "a.json").Refused(out var no, out var file),
            no?.Because
        );
        return file;
    }

    static string Because(string json) =>
        OscalFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), "a.json").Refused(out var no) ? no.Because : "";

    [Fact]
    public void A_catalog_gives_its_controls_and_their_enhancements_in_order_without_those_withdrawn()
    {
        var file = Read(OscalFiles.Catalog);
        Assert.Equal("House rules", file.Title);
        Assert.Equal(1, file.Withdrawn);
        Assert.Equal(
            [
                new OscalItem("ac-1", "AC-1", "Policy and procedures", null),
                new OscalItem("ac-2", "AC-2", "Accounts", null),
                new OscalItem("ac-2.1", "AC-2(1)", "Accounts by machine", "ac-2"),
                new OscalItem("GV.OC-01", "GV.OC-01", "The mission is understood within … days", null),
            ],
            file.Items
        );
    }

    [Theory]
    [InlineData("ac-2.1", "AC-2(1)")]
    [InlineData("ac-2.1", "AC-02(01)")]
    [InlineData("GV.OC-01", "gv.oc-1")]
    [InlineData("a.10.20", "A 10 20")]
    public void A_place_is_the_same_however_it_is_printed(string one, string other) =>
        Assert.Equal(RequirementClause.Key(one), RequirementClause.Key(other));

    [Theory]
    [InlineData("ac-2.1", "ac-21")]
    [InlineData("ac-1", "ac-10")]
    [InlineData("a-1", "b-1")]
    public void Two_places_are_two(string one, string other) =>
        Assert.NotEqual(RequirementClause.Key(one), RequirementClause.Key(other));

    [Theory]
    [InlineData("""{"include-all":{}}""", "ac-1 ac-2 ac-2.1 GV.OC-01")]
    [InlineData("""{"href":"x"}""", "ac-1 ac-2 ac-2.1 GV.OC-01")]
    [InlineData("""{"include-controls":[{"with-ids":["ac-2"]}]}""", "ac-2")]
    [InlineData("""{"include-controls":[{"with-child-controls":"yes","with-ids":["ac-2"]}]}""", "ac-2 ac-2.1")]
    [InlineData("""{"include-controls":[{"matching":[{"pattern":"ac-?"}]}]}""", "ac-1 ac-2")]
    [InlineData("""{"include-all":{},"exclude-controls":[{"matching":[{"pattern":"ac-*"}]}]}""", "GV.OC-01")]
    [InlineData("""{"include-controls":[]}""", "")]
    public void A_profile_takes_what_it_includes_without_what_it_excludes(string import, string taken)
    {
        var profile = Read($$$"""{"profile":{"metadata":{"title":"Ours"},"imports":[{{{import}}}]}}""");
        Assert.Equal(taken, string.Join(' ', profile.Chosen!.From(Read(OscalFiles.Catalog).Items).Select(i => i.Id)));
    }

    [Fact]
    public void A_profile_that_names_what_no_catalog_holds_is_told() =>
        Assert.Equal(
            ["zz-9"],
            Read("""{"profile":{"imports":[{"include-controls":[{"with-ids":["ac-1","zz-9"]}]}]}}""")
                .Chosen!.Missing(Read(OscalFiles.Catalog).Items)
        );

    [Theory]
    [InlineData("equal-to", "a", "b", "a>b b>a", 0)]
    [InlineData("equivalent-to", "a", "b", "a>b b>a", 0)]
    [InlineData("superset-of", "a", "b", "a>b", 0)]
    [InlineData("superset-of", "a", "b c", "a>b a>c", 0)]
    [InlineData("subset-of", "a", "b", "b>a", 0)]
    [InlineData("intersects-with", "a", "b", "", 1)]
    [InlineData("equal-to", "a c", "b", "", 1)]
    [InlineData("superset-of", "a c", "b", "", 1)]
    [InlineData("no-relationship", "a", "b", "", 1)]
    public void A_mapping_says_whose_doing_covers_what(
        string relationship,
        string sources,
        string targets,
        string pairs,
        int overlaps
    )
    {
        var file = Read(OscalFiles.Mapping(relationship, sources.Split(' '), targets.Split(' ')));
        Assert.Equal(pairs, string.Join(' ', file.Pairs.Select(p => $"{p.Does}>{p.Covers}")));
        Assert.Equal(overlaps, file.Overlaps);
    }

    [Theory]
    [InlineData("{\"catalog\": {", "a.json is no JSON: it breaks off or is wrong at line 1.")]
    [InlineData("[]", "a.json is none of the three that are read")]
    [InlineData("""{"system-security-plan":{}}""", "a.json is none of the three that are read")]
    [InlineData("", "a.json is no JSON")]
    public void What_is_something_else_is_said(string json, string because) =>
        Assert.StartsWith(because, Because(json), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"catalog":{"groups":7,"controls":[1,"x",{"title":"No id"},{"id":""}]}}""")]
    [InlineData("""{"catalog":{"metadata":[],"controls":{"id":"ac-1"}}}""")]
    public void What_is_built_otherwise_gives_nothing_and_breaks_nothing(string json) => Assert.Empty(Read(json).Items);
}
