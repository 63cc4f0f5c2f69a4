using Heed.Files;
using SkiaSharp;

namespace Heed.Tests.Files;

public sealed class PhotoTests
{
    /// <summary>Red on the left, blue on the right, 40 by 20; turned as the orientation of Exif says.</summary>
    static byte[] Taken(ushort orientation, string owner = "Maya's phone")
    {
        using var surface = SKSurface.Create(new SKImageInfo(40, 20));
        surface.Canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        surface.Canvas.DrawRect(0, 0, 20, 20, red);
        using var image = surface.Snapshot();
        var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, 95).ToArray();
        return [.. jpeg[..2], .. Exif(orientation, owner), .. jpeg[2..]];
    }

    /// <summary>Little-endian TIFF with two entries: Orientation (0x0112) and Artist (0x013B).</summary>
    static byte[] Exif(ushort orientation, string owner)
    {
        var name = System.Text.Encoding.ASCII.GetBytes(owner + '\0');
        using var tiff = new MemoryStream();
        using var write = new BinaryWriter(tiff);
        write.Write("II"u8);
        write.Write((ushort)42);
        write.Write(8u);
        write.Write((ushort)2);
        write.Write((ushort)0x0112);
        write.Write((ushort)3);
        write.Write(1u);
        write.Write((uint)orientation);
        write.Write((ushort)0x013B);
        write.Write((ushort)2);
        write.Write((uint)name.Length);
        write.Write(38u);
        write.Write(0u);
        write.Write(name);
        var body = tiff.ToArray();
        var length = body.Length + 8;
        return [0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. "Exif\0\0"u8, .. body];
    }

    static Photo Read(byte[] bytes)
    {
        Assert.False(Photo.Read(new MemoryStream(bytes), bytes.Length).Refused(out var no, out var photo), no?.Because);
        return photo;
    }

    [Theory]
    // Where the red side lies then: the left, the right, the top or the bottom.
    [InlineData(1, "left")]
    [InlineData(2, "right")]
    [InlineData(3, "right")]
    [InlineData(4, "left")]
    [InlineData(5, "top")]
    [InlineData(6, "top")]
    [InlineData(7, "bottom")]
    [InlineData(8, "bottom")]
    public void A_picture_stands_upright_however_the_camera_was_held(ushort orientation, string red)
    {
        var photo = Read(Taken(orientation));
        Assert.Equal(red is "left" or "right" ? (40, 20) : (20, 40), (photo.Width, photo.Height));
        using var seen = SKBitmap.Decode(photo.Jpeg);
        var (x, y) = red switch
        {
            "left" => (5, 10),
            "right" => (35, 10),
            "top" => (10, 5),
            _ => (10, 35),
        };
        var there = seen.GetPixel(x, y);
        Assert.True(there.Red > 200 && there.Blue < 60, $"{there} at {x}, {y}");
        var across = seen.GetPixel(seen.Width - 1 - x, seen.Height - 1 - y);
        Assert.True(across.Blue > 200 && across.Red < 60, $"{across} across");
    }

    [Fact]
    public void Nothing_that_the_camera_wrote_beside_the_picture_is_kept()
    {
        var taken = Taken(1);
        Assert.Contains("Maya's phone", System.Text.Encoding.Latin1.GetString(taken), StringComparison.Ordinal);
        var kept = System.Text.Encoding.Latin1.GetString(Read(taken).Jpeg);
        Assert.DoesNotContain("Maya's phone", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4000, 3000, 1600, 1200)]
    [InlineData(100, 4000, 40, 1600)]
    [InlineData(5000, 2, 1600, 1)]
    [InlineData(300, 200, 300, 200)]
    public void A_large_picture_is_made_smaller_and_a_small_one_stays(int width, int height, int across, int down)
    {
        foreach (var format in new[] { SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp })
        {
            using var surface = SKSurface.Create(new SKImageInfo(width, height));
            surface.Canvas.Clear(SKColors.Green);
            var photo = Read(surface.Snapshot().Encode(format, 80).ToArray());
            Assert.InRange(photo.Width, across - 1, across + 1);
            Assert.InRange(photo.Height, down - 1, down + 1);
            Assert.True(photo.Jpeg.Length < 200_000);
        }
    }

    [Fact]
    public void What_is_see_through_lies_on_white()
    {
        using var surface = SKSurface.Create(new SKImageInfo(10, 10));
        surface.Canvas.Clear(SKColors.Transparent);
        using var seen = SKBitmap.Decode(Read(surface.Snapshot().Encode(SKEncodedImageFormat.Png, 80).ToArray()).Jpeg);
        Assert.Equal((255, 255, 255), (seen.GetPixel(5, 5).Red, seen.GetPixel(5, 5).Green, seen.GetPixel(5, 5).Blue));
    }

    [Theory]
    [InlineData("")]
    [InlineData("GIF89a\u0001\u0000\u0001\u0000\u0080\u0000\u0000")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>")]
    [InlineData("%PDF-1.7")]
    [InlineData("\u00ff\u00d8\u00ff")]
    public void What_is_no_picture_is_refused_in_words(string text)
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(text);
        Assert.True(Photo.Read(new MemoryStream(bytes), bytes.Length).Refused(out var no));
        Assert.StartsWith("This is no picture that can be read here.", no.Because, StringComparison.Ordinal);
    }

    /// <summary>CRC-32 as PNG has it (ISO 15948, annex D).</summary>
    static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
        }
        return ~sum;
    }

    [Fact]
    public void A_small_file_that_says_it_is_huge_is_refused_before_it_is_unpacked()
    {
        using var surface = SKSurface.Create(new SKImageInfo(8, 8));
        var png = surface.Snapshot().Encode(SKEncodedImageFormat.Png, 80).ToArray();
        // Width and height of the header, with its checksum made anew.
        (png[16], png[17], png[18], png[19]) = (0, 0, 0xFF, 0xFF);
        (png[20], png[21], png[22], png[23]) = (0, 0, 0xFF, 0xFF);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29, 4), Checksum(png.AsSpan(12, 17)));
        Assert.True(Photo.Read(new MemoryStream(png), png.Length).Refused(out var no));
        Assert.Contains("65,535 × 65,535 points", no.Because, StringComparison.Ordinal);
        Assert.True(Photo.Read(new MemoryStream([1]), Photo.LargestFile + 1).Refused(out no));
        Assert.Contains("larger than 12 MB", no.Because, StringComparison.Ordinal);
    }
}
