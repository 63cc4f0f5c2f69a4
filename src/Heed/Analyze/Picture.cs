namespace Heed.Analyze;

/// <summary>Small pictures made of letters.</summary>
static class Picture
{
    static readonly string[] Eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

    /// <summary>A bar as long as a share of the width, to an eighth of a letter.</summary>
    public static string Bar(double share, int width)
    {
        var eighths = (int)Math.Round(Math.Clamp(share, 0, 1) * width * 8);
        if (eighths == 0 && share > 0)
            eighths = 1;
        return $"[teal]{new string('█', eighths / 8)}{Eighths[eighths % 8]}[/]";
    }

    /// <summary>An interval with its value, on the axis that all its neighbours share.</summary>
    public static string Interval(double low, double value, double high, double axisLow, double axisHigh, int width)
    {
        var span = axisHigh > axisLow ? axisHigh - axisLow : 1;
        int At(double x) => (int)Math.Round((Math.Clamp(x, axisLow, axisHigh) - axisLow) / span * (width - 1));
        var line = new string(' ', width).ToCharArray();
        for (var i = At(low); i <= At(high); i++)
            line[i] = '─';
        (line[At(low)], line[At(high)]) = ('├', '┤');
        line[At(value)] = '●';
        return new string(line).TrimEnd();
    }
}
