namespace Heed.Analytics.Text.Likeness;

/// <summary>Remarks sorted by one band of their signature, so that those that agree in it stand side by side.</summary>
/// <remarks>Radix sort from the low digit, three digits of 11 bits: it keeps the order of equal ones.</remarks>
static class BandOrder
{
    const int Digits = 3;
    const int Bits = 11;
    const int PerPart = 4096;

    /// <summary>The keys of all bands, written in one walk over the signatures.</summary>
    public static uint[][] Keys(ushort[] signatures, int[] worded)
    {
        var keys = new uint[MinHash.Bands][];
        for (var band = 0; band < keys.Length; band++)
            keys[band] = new uint[worded.Length];
        Parallel.For(
            0,
            (worded.Length + PerPart - 1) / PerPart,
            part =>
            {
                for (var at = part * PerPart; at < Math.Min(worded.Length, (part + 1) * PerPart); at++)
                {
                    var own = signatures.AsSpan(worded[at] * MinHash.Size, MinHash.Size);
                    // Different bands meet in 32 bits now and then; the signatures are compared in full later.
                    for (var band = 0; band < keys.Length; band++)
                        keys[band][at] = (uint)(MinHash.Band(own, band) * 0x9E3779B97F4A7C15 >> 32);
                }
            }
        );
        return keys;
    }

    /// <summary>The keys of a band in order, and whose they are.</summary>
    public static (uint[] Keys, int[] Places) Sorted(uint[] keys, int[] worded)
    {
        var count = keys.Length;
        var places = (int[])worded.Clone();
        var (otherKeys, otherPlaces) = (new uint[count], new int[count]);
        var starts = new int[1 << Bits];
        for (var digit = 0; digit < Digits; digit++)
        {
            var shift = digit * Bits;
            Array.Clear(starts);
            foreach (var key in keys)
                starts[(key >> shift) & ((1 << Bits) - 1)]++;
            for (int value = 0, sum = 0; value < starts.Length; value++)
                (starts[value], sum) = (sum, sum + starts[value]);
            for (var i = 0; i < count; i++)
            {
                var at = starts[(keys[i] >> shift) & ((1 << Bits) - 1)]++;
                (otherKeys[at], otherPlaces[at]) = (keys[i], places[i]);
            }
            (keys, otherKeys, places, otherPlaces) = (otherKeys, keys, otherPlaces, places);
        }
        return (keys, places);
    }
}
