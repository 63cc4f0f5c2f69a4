using Heed.Listen;

namespace Heed.Tests.Listen;

/// <summary>Where remarks lie: newest first, filtered by one attribute, and unmoved by what is added later.</summary>
public sealed class RemarkPlacesTests
{
    /// <summary>Remark i lies at i; its first attribute has the value i modulo 3.</summary>
    static RemarkPlaces Places(int count)
    {
        RemarkPlaces places = new(2);
        for (var i = 0; i < count; i++)
            places.Add(i, (short)(i % 2), [i % 3, 7]);
        return places;
    }

    [Fact]
    public void A_page_begins_with_the_newest()
    {
        var seen = Places(3000).Now();
        Assert.Equal([2999L, 2998, 2997], seen.Page(0, 3).Select(p => p.Sequence));
        Assert.Equal([(1L, (short)1), (0L, (short)0)], seen.Page(2998, 50).Select(p => (p.Sequence, p.Question)));
        Assert.Empty(seen.Page(3000, 50));
    }

    [Fact]
    public void A_filtered_page_holds_only_the_value_asked_for()
    {
        var seen = Places(3000).Now();
        Assert.Equal(1000, seen.CountOf(0, 1));
        Assert.Equal(3000, seen.CountOf(1, 7));
        Assert.Equal([2998L, 2995, 2992], seen.Page(0, 1, 0, 3).Select(p => p.Sequence));
        Assert.Equal([4L, 1], seen.Page(0, 1, 998, 50).Select(p => p.Sequence));
        Assert.Empty(seen.Page(0, 5, 0, 50));
    }

    [Fact]
    public void What_is_added_later_is_not_seen()
    {
        var places = Places(1000);
        var seen = places.Now();
        for (var i = 1000; i < 5000; i++)
            places.Add(i, 0, [0, 0]);
        Assert.Equal((1000, 334), (seen.Count, seen.CountOf(0, 0)));
        Assert.Equal(999, seen.Page(0, 1)[0].Sequence);
        Assert.Equal(4999, places.Now().Page(0, 1)[0].Sequence);
    }
}
