/* The limits of drivers, resampling, effects and plain counts: the same answers from bare arrays. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* distribution: how often each of 12 points (11 and none) was answered. Four tables by turns, so that an entry that was
   just written need not be read again at once. */
void distribution(const uint8_t *score, int64_t rows, int64_t *counts)
{
    int64_t tables[4][12] = {{0}};
    int64_t i = 0;
    for (; i + 3 < rows; i += 4) {
        tables[0][score[i]]++;
        tables[1][score[i + 1]]++;
        tables[2][score[i + 2]]++;
        tables[3][score[i + 3]]++;
    }
    for (; i < rows; i++)
        tables[0][score[i]]++;
    for (int p = 0; p < 12; p++)
        counts[p] = tables[0][p] + tables[1][p] + tables[2][p] + tables[3][p];
}

/* H9: cross-products of all columns (the last is the outcome), then R2 of every selection by sweeping one driver after
   the other out of those to come, then Shapley's average. */
static void walk(const double *from, int driver, int taken, double *room, int size, double *explained)
{
    int outcome = size - 1;
    const double *row = from + driver * size;
    if (driver == outcome - 1) {
        double left = from[size * size - 1];
        explained[taken] = 1 - left;
        explained[taken | 1 << driver] = 1 - (left - row[outcome] * row[outcome] / row[driver]);
        return;
    }
    walk(from, driver + 1, taken, room, size, explained);
    double *to = room + (driver + 1) * size * size;
    for (int a = driver + 1; a < size; a++) {
        double times = row[a] / row[driver];
        for (int b = a; b < size; b++)
            to[a * size + b] = from[a * size + b] - times * row[b];
    }
    walk(to, driver + 1, taken | 1 << driver, room, size, explained);
}

void shares(const double *columns, int64_t rows, int size, double *shares)
{
    enum { most = 16, tile = 512 };
    int drivers = size - 1;
    double means[most], sums[most * most] = {0};
    double *values = malloc(sizeof(double) * most * tile);
    for (int c = 0; c < size; c++) {
        double sum = 0;
        for (int64_t i = 0; i < rows; i++)
            sum += columns[c * rows + i];
        means[c] = sum / rows;
    }
    for (int64_t start = 0; start < rows; start += tile) {
        int here = rows - start < tile ? rows - start : tile;
        for (int c = 0; c < size; c++)
            for (int i = 0; i < here; i++)
                values[i * most + c] = columns[c * rows + start + i] - means[c];
        for (int i = 0; i < here; i++)
            for (int a = 0; a < size; a++)
                for (int b = 0; b < most; b++)
                    sums[a * most + b] += values[i * most + a] * values[i * most + b];
    }
    double *room = malloc(sizeof(double) * size * size * size), *explained = malloc(sizeof(double) << drivers);
    for (int a = 0; a < size; a++)
        for (int b = 0; b < size; b++)
            room[a * size + b] = sums[a * most + b] / sqrt(sums[a * most + a] * sums[b * most + b]);
    walk(room, 0, 0, room, size, explained);
    double chance[most] = {1.0 / drivers};
    for (int before = 1; before < drivers; before++)
        chance[before] = chance[before - 1] * before / (drivers - before);
    memset(shares, 0, sizeof(double) * drivers);
    for (int taken = 0; taken < 1 << drivers; taken++)
        for (int d = 0; d < drivers; d++)
            if (!(taken >> d & 1))
                shares[d] += chance[__builtin_popcount(taken)] * (explained[taken | 1 << d] - explained[taken]);
    free(values);
    free(room);
    free(explained);
}

/* H10: resampled recommend scores from counts, two binomial draws a resample. */
static uint64_t state[4];

static uint64_t bits(void)
{
    uint64_t result = ((state[1] * 5) << 7 | (state[1] * 5) >> 57) * 9, t = state[1] << 17;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= t;
    state[3] = state[3] << 45 | state[3] >> 19;
    return result;
}

static double unit(void) { return ((bits() >> 12) + 0.5) / 4503599627370496.0; }

static double tail(double k) { k += 1; return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / (k * k)) / (k * k)) / k; }

/* Transformed rejection: Hoermann, Journal of Statistical Computation and Simulation 46, 1993; for n p of 10 and more. */
static int64_t binomial(int64_t n, double p)
{
    if (p > 0.5)
        return n - binomial(n, 1 - p);
    double deviation = sqrt(n * p * (1 - p)), b = 1.15 + 2.53 * deviation, a = -0.0873 + 0.0248 * b + 0.01 * p;
    double alpha = (2.83 + 5.1 / b) * deviation, squeeze = 0.92 - 4.2 / b, mode = floor((n + 1) * p), odds = p / (1 - p);
    for (;;) {
        double u = unit() - 0.5, v = unit(), rest = 0.5 - fabs(u);
        double k = floor((2 * a / rest + b) * u + n * p + 0.5);
        if (rest >= 0.07 && v <= squeeze)
            return (int64_t)k;
        if (k < 0 || k > n)
            continue;
        double bound = (mode + 0.5) * log((mode + 1) / (odds * (n - mode + 1)))
            + (n + 1) * log((n - mode + 1) / (n - k + 1)) + (k + 0.5) * log(odds * (n - k + 1) / (k + 1))
            + tail(mode) + tail(n - mode) - tail(k) - tail(n - k);
        if (log(v * alpha / (a / (rest * rest) + b)) <= bound)
            return (int64_t)k;
    }
}

