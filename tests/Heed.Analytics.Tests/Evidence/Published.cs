using System.Globalization;
using Heed.Analytics.Evidence;

namespace Heed.Analytics.Tests.Evidence;

/// <summary>Series that others published, with where they come from.</summary>
static partial class Published
{
    /// <summary>Wheeler's example, as printed by xmrit.</summary>
    public static readonly double[] Wheeler =
    [
        19,
        27,
        20,
        16,
        18,
        25,
        22,
        24,
        17,
        25,
        15,
        17,
        20,
        22,
        19,
        16,
        22,
        19,
        25,
        22,
        18,
        20,
        16,
        17,
        20,
        15,
        27,
        25,
        17,
        19,
        28,
    ];

    /// <summary>NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2.</summary>
    public static readonly double[] Nist = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

    /// <summary>Vignette of the NHS package for Making Data Count.</summary>
    public static readonly double[] Nhs = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

    /// <summary>Annual flow of the Nile at Aswan, 1871 to 1970 (R's datasets; Durbin and Koopman 2001).</summary>
    public static readonly double[] Nile =
    [
        1120,
        1160,
        963,
        1210,
        1160,
        1160,
        813,
        1230,
        1370,
        1140,
        995,
        935,
        1110,
        994,
        1020,
        960,
        1180,
        799,
        958,
        1140,
        1100,
        1210,
        1150,
        1250,
        1260,
        1220,
        1030,
        1100,
        774,
        840,
        874,
        694,
        940,
        833,
        701,
        916,
        692,
        1020,
        1050,
        969,
        831,
        726,
        456,
        824,
        702,
        1120,
        1100,
        832,
        764,
        821,
        768,
        845,
        864,
        862,
        698,
        845,
        744,
        796,
        1040,
        759,
        781,
        865,
        845,
        944,
        984,
        897,
        822,
        1010,
        771,
        676,
        649,
        846,
        812,
        742,
        801,
        1040,
        860,
        874,
        848,
        890,
        744,
        749,
        838,
        1050,
        918,
        986,
        797,
        923,
        975,
        815,
        1020,
        906,
        901,
        1170,
        912,
        746,
        919,
        718,
        714,
        740,
    ];

    public static Series Weeks(params double[] values) =>
        Series.Of(new DateOnly(2026, 1, 5), Cadence.Week, values).Value;

    public static Series NileYears() => Series.Of(new DateOnly(1871, 1, 1), Cadence.Year, Nile).Value;

    public static readonly DateOnly SicilyBan = new(2005, 1, 1);

    /// <summary>Acute coronary events in Sicily by month with the standardised population (Lopez Bernal et al. 2017).</summary>
    public static Series Sicily()
    {
        var lines = File.ReadLines(SharedData.File("interrupted-series/sicily.csv")).Skip(1);
        var points = lines
            .Select(line => line.Split(','))
            .Select(cells => new Point(
                new DateOnly(
                    int.Parse(cells[0], CultureInfo.InvariantCulture),
                    int.Parse(cells[1], CultureInfo.InvariantCulture),
                    1
                ),
                double.Parse(cells[2], CultureInfo.InvariantCulture),
                double.Parse(cells[6], CultureInfo.InvariantCulture)
            ));
        return Series.Of(points, Cadence.Month).Value;
    }
}
