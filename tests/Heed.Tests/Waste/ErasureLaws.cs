using Heed.People;
using Heed.Storage;
using Heed.Tests.Aim;
using Heed.Tests.Ui;
using Heed.Try;
using Heed.Waste;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Waste;

/// <summary>Every text of Waste and Try has an answer for whoever asks to be forgotten: the name goes, or it stays for a reason.</summary>
public sealed class ErasureLaws
{
    static readonly Dictionary<string, string> Kept = new()
    {
        ["Trial.Move"] = "the name of a move of the library",
        ["Trial.LockedZone"] = "the name of a time zone",
        ["Trial.ComparedWith"] = "ids of metrics",
        ["TrialVerdict.Fingerprint"] = "a sum over points",
        ["TrialVerdict.MethodInWords"] = "written by Heed of numbers",
        ["TrialVerdict.Breakdown"] = "written by Heed of numbers",
        ["TrialVerdict.SecondOpinion"] = "written by Heed of numbers",
        ["TrialVerdict.Opinions"] = "written by Heed of numbers",
        ["TrialVerdict.Comparison"] = "written by Heed of numbers",
        ["CaseBenefit.Unit"] = "a unit",
        ["CaseScore.Unit"] = "a unit",
        ["DecisionRight.LimitUnit"] = "a unit",
        ["Meeting.SeriesKey"] = "a sum over an address",
        ["TeamCalendar.LeftOut"] = "counted by Heed",
        ["Nomination.ReceiptHash"] = "a sum over a receipt",
        ["Spot.Code"] = "random",
    };

    [Fact]
    public async Task Every_text_column_of_waste_and_try_is_erased_or_kept_for_a_reason()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var columns = await world.As(
            maya,
            here =>
                Task.FromResult(
                    here.GetRequiredService<HeedDb>()
                        .Model.GetEntityTypes()
                        .Where(e => e.ClrType.Namespace is "Heed.Waste" or "Heed.Try")
                        .SelectMany(e => e.GetProperties())
                        .Where(IsText)
                        .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}")
                        .Distinct()
                        .ToList()
                )
        );
        var erased = WasteErasure
            .Texts.Append(WasteErasure.CaseKey)
            .Concat(TryErasure.Texts)
            .Select(t => $"{t.Of.Name}.{t.Column}")
            .ToList();
        Assert.Equal(erased.Distinct().Count(), erased.Count);
        Assert.True(columns.Count > 80, $"{columns.Count} columns are looked at.");
        Assert.Empty(columns.Except(erased).Except(Kept.Keys).Order());
        // Nothing is listed that is not there, and nothing twice.
        Assert.Empty(erased.Except(columns));
        Assert.Empty(Kept.Keys.Except(columns));
        Assert.Empty(erased.Intersect(Kept.Keys));
    }

    static bool IsText(IProperty column) =>
        (column.GetProviderClrType() ?? column.GetValueConverter()?.ProviderClrType ?? column.ClrType) == typeof(string)
        && !(Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType).IsEnum;

    [Fact]
    public async Task Who_is_forgotten_is_named_in_no_reason_and_what_was_done_stays()
    {
        await using var world = await World.Start();
        var maya = await world.Organisation("Harbor Coffee");
        var noa = await world.Colleague(maya, "Noa", Role.Contributor);
        await world.Colleague(maya, "Noa Berg", Role.Contributor);
        var (handOff, rosa) = await maya.HandsOver();
        var asked = HandOffRequest.Of(handOff);
        asked.Promise = "By Tuesday noon, as Noa and Noa Berg said.";
        await maya.Do<RaiseHandOff, HandOff>(r => r.Rewrite(handOff.Id, asked, default));
        await rosa.Do<MoveHandOff, HandOff>(m =>
            m.Run(handOff.Id, HandOffAct.See, new() { Reason = "Noa told us." }, default)
        );
        var ask = await maya.Do<AskLeader, LeaderAsk>(a => a.Run(SampleHandOffs.Ask(maya, noa), default));
        await noa.Do<MoveLeaderAsk, LeaderAsk>(m =>
            m.Run(ask.Id, LeaderAskAct.Take, new() { Reason = "Noa looks at it." }, default)
        );
        var right = await maya.Do<GrantRight, DecisionRight>(g => g.Run(SampleHandOffs.Right(maya), default));
        await maya.Do<UseRight, RightUse>(u => u.Run(right.Id, SampleHandOffs.Use(about: "Guest of Noa"), default));
        await maya.Do<ForgetMember, Done>(f => f.Run(noa.Member.Id, default));
        await world.As(
            maya,
            async here =>
            {
                var db = here.GetRequiredService<HeedDb>();
                Assert.Equal(
                    "By Tuesday noon, as a former member and Noa Berg said.",
                    (await db.HandOffs.SingleAsync()).Promise
                );
                Assert.Equal("a former member told us.", (await db.HandOffMoves.SingleAsync()).Reason);
                var move = await db.LeaderAskMoves.SingleAsync();
                Assert.Equal(
                    ("a former member looks at it.", LeaderAskState.Taken, noa.Member.Id),
                    (move.Reason, move.To, move.By)
                );
                var use = await db.RightUses.SingleAsync();
                Assert.Equal(("Guest of a former member", "guest of a former member"), (use.Case, use.CaseKey));
                Assert.Equal(noa.Member.Id, (await db.LeaderAsks.SingleAsync()).LeaderId);
                return true;
            }
        );
        Assert.DoesNotContain(
            "Noa looks",
            (await (await maya.Browser()).Page($"/waste/asks/{ask.Id}")).Body!.Says(),
            StringComparison.Ordinal
        );
    }
}