static int ascending(const void *left, const void *right)
{
    int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;
    return (a > b) - (a < b);
}

/* counts: promoters, passives, detractors of each cell; ends: the 2.5th and 97.5th percentile of each. */
void resamples(const int64_t *counts, int cells, int times, double *ends)
{
    int32_t *found = malloc(sizeof(int32_t) * times);
    for (int s = 0; s < 4; s++)
        state[s] = 0x9E3779B97F4A7C15u * (s + 1);
    for (int cell = 0; cell < cells; cell++) {
        const int64_t *of = counts + cell * 3;
        int64_t n = of[0] + of[1] + of[2];
        for (int i = 0; i < times; i++) {
            int64_t promoters = binomial(n, (double)of[0] / n);
            int64_t passives = binomial(n - promoters, (double)of[1] / (of[1] + of[2]));
            found[i] = promoters - (n - promoters - passives);
        }
        qsort(found, times, sizeof *found, ascending);
        for (int end = 0; end < 2; end++) {
            double place = (end ? 0.975 : 0.025) * (times - 1);
            int below = place;
            ends[cell * 2 + end] = 100.0 / n * (found[below] + (place - below) * (found[below + 1] - found[below]));
        }
    }
    free(found);
}

/* H12: level, trend, step and change of slope; Newey and West's errors of lag 3, R's correction for small samples. */
void segmented(const double *y, int n, int first_after, double *found)
{
    enum { k = 4 };
    double cross[k][k] = {{0}}, right[k] = {0}, inverse[k][2 * k] = {{0}}, meat[k][k] = {{0}};
    double (*x)[k] = malloc(sizeof(double) * n * k), *residuals = malloc(sizeof(double) * n);
    for (int i = 0; i < n; i++) {
        int after = i >= first_after;
        double row[k] = {1, i - first_after, after, after ? i - first_after + 1 : 0};
        memcpy(x[i], row, sizeof row);
        for (int a = 0; a < k; a++) {
            right[a] += row[a] * y[i];
            for (int b = 0; b < k; b++)
                cross[a][b] += row[a] * row[b];
        }
    }
    for (int a = 0; a < k; a++)
        for (int b = 0; b < 2 * k; b++)
            inverse[a][b] = b < k ? cross[a][b] : b - k == a;
    for (int p = 0; p < k; p++) {
        double pivot = inverse[p][p];
        for (int b = 0; b < 2 * k; b++)
            inverse[p][b] /= pivot;
        for (int a = 0; a < k; a++) {
            double times = inverse[a][p];
            for (int b = 0; a != p && b < 2 * k; b++)
                inverse[a][b] -= times * inverse[p][b];
        }
    }
    double beta[k] = {0};
    for (int a = 0; a < k; a++)
        for (int b = 0; b < k; b++)
            beta[a] += inverse[a][k + b] * right[b];
    for (int i = 0; i < n; i++) {
        residuals[i] = y[i];
        for (int a = 0; a < k; a++)
            residuals[i] -= beta[a] * x[i][a];
    }
    for (int i = 0; i < n; i++)
        for (int lag = 0; lag <= 3 && lag <= i; lag++)
            for (int a = 0; a < k; a++)
                for (int b = 0; b < k; b++) {
                    double both = x[i][a] * x[i - lag][b] + (lag ? x[i - lag][a] * x[i][b] : 0);
                    meat[a][b] += (1 - lag / 4.0) * residuals[i] * residuals[i - lag] * both;
                }
    double variance = 0;
    for (int a = 0; a < k; a++)
        for (int b = 0; b < k; b++)
            variance += inverse[2][k + a] * meat[a][b] * inverse[b][k + 2];
    found[0] = beta[2];
    found[1] = sqrt(variance * n / (n - k));
    found[2] = beta[3];
    free(x);
    free(residuals);
}

/* Kalman: the likelihood of a local level at a share of its variance, and the share that makes it largest. */
static double likelihood(const double *y, int n, double share, double *variance)
{
    double level = y[0], uncertainty = 1 - share, squares = 0, volume = 0;
    for (int i = 1; i < n; i++) {
        double ahead = uncertainty + share, spread = ahead + 1 - share, innovation = y[i] - level, gain = ahead / spread;
        squares += innovation * innovation / spread;
        volume += log(spread);
        level += gain * innovation;
        uncertainty = ahead * (1 - gain);
    }
    *variance = squares / (n - 1);
    return -0.5 * ((n - 1) * (log(2 * M_PI * *variance) + 1) + volume);
}

void local_level(const double *y, int n, double *found)
{
    double best = -INFINITY, at = 0, variance;
    for (int step = 0; step <= 40; step++) {
        double root = step / 40.0, here = likelihood(y, n, root * root, &variance);
        if (here > best)
            (best = here, at = root);
    }
    double ratio = (sqrt(5) - 1) / 2, low = fmax(at - 1 / 40.0, 0), high = fmin(at + 1 / 40.0, 1);
    for (int round = 0; round < 40; round++) {
        double left = high - ratio * (high - low), right = low + ratio * (high - low);
        if (likelihood(y, n, left * left, &variance) > likelihood(y, n, right * right, &variance))
            high = right;
        else
            low = left;
    }
    double root = (low + high) / 2;
    found[0] = likelihood(y, n, root * root, &variance);
    found[1] = root * root * variance;
    found[2] = (1 - root * root) * variance;
}
