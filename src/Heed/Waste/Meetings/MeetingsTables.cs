using Heed.Customers;
using Heed.People;
using Heed.Storage;

namespace Heed.Waste;

static class MeetingsTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Meeting>(meeting =>
        {
            meeting.HasKey(m => m.PracticeId);
            meeting.Property(m => m.SeriesKey).HasMaxLength(64);
            meeting.Property(m => m.Purpose).HasMaxLength(500);
            meeting.Property(m => m.Decision).HasMaxLength(500);
            meeting.Property(m => m.HoursAWeek);
            meeting.Ignore(m => m.Impact);
            meeting.Ignore(m => m.Effort);
            meeting.Ignore(m => m.IsGone);
            meeting.HasOne<Practice>().WithOne().HasForeignKey<Meeting>(m => m.PracticeId);
            meeting.HasOne<Reset>().WithMany().HasForeignKey(m => m.ResetId);
            meeting.HasOne<CustomerGroup>().WithMany().HasForeignKey(m => m.CustomerGroupId);
            meeting.HasMany(m => m.Ratings).WithOne().HasForeignKey(r => r.PracticeId);
            // A series is one meeting, however often it is brought in.
            meeting.HasIndex(m => new { m.WorkspaceId, m.SeriesKey }).IsUnique();
        });
        model.Entity<MeetingRating>(rating =>
        {
            // One voice a member.
            rating.HasIndex(r => new { r.PracticeId, r.MemberId }).IsUnique();
            rating.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId);
        });
        model.Entity<MeetingMove>(move =>
        {
            move.Property(m => m.Reason).HasMaxLength(PracticeMove.LongestReason);
            move.HasOne<Meeting>().WithMany().HasForeignKey(m => m.PracticeId);
            move.HasIndex(m => new { m.PracticeId, m.At });
            move.Keep();
        });
        model.Entity<CalendarKey>(key =>
        {
            key.HasKey(k => k.WorkspaceId);
            key.Property(k => k.Key).HasMaxLength(32);
        });
        model.Entity<TeamCalendar>(calendar =>
        {
            calendar.HasKey(c => c.TeamId);
            calendar.Property(c => c.LeftOut).HasMaxLength(500);
            calendar.HasOne<Team>().WithOne().HasForeignKey<TeamCalendar>(c => c.TeamId);
        });
        model.Entity<Reset>(reset =>
        {
            reset.Property(r => r.Reason).HasMaxLength(500);
            reset.HasOne<Team>().WithMany().HasForeignKey(r => r.TeamId);
            reset.HasIndex(r => new { r.TeamId, r.BegunAt });
        });
    }
}
