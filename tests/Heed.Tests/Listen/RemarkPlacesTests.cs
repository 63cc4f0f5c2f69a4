using Heed.Listen;
using Heed.People;

namespace Heed.Tests.Listen;

/// <summary>Where remarks lie: in batches in which eight people wrote, in an order of chance, told apart by one attribute.</summary>
public sealed class RemarkPlacesTests
{
    /// <summary>One remark of each person; the first attribute has these values, as often as it says.</summary>
    static void Write(RemarkPlaces places, long from, params (int Value, int People)[] wrote)
    {
        foreach (var (value, people) in wrote)
            for (var i = 0; i < people; i++)
                places.Add(from++, 0, [value, 7]);
    }

    static RemarkPlaces Places(params (int Value, int People)[] wrote)
    {
        RemarkPlaces places = new(2);
        Write(places, 1, wrote);
        places.Release(null);
        return places;
    }

    static List<long> Listed(RemarkPlaces.Seen seen, int attribute, ushort code) =>
        seen.Page(attribute, code, 0, 10_000).ConvertAll(p => p.Sequence);

    [Fact]
    public void Pages_go_through_all_in_an_order_that_is_not_theirs_and_stays()
    {
        var places = Places((1, 1500), (2, 1500));
        var seen = places.Now();
        var all = seen.Page(0, 5000).ConvertAll(p => p.Sequence);
        Assert.Equal(Enumerable.Range(1, 3000).Select(i => (long)i), all.Order());
        var following = all.Zip(all.Skip(1)).Count(pair => Math.Abs(pair.First - pair.Second) == 1);
        Assert.InRange(following, 0, 20);
        List<long> paged = [];
        for (var at = 0; at < 3000; at += 70)
            paged.AddRange(seen.Page(at, 70).Select(p => p.Sequence));
        Assert.Equal(all, paged);
        Assert.Empty(seen.Page(3000, 50));
        // What comes later stands before them and moves none of them.
        Write(places, 5000, (1, 20));
        Assert.Equal(3000, places.Now().Count);
        places.Release(null);
        Assert.Equal(3020, places.Now().Count);
        Assert.Equal(all, places.Now().Page(20, 5000).ConvertAll(p => p.Sequence));
        Assert.Equal(all, seen.Page(0, 5000).ConvertAll(p => p.Sequence));
    }

    [Fact]
    public void A_list_of_one_value_holds_only_it()
    {
        var seen = Places((0, 900), (1, 1000), (2, 1100)).Now();
        Assert.Equal((1000, 1000, 3), (seen.CountOf(0, 1), seen.PeopleOf(0, 1), seen.ListsOf(0)));
        Assert.Equal(Enumerable.Range(901, 1000).Select(i => (long)i), Listed(seen, 0, 1).Order());
        Assert.Equal(Listed(seen, 0, 1)[990..], seen.Page(0, 1, 990, 50).ConvertAll(p => p.Sequence));
        Assert.Empty(Listed(seen, 0, 5));
        Assert.Equal((3000, 1), (seen.CountOf(1, 7), seen.ListsOf(1)));
    }

    [Fact]
    public void Whoever_is_in_no_list_are_none_or_eight_people()
    {
        // Both large shops shown, all without them would be the three.
        var seen = Places((1, 20), (2, 20), (3, 3)).Now();
        Assert.Equal((43, 1), (seen.Count, seen.ListsOf(0)));
        Assert.Equal((0, 20, 0), (seen.CountOf(0, 1), seen.CountOf(0, 2), seen.CountOf(0, 3)));
        // “Not known” is a group like any other.
        Assert.Equal(0, Places((0, 3), (1, 20)).Now().ListsOf(0));
        Assert.Equal(2, Places((0, 8), (1, 20)).Now().ListsOf(0));
        Assert.Equal(0, Places((1, 4), (2, 3)).Now().Count);
    }

    [Fact]
    public void Fewer_than_eight_of_one_release_wait_for_others_and_no_longer()
    {
        var places = Places((1, 20));
        Write(places, 100, (1, 5));
        places.Release(null);
        Assert.Equal(20, places.Now().Count);
        Write(places, 200, (2, 3));
        places.Release(null);
        Assert.Equal(28, places.Now().Count);
        // Among the eight that came together five and three cannot be told apart.
        Assert.Equal((20, 0), (places.Now().CountOf(0, 1), places.Now().CountOf(0, 2)));
    }

    [Fact]
    public void Who_sends_words_lifts_nobody_elses_over_the_minimum()
    {
        var places = new RemarkPlaces(2);
        var (cleo, sam) = (Id<Member>.New(), Id<Member>.New());
        Write(places, 1, (1, 1));
        places.Release(null);
        Write(places, 100, (1, 7));
        places.Release(cleo);
        Write(places, 200, (1, 7));
        places.Release(sam);
        Assert.Equal(0, places.Now().Count);
        Write(places, 300, (1, 1));
        places.Release(cleo);
        Assert.Equal((8, 8), (places.Now().Count, places.Now().People));
    }

    [Fact]
    public void What_is_added_later_is_not_seen()
    {
        var places = Places((0, 334), (1, 666));
        var seen = places.Now();
        Write(places, 2000, (0, 4000));
        places.Release(null);
        Assert.Equal((1000, 334), (seen.Count, seen.CountOf(0, 0)));
        Assert.Equal((5000, 4334), (places.Now().Count, places.Now().CountOf(0, 0)));
    }
}
