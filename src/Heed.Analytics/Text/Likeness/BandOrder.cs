namespace Heed.Analytics.Text.Likeness;

/// <summary>Remarks sorted by one band of their signature, so that those that agree in it stand side by side.</summary>
/// <remarks>Radix sort from the low digit, three digits of 11 bits: it keeps the order of equal ones.</remarks>
static class BandOrder
{
    const int Digits = 3;
    const int Bits = 11;

    public static (uint[] Keys, int[] Places) Of(ushort[] signatures, bool[] worded, int band)
    {
        var count = worded.Count(has => has);
        var (keys, places) = (new uint[count], new int[count]);
        var (otherKeys, otherPlaces) = (new uint[count], new int[count]);
        for (int i = 0, at = 0; i < worded.Length; i++)
        {
            if (!worded[i])
                continue;
            var own = MinHash.Band(signatures.AsSpan(i * MinHash.Size, MinHash.Size), band);
            // Different bands meet in 32 bits now and then; the signatures are compared in full later.
            (keys[at], places[at++]) = ((uint)(own * 0x9E3779B97F4A7C15 >> 32), i);
        }
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
