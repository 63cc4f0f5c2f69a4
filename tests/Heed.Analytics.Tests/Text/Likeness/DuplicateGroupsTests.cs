using Heed.Analytics.Scores;
using Heed.Analytics.Text.Likeness;

namespace Heed.Analytics.Tests.Text.Likeness;

public class DuplicateGroupsTests
{
    [Fact]
    public void Remarks_that_differ_by_an_edit_are_one_group_and_others_are_not()
    {
        string[] remarks =
        [
            "The card machine at the north gate never reads my card the first time",
            "Friendly people at the counter, thank you",
            "THE CARD MACHINE AT THE NORTH GATE NEVER READS MY CARD THE FIRST TIME!!!",
            "The card machine at the north gate never reads my card first time",
            "Bins were full again on Sunday morning",
            "",
            "...",
            "friendly people at the counter thank you",
        ];
        var groups = DuplicateGroups.Of(remarks);
        Assert.Equal(
            [
                [0, 2, 3],
                [1, 7],
            ],
            groups.Groups()
        );
        Assert.Equal(5, groups.Leader(5));
        Assert.Equal(6, groups.Leader(6));
    }

    [Fact] // methods: of 20,000 planted edits .963 were found.
    public void Nineteen_of_twenty_planted_edits_are_found()
    {
        var draws = new Draws(12);
        List<string> remarks = [];
        string Word() => $"word{draws.Below(4000)}";
        for (var i = 0; i < 2000; i++)
            remarks.Add(string.Join(' ', Enumerable.Range(0, 9 + draws.Below(12)).Select(_ => Word())));
        for (var i = 0; i < 2000; i++)
        {
            var words = remarks[i].Split(' ').ToList();
            var at = draws.Below(words.Count);
            switch (i % 4)
            {
                case 0:
                    words.RemoveAt(at);
                    break;
                case 1:
                    words.Insert(at, Word());
                    break;
                case 2:
                    words[at] = Word();
                    break;
                default:
                    words = [string.Join(' ', words).ToUpperInvariant() + "!!!"];
                    break;
            }
            remarks.Add(string.Join(' ', words));
        }
        var groups = DuplicateGroups.Of(remarks);
        Assert.InRange(Enumerable.Range(0, 2000).Count(i => groups.Leader(i + 2000) == i) / 2000.0, .95, 1);
        // Nothing is joined that was not planted.
        Assert.All(groups.Groups(), group => Assert.Equal(2, group.Count));
    }

    [Fact]
    public void A_remark_said_a_thousand_times_is_one_group()
    {
        var groups = DuplicateGroups.Of([.. Enumerable.Repeat("no comment", 1000), "all was well"]);
        Assert.Equal(1000, Assert.Single(groups.Groups()).Count);
    }

    [Fact]
    public void The_signature_estimates_the_share_in_common()
    {
        Span<ushort> one = stackalloc ushort[64],
            other = stackalloc ushort[64];
        var (sum, draws) = (0.0, new Draws(5));
        for (var trial = 0; trial < 100; trial++)
        {
            // 20 hashes each, 10 of them shared: 10 of 30.
            var hashes = Enumerable.Range(0, 30).Select(_ => draws.Bits()).ToArray();
            MinHash.Write(hashes.AsSpan(0, 20), one);
            MinHash.Write(hashes.AsSpan(10, 20), other);
            sum += MinHash.Likeness(one, other);
        }
        Assert.InRange(sum / 100, .31, .36);
    }

    [Fact]
    public void A_remark_of_a_megabyte_and_broken_characters_do_no_harm()
    {
        var groups = DuplicateGroups.Of([new string('x', 1 << 20), "\ud800 broken", null, "\ud800 broken"]);
        Assert.Equal(
            [
                [1, 3],
            ],
            groups.Groups()
        );
    }

    [Fact]
    public void Wrong_calls_are_mistakes_of_the_program()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DuplicateGroups.Of(["a"], .1));
        Assert.Throws<ArgumentException>(() => DuplicateGroups.Of(new ushort[3], [true]));
        Assert.Throws<ArgumentException>(() => MinHash.Write([], new ushort[64]));
        Assert.Throws<ArgumentException>(() => MinHash.Write([1], new ushort[8]));
    }
}
