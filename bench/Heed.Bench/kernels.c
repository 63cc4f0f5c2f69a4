/* The limits: the same answers from bare arrays, without names, dictionaries, protection or growth. */
#include <stdint.h>
#include <string.h>

/* H5: how often each of 12 points (11 and none) was answered by month and segment. Two tables by turns, so that an
   entry that was just written need not be read again at once. */
void cube(const uint8_t *score, const uint16_t *month, const uint16_t *segment, const uint16_t *region,
          int64_t from, int64_t to, int segments, int wanted, int32_t *counts, int entries)
{
    int32_t other[entries];
    memset(other, 0, sizeof other);
    if (wanted < 0) {
        int64_t i = from;
        for (; i + 1 < to; i += 2) {
            counts[(month[i] * segments + segment[i]) * 12 + score[i]]++;
            other[(month[i + 1] * segments + segment[i + 1]) * 12 + score[i + 1]]++;
        }
        for (; i < to; i++)
            counts[(month[i] * segments + segment[i]) * 12 + score[i]]++;
    } else {
        for (int64_t i = from; i < to; i++)
            counts[(month[i] * segments + segment[i]) * 12 + score[i]] += region[i] == wanted;
    }
    for (int e = 0; e < entries; e++)
        counts[e] += other[e];
}

static int near_limit(double value, double centre, double half, int side)
{
    return (value - centre) * side > half / 2;
}

/* H11: centre, limits and the three rules of Wheeler for many series of the same length. */
void bands(const double *values, int series, int length, double *centre_sum, int64_t *found)
{
    for (int s = 0; s < series; s++) {
        const double *x = values + (int64_t)s * length;
        double sum = 0, ranges = 0;
        for (int i = 0; i < length; i++)
            sum += x[i] - x[0];
        for (int i = 1; i < length; i++)
            ranges += x[i] > x[i - 1] ? x[i] - x[i - 1] : x[i - 1] - x[i];
        double centre = x[0] + sum / length, half = 2.66 * ranges / (length - 1);
        *centre_sum += centre;
        int run = 0, side = 0;
        for (int i = 0; i < length; i++) {
            found[0] += x[i] > centre + half || x[i] < centre - half;
            int now = x[i] > centre ? 1 : x[i] < centre ? -1 : 0;
            run = now == side && now != 0 ? run + 1 : 1;
            side = now;
            found[1] += now != 0 && run == 8;
        }
        for (int sign = -1; sign <= 1; sign += 2) {
            int last = -1;
            for (int i = 0; i < length; i++) {
                if (!near_limit(x[i], centre, half, sign))
                    continue;
                int first = i, hits = 0;
                for (int j = i; j >= 0 && j > i - 4 && hits < 3; j--)
                    if (near_limit(x[j], centre, half, sign)) {
                        first = j;
                        hits++;
                    }
                if (hits < 3)
                    continue;
                if (last < 0 || first > last)
                    found[2]++;
                last = i;
            }
        }
    }
}
