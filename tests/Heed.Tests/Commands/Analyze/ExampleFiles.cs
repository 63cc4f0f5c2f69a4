using System.Globalization;
using System.Text;

namespace Heed.Tests.Commands.Analyze;

/// <summary>The files that the examples of the help and of the docs name, made up, with the columns that they ask for.</summary>
sealed class ExampleFiles : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("heed-examples-").FullName;
    readonly Random _random = new(20);

    public ExampleFiles()
    {
        Answers();
        Airport();
        Calls();
        Sicily();
        Shops();
        Ratings();
        Purchases();
        Remarks();
        Branches();
        Arms();
        Log();
        Write(
            "cohort.csv",
            "year,members",
            new[] { 1000, 869, 743, 653, 593, 551, 517, 491 }.Select((n, i) => $"{i},{n}")
        );
    }

    /// <summary>An event a row, and no row where nothing happened.</summary>
    void Log() =>
        Write(
            "log.csv",
            "received,case",
            Enumerable
                .Range(0, 60)
                .Select(i => Row($"{new DateOnly(2026, 1, 5).AddDays(4 * i + i % 3):yyyy-MM-dd}", $"C{i}"))
        );

    /// <summary>The words of an example as they are typed, with files in this folder.</summary>
    public string[] Typed(string example) =>
        [
            .. example
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]
                .Select(word =>
                    word.EndsWith(".csv", StringComparison.Ordinal) || word.EndsWith(".svg", StringComparison.Ordinal)
                        ? Path.Combine(_folder, word)
                        : word
                ),
        ];

    public string this[string name] => Path.Combine(_folder, name);

    void Write(string name, string header, IEnumerable<string> rows)
    {
        var text = new StringBuilder(header).Append('\n');
        foreach (var row in rows)
            text.Append(row).Append('\n');
        File.WriteAllText(this[name], text.ToString());
    }

    int Point(double mean, int low, int high) => (int)Math.Clamp(Math.Round(mean + 2 * (Noise() + Noise())), low, high);

    double Noise() => _random.NextDouble() + _random.NextDouble() - 1;

    static string Row(params object[] cells) =>
        string.Join(',', cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)));

    static readonly string[] Channels = ["App;", "App;Branch;", "Branch;Phone;", "Phone;", "App;Branch;Phone;"];

    void Answers() =>
        Write(
            "answers.csv",
            "NETPRO,TERMINAL,overall,staff,wait,price,channels,minutes",
            Enumerable
                .Range(0, 200)
                .Select(i =>
                {
                    var (staff, wait, price) = (Point(3.5, 1, 5), Point(3, 1, 5), Point(3, 1, 5));
                    var overall = Math.Clamp((int)Math.Round(0.6 * staff + 0.3 * wait + 0.3 + Noise()), 1, 5);
                    var score = i % 20 == 0 ? 11 : 2 * overall;
                    return Row(score, 1 + i % 3, overall, staff, wait, price, Channels[i % 5], i * 7 % 41);
                })
        );

    void Branches() =>
        Write(
            "branches.csv",
            "week,leeds,york,hull,bath,derby,ripon",
            Enumerable
                .Range(0, 52)
                .Select(week =>
                {
                    var shared = 8 * Math.Sin(week / 5.0);
                    double One(double level) => Math.Round(level + shared + 3 * Noise(), 1);
                    return Row(
                        $"{new DateOnly(2025, 9, 1).AddDays(7 * week):yyyy-MM-dd}",
                        One(week < 18 ? 50 : 56),
                        One(40),
                        One(55),
                        One(47),
                        One(60),
                        One(52)
                    );
                })
        );

    void Arms() =>
        Write(
            "arms.csv",
            "arm,rating,earlier,calls,orders",
            Enumerable
                .Range(0, 400)
                .Select(i =>
                {
                    var earlier = Point(6, 0, 10);
                    var orders = 1 + i % 4;
                    return Row(
                        i % 2 == 0 ? "control" : "shorter form",
                        Math.Clamp(earlier + i % 2 + (int)Math.Round(2 * Noise()), 0, 10),
                        earlier,
                        Math.Clamp((int)Math.Round(orders * (0.5 - 0.1 * (i % 2)) + Noise()), 0, 9),
                        orders
                    );
                })
        );

    void Airport() =>
        Write(
            "airport.csv",
            "NETPRO,WEIGHT,BAREA,Q7ALL,Q7SIGN,Q7FOOD,Q7STORE",
            Enumerable
                .Range(0, 300)
                .Select(i =>
                {
                    var (sign, food, store) = (Point(4, 1, 5), Point(3, 1, 5), Point(3, 1, 5));
                    var all = Math.Clamp((int)Math.Round(0.5 * sign + 0.4 * food + 0.5 + Noise()), 1, 5);
                    return Row(
                        i % 9 == 0 ? 11 : 2 * all,
                        0.5 + i % 4,
                        "ABC"[i % 3],
                        i % 11 == 0 ? 0 : all,
                        sign,
                        i % 7 == 0 ? 6 : food,
                        store
                    );
                })
        );

    void Calls()
    {
        var first = new DateOnly(2025, 1, 6);
        var moves = Enumerable.Range(0, 82).Select(_ => 4 * Noise()).ToArray();
        Write(
            "calls.csv",
            "week,calls,complaints",
            Enumerable
                .Range(0, 80)
                .Select(i =>
                    Row(
                        first.AddDays(7 * i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        Math.Round(100 + moves[i + 2] - (i >= 60 ? 8 : 0), 1),
                        Math.Round(50 + moves[i] + Noise(), 1)
                    )
                )
        );
    }

    void Sicily() =>
        Write(
            "sicily.csv",
            "year,month,aces,stdpop",
            Enumerable
                .Range(0, 59)
                .Select(i =>
                    Row(2002 + i / 12, 1 + i % 12, 700 + i + (int)(60 * Noise()) - (i >= 36 ? 80 : 0), 360000 + 100 * i)
                )
        );

    void Shops()
    {
        var level = 100.0;
        Write(
            "shops.csv",
            "month,downtown,airport",
            Enumerable
                .Range(0, 36)
                .Select(i =>
                {
                    level += 4 * Noise();
                    return Row(
                        $"{2023 + i / 12}-{1 + i % 12:00}",
                        Math.Round(level + Noise() + (i >= 24 ? 12 : 0), 1),
                        Math.Round(0.8 * level + Noise(), 1)
                    );
                })
        );
    }

    void Ratings()
    {
        Write(
            "ratings.csv",
            "team,Maya,Tom,Ines",
            Enumerable
                .Range(0, 24)
                .Select(i =>
                {
                    var mean = 1.5 + i % 4;
                    int Rate() => (int)Math.Clamp(Math.Round(mean + Noise()), 1, 5);
                    return Row($"team {i + 1}", Rate(), Rate(), i % 6 == 0 ? "" : Rate());
                })
        );
        string[] themes = ["price", "service", "speed", "queue"];
        Write(
            "codes.csv",
            "comment,coder,theme",
            Enumerable
                .Range(0, 60)
                .SelectMany(i =>
                {
                    var theme = themes[i % 4];
                    return new[]
                    {
                        Row($"c{i}", "Maya", theme),
                        Row($"c{i}", "Tom", i % 6 == 0 ? themes[(i + 1) % 4] : theme),
                    };
                })
        );
    }

    void Remarks()
    {
        (string Subject, string[] Sayings)[] themes =
        [
            ("the queue", ["took twenty minutes", "moved slowly", "was endless before work", "never got shorter"]),
            (
                "parking",
                ["was full of cars", "has few spaces for cars", "costs more than cars deserve", "is too small"]
            ),
            ("the oat milk", ["tasted sour", "was cold in my cappuccino", "spoiled the cappuccino", "curdled again"]),
            ("the wifi", ["dropped my laptop", "never reached us", "was slow on my laptop", "asked twice for a code"]),
        ];
        string[] begins = ["Honestly,", "Yesterday", "On Monday", "Sadly", "Again", "This time", "As ever"];
        Write(
            "remarks.csv",
            "comment,region",
            Enumerable
                .Range(0, 280)
                .Select(i =>
                {
                    var (subject, sayings) = themes[i % 4];
                    return $"\"{begins[i % 7]} {subject} {sayings[i / 4 % 4]}.\",{(i % 3 == 0 ? "north" : "south")}";
                })
        );
    }

    void Purchases()
    {
        var (rows, customers) = (new List<string>(), new List<string>());
        var start = new DateOnly(2024, 1, 1);
        for (var customer = 0; customer < 200; customer++)
        {
            var (rate, leave, scale) = (
                .02 + .2 * _random.NextDouble() * _random.NextDouble(),
                _random.NextDouble() * .4,
                10 + 30 * _random.NextDouble()
            );
            var joined = _random.Next(0, 60);
            var (time, repeats, last) = (0.0, 0, 0.0);
            string Bought(double at) =>
                Row(
                    $"k{customer}",
                    start.AddDays(joined + (int)(7 * at)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Math.Round(scale * (.5 + _random.NextDouble()), 2)
                );
            rows.Add(Bought(0));
            while ((time += 0.2 - Math.Log(1 - _random.NextDouble()) / rate) < 50)
            {
                (repeats, last) = (repeats + 1, time);
                rows.Add(Bought(time));
                if (_random.NextDouble() < leave)
                    break;
            }
            customers.Add(Row(repeats, Math.Round(last, 2), 50, repeats == 0 ? 0 : Math.Round(scale, 2)));
        }
        Write("purchases.csv", "customer,date,amount", rows);
        Write("customers.csv", "repeats,last,age,spend", customers);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
