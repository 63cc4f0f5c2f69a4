using System.Buffers.Text;
using System.Text;

namespace Heed.Bench;

/// <summary>
/// A survey export of a million rows and twenty columns, about 100 MB: numbers, codes, dates, and in 4 of 10 rows a
/// comment, some of them quoted with commas and line breaks. The same bytes each time.
/// </summary>
static class SurveyFile
{
    static readonly string[] Comments =
    [
        "The queue at the desk was long but the staff were kind",
        "\"Clean, bright, and easy to find my way\"",
        "\"They said \"\"ten minutes\"\" and it took an hour\"",
        "Signs to the train are hard to read from the lift",
        "\"Good coffee.\nBad seats.\"",
    ];

    public static string Path(int rows)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"heed-bench-survey-{rows}.csv");
        if (!File.Exists(path))
            Write(path, rows);
        return path;
    }

    static void Write(string path, int rows)
    {
        var random = new Random(20261122);
        var unfinished = path + ".part";
        using (var file = new StreamWriter(unfinished, false, new UTF8Encoding(false), 1 << 20))
        {
            file.Write("id,date,region,segment,channel,recommend,overall,effort,weight,comment");
            for (var question = 1; question <= 10; question++)
                file.Write($",q{question}");
            file.Write('\n');
            for (var row = 1; row <= rows; row++)
            {
                var day = new DateOnly(2024, 1, 1).AddDays(random.Next(730));
                file.Write($"R{row:0000000},{day:yyyy-MM-dd},region {random.Next(8)},segment {random.Next(5)},");
                file.Write(
                    random.Next(3) switch
                    {
                        0 => "mail",
                        1 => "desk",
                        _ => "app",
                    }
                );
                file.Write(
                    $",{(random.Next(20) == 0 ? "" : random.Next(11).ToString())},{random.Next(7)},{1 + random.Next(7)}"
                );
                file.Write($",{0.2 + random.NextDouble() * 3:0.0000000000},");
                if (random.Next(10) < 4)
                    file.Write(Comments[random.Next(Comments.Length)]);
                for (var question = 1; question <= 10; question++)
                    file.Write($",{random.Next(7)}");
                file.Write('\n');
            }
        }
        File.Move(unfinished, path);
    }

    /// <summary>The limit: the recommend column counted straight from the bytes, quotes minded, nothing else looked at.</summary>
    public static long[] CountRecommend(string path)
    {
        const int column = 5;
        var bytes = File.ReadAllBytes(path);
        var counts = new long[12];
        var at = bytes.AsSpan().IndexOf((byte)'\n') + 1;
        while (at < bytes.Length)
        {
            for (var cell = 0; cell < column; cell++)
                at += bytes.AsSpan(at).IndexOf((byte)',') + 1;
            counts[Utf8Parser.TryParse(bytes.AsSpan(at), out int point, out _) ? point : 11]++;
            while (true)
            {
                var next = at + bytes.AsSpan(at).IndexOfAny((byte)'\n', (byte)'"');
                if (bytes[next] == '\n')
                {
                    at = next + 1;
                    break;
                }
                at = next + 1 + bytes.AsSpan(next + 1).IndexOf((byte)'"') + 1;
            }
        }
        return counts;
    }
}
