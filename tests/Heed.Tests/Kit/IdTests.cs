using System.ComponentModel;
using System.Text.Json;

namespace Heed.Tests.Kit;

public class IdTests
{
    sealed class Cup;

    [Fact]
    public void An_id_reads_back_from_the_address_and_from_the_wire()
    {
        var id = Id<Cup>.New();

        Assert.Matches("^[0-9a-f]{32}$", id.ToString());
        Assert.Equal(id, Id<Cup>.Parse(id.ToString(), null));
        Assert.Equal(id, Id<Cup>.Parse(id.Value.ToString("D"), null));
        Assert.Equal($"\"{id}\"", JsonSerializer.Serialize(id));
        Assert.Equal(id, JsonSerializer.Deserialize<Id<Cup>>($"\"{id}\""));
        Assert.Equal(id, JsonSerializer.Deserialize<Dictionary<Id<Cup>, int>>($"{{\"{id}\":2}}")!.Single().Key);
        Assert.Equal($"{{\"{id}\":2}}", JsonSerializer.Serialize(new Dictionary<Id<Cup>, int> { [id] = 2 }));
        Assert.Equal(id, Id<Cup>.Parse(id.ToString().AsSpan(), null));
        Assert.Equal(id, TypeDescriptor.GetConverter(typeof(Id<Cup>)).ConvertFrom(id.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("cup")]
    [InlineData("0193e0a1b2c3d4e5f60718293a4b5c6")]
    [InlineData("{0193e0a1-b2c3-74e5-8607-18293a4b5c6d}")]
    public void What_is_no_id_is_refused_and_not_taken_for_the_empty_one(string? text)
    {
        Assert.False(Id<Cup>.TryParse(text, null, out _));
        Assert.Equal(
            $"“{text}” is not an id.",
            Assert.Throws<FormatException>(() => Id<Cup>.Parse(text!, null)).Message
        );
        Assert.Equal(
            "This is not an id.",
            Assert
                .Throws<JsonException>(() => JsonSerializer.Deserialize<Id<Cup>>(JsonSerializer.Serialize(text)))
                .Message
        );
    }

    [Fact]
    public void A_form_binds_an_id_from_text_alone_and_refuses_other_words()
    {
        var converter = TypeDescriptor.GetConverter(typeof(Id<Cup>));

        Assert.True(converter.CanConvertFrom(typeof(string)));
        Assert.False(converter.CanConvertFrom(typeof(int)));
        var refused = Assert.Throws<FormatException>(() => converter.ConvertFrom("cup"));
        Assert.Equal("“cup” is not an id.", refused.Message);
    }

    [Fact]
    public void Only_ids_are_written_as_ids()
    {
        var factory = new IdJsonConverterFactory();

        Assert.True(factory.CanConvert(typeof(Id<Cup>)));
        Assert.False(factory.CanConvert(typeof(List<Cup>)));
        Assert.False(factory.CanConvert(typeof(Guid)));
    }

    [Fact]
    public void New_ids_sort_by_birth_to_the_millisecond()
    {
        var first = Id<Cup>.New();
        SpinWait.SpinUntil(() => Birth(Id<Cup>.New()) != Birth(first));
        var later = Id<Cup>.New();

        Assert.True(first < later && later > first && first <= later && later >= first);
        Assert.True(first.CompareTo(first) == 0 && first != later);
        var same = new Id<Cup>(first.Value);
        Assert.False(first < same || first > same);
        Assert.True(first <= same && first >= same);
    }

    [Fact]
    public void A_random_id_tells_no_birth()
    {
        Assert.Equal(7, Id<Cup>.New().Value.Version);
        Assert.Equal(4, Id<Cup>.Random().Value.Version);
    }

    static string Birth(Id<Cup> id) => id.ToString()[..12];

    [Fact]
    public void Ids_of_one_moment_sort_as_they_were_born_and_are_of_version_seven()
    {
        var born = Enumerable.Range(0, 20_000).Select(_ => Id<object>.New()).ToList();
        Assert.Equal(born, born.Order());
        Assert.Equal(born.Count, born.Distinct().Count());
        Assert.All(born, id => Assert.Equal((7, true), (id.Value.Version, id.Value.Variant is >= 8 and <= 11)));
    }

    [Fact]
    public async Task Ids_of_several_threads_are_never_the_same()
    {
        var born = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => Task.Run(() => Enumerable.Range(0, 20_000).Select(_ => Id<object>.New()).ToList()))
        );
        Assert.Equal(80_000, born.SelectMany(ids => ids).Distinct().Count());
        Assert.All(born, ids => Assert.Equal(ids, ids.Order()));
    }
}
