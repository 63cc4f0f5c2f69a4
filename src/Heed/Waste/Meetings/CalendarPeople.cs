using System.Security.Cryptography;
using System.Text;

namespace Heed.Waste;

/// <summary>Who is invited to what, as keys of one reading: the key that makes them is forgotten with it.</summary>
sealed class CalendarPeople
{
    readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public static List<CalendarLine> Named(CalendarEntry entry) =>
        [
            .. entry
                .Lines.Where(l => l.Name is "ATTENDEE" or "ORGANIZER")
                .Where(l => l.Parameter("CUTYPE")?.ToUpperInvariant() is not ("ROOM" or "RESOURCE"))
                .DistinctBy(l => Address(l), StringComparer.OrdinalIgnoreCase),
        ];

    public HashSet<string> Of(CalendarEntry entry)
    {
        var declined = entry
            .Lines.Where(l => l.Name == "ATTENDEE" && l.Parameter("PARTSTAT")?.ToUpperInvariant() is "DECLINED")
            .Select(Address)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Named(entry).Select(Address).Where(a => !declined.Contains(a)).Select(Key)];
    }

    static string Address(CalendarLine line)
    {
        var value = line.Value.Trim();
        return value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            ? value["mailto:".Length..].Trim()
            : value;
    }

    string Key(string address) =>
        Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(address.ToUpperInvariant())));
}
