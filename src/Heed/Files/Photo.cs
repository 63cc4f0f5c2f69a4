using SkiaSharp;

namespace Heed.Files;

/// <summary>
/// A picture as somebody took it, drawn anew: upright, no larger than a screen, and nothing else in it. What a camera
/// writes beside the picture (place, hour, device, owner) is not taken over.
/// </summary>
/// <param name="Jpeg">The picture itself.</param>
public sealed record Photo(byte[] Jpeg, int Width, int Height)
{
    public const long LargestFile = 12 * 1024 * 1024;

    /// <summary>The longer side: text on a form can be read at it.</summary>
    const int Longest = 1600;

    /// <summary>More would be a file that is small and unpacks to gigabytes; no camera of a phone has so many.</summary>
    const long MostPixels = 220_000_000;
    const int Quality = 80;

    static readonly Refusal NoPicture = new(
        "This is no picture that can be read here. Take a photo, or choose a JPEG, PNG or WebP file."
    );

    public static Outcome<Photo> Read(Stream file, long bytes)
    {
        if (bytes > LargestFile)
            return new Refusal($"The picture is larger than {LargestFile / 1024 / 1024} MB. Take a smaller one.");
        using var copy = new MemoryStream((int)bytes);
        file.CopyTo(copy);
        copy.Position = 0;
        using var codec = SKCodec.Create(copy);
        if (
            codec is null
            || codec.EncodedFormat
                is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp)
        )
            return NoPicture;
        var size = codec.Info.Size;
        if ((long)size.Width * size.Height > MostPixels)
            return new Refusal(
                $"The picture has {Format.Count(size.Width)} × {Format.Count(size.Height)} points. Take a smaller one."
            );
        // A JPEG is made smaller while it is unpacked, by eighths; others come whole.
        var eighths = MathF.Ceiling(8f * Longest / Math.Max(size.Width, size.Height));
        var smaller = codec.GetScaledDimensions(Math.Min(1f, eighths / 8));
        using var read = new SKBitmap(
            new SKImageInfo(smaller.Width, smaller.Height, SKColorType.Rgba8888, SKAlphaType.Premul)
        );
        // What broke off is shown as far as it came.
        if (
            codec.GetPixels(read.Info, read.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput)
        )
            return NoPicture;
        return Drawn(read, codec.EncodedOrigin);
    }

    static Photo Drawn(SKBitmap read, SKEncodedOrigin origin)
    {
        var lies = origin >= SKEncodedOrigin.LeftTop;
        var scale = Math.Min(1f, (float)Longest / Math.Max(read.Width, read.Height));
        var (width, height) = (Side(read.Width), Side(read.Height));
        var (across, down) = lies ? (height, width) : (width, height);
        using var surface = SKSurface.Create(new SKImageInfo(across, down, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        // A JPEG has no see-through.
        canvas.Clear(SKColors.White);
        canvas.Concat(Upright(origin, across, down));
        using var image = SKImage.FromBitmap(read);
        canvas.DrawImage(image, SKRect.Create(width, height), new SKSamplingOptions(SKCubicResampler.Mitchell));
        using var drawn = surface.Snapshot();
        using var jpeg = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return new(jpeg.ToArray(), across, down);

        int Side(int length) => Math.Max(1, (int)Math.Round(length * scale));
    }

    /// <summary>Turned and mirrored as the camera says it was held (Exif 2.3, Orientation).</summary>
    static SKMatrix Upright(SKEncodedOrigin origin, float across, float down) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => new(-1, 0, across, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new(-1, 0, across, 0, -1, down, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, down, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new(0, -1, across, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new(0, -1, across, -1, 0, down, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, down, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
}
