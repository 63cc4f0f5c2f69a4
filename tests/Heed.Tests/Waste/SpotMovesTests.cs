using Heed.People;
using Heed.Waste;

namespace Heed.Tests.Waste;

public sealed class SpotMovesTests
{
    static readonly Id<Member> Maya = Id<Member>.New();
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_spot_is_closed_once_by_somebody_with_a_reason_and_a_day_and_stays_closed()
    {
        var chance = new Random(20350305);
        for (var life = 0; life < 200; life++)
        {
            var spot = new Spot
            {
                Name = "The counter",
                Code = "ABCDEFGH",
                OpenedAt = Now,
                OpenedBy = Maya,
            };
            for (var step = 0; step < 6; step++)
            {
                var (open, at, closed) = (spot.IsOpen, Now.AddDays(step), spot.ClosedAt);
                var because = chance.Next(3) switch
                {
                    0 => null,
                    1 => " ",
                    _ => "The counter moved.",
                };
                if (spot.Close(because, Maya, at).Refused(out var refusal))
                {
                    Assert.Equal((open, closed), (spot.IsOpen, spot.ClosedAt));
                    Assert.True(!open || string.IsNullOrWhiteSpace(because), refusal.Because);
                    // The way on from closed is a new spot, and the words say so.
                    Assert.Equal(!open, refusal.Because.Contains("Open a new spot", StringComparison.Ordinal));
                    Assert.EndsWith(".", refusal.Because, StringComparison.Ordinal);
                    continue;
                }
                Assert.True(open);
                Assert.Equal(
                    (Maya, at, "The counter moved."),
                    (spot.ClosedBy!.Value, spot.ClosedAt, spot.ClosedBecause)
                );
            }
            Assert.Equal(spot.IsOpen, spot.ClosedBecause is null);
        }
    }
}
