namespace Heed.Tests.Files;

public sealed class CellEndsTests
{
    const byte Comma = (byte)',';

    static int Plainly(byte[] bytes, int length, int at) =>
        Array.FindIndex(bytes, at, length - at, b => b is Comma or (byte)'\n' or (byte)'\r');

    [Fact]
    public void Every_end_is_found_as_by_looking_byte_after_byte_whatever_lies_behind_the_last_one()
    {
        var random = new Random(11);
        for (var round = 0; round < 4_000; round++)
        {
            var bytes = new byte[random.Next(300)];
            var rarity = random.Next(1, 120);
            for (var i = 0; i < bytes.Length; i++)
                bytes[i] = random.Next(rarity) == 0 ? ",\n\r"u8[random.Next(3)] : (byte)random.Next(256);
            var length = random.Next(bytes.Length + 1);

            var ends = new CellEnds(bytes, length, Comma);
            for (var at = 0; at <= length; at += random.Next(1, 90))
            {
                var end = ends.From(at);
                Assert.Equal(Plainly(bytes, length, at), end);
                at = Math.Max(at, end);
            }
        }
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    public void An_end_at_the_edge_of_a_block_is_found_and_one_behind_the_bytes_is_none(int place)
    {
        var bytes = new byte[200];
        bytes[place] = Comma;

        Assert.Equal(place, new CellEnds(bytes, place + 1, Comma).From(0));
        Assert.Equal(place, new CellEnds(bytes, place + 1, Comma).From(place));
        Assert.Equal(-1, new CellEnds(bytes, place, Comma).From(0));
        Assert.Equal(-1, new CellEnds(bytes, place, Comma).From(place));
    }
}
