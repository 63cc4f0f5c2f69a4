using Heed.Storage;

namespace Heed.Waste;

/// <summary>All but the key that makes series unreadable.</summary>
sealed class MeetingsExport(HeedDb db) : IExportSource
{
    public Task<IReadOnlyList<ExportFile>> Files(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<ExportFile>>([
            ExportFile.Rows<Meeting>(db, "waste/meetings"),
            ExportFile.Rows<MeetingRating>(db, "waste/meeting-ratings"),
            ExportFile.Rows<MeetingMove>(db, "waste/meeting-moves"),
            ExportFile.Rows<TeamCalendar>(db, "waste/team-calendars"),
            ExportFile.Rows<Reset>(db, "waste/resets"),
        ]);
}
