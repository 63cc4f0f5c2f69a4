using Heed.Analytics.Evidence;
using Heed.Waste;
using BusinessCase = Heed.Waste.BusinessCase;

namespace Heed.Demo;

/// <summary>What the counter would do first, what that would bring, and what an activity is claimed to matter to.</summary>
sealed partial class SampleYear
{
    async Task Weigh(int week, CancellationToken stop)
    {
        if (week != Stories.Weeks - 12)
            return;
        var made = await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<WriteBusinessCase>()
                        .Run(
                            new()
                            {
                                Name = "The till counts itself at closing",
                                Team = _cast.Counter,
                                Why =
                                    "Two people photograph a drawer every evening, and nobody has looked at a photo since 2019.",
                                Practice = _practices["photo"],
                                From = today,
                                Years = 2,
                                MarginPercent = 60,
                                DiscountPercent = 10,
                                OneOffLow = 1500,
                                OneOffLikely = 1800,
                                OneOffHigh = 2600,
                                RunningLikely = 240,
                                Weeks = 2,
                            },
                            stop
                        )
                )
        );
        await Brings(
            made.Id,
            new()
            {
                Name = "Closing without the photo",
                Kind = BenefitKind.Capacity,
                Ledger = Ledger.StaffHours,
                Low = 27,
                Likely = 39,
                High = 55,
                Evidence = EvidenceClass.Sampled,
            },
            stop
        );
        await Brings(
            made.Id,
            new()
            {
                Name = "Guests who leave the queue at closing",
                Kind = BenefitKind.RevenueAtRisk,
                Ledger = Ledger.Cash,
                Unit = "guests a year",
                Low = 100,
                Likely = 400,
                High = 900,
                Each = 8,
                Evidence = EvidenceClass.Opinion,
            },
            stop
        );
        await Waits(
            new()
            {
                Name = made.Name,
                BusinessCase = made.Id,
                Evidence = EvidenceClass.Opinion,
            },
            stop
        );
        await Waits(
            new()
            {
                Name = "A sign that says how long the queue takes",
                CostOfDelay = 45,
                Weeks = 1,
                ImportantPercent = 71,
                SatisfiedPercent = 38,
                Evidence = EvidenceClass.Sampled,
            },
            stop
        );
        await Waits(
            new()
            {
                Name = "Cups that come back",
                Weeks = 6,
                ImportantPercent = 44,
                SatisfiedPercent = 40,
                Evidence = EvidenceClass.Sampled,
            },
            stop
        );
        await As(
            _cast.Maya,
            s =>
                Done(
                    s.GetRequiredService<ClaimOutcome>()
                        .Run(
                            _practices["fridge"],
                            new() { Metric = _metrics["orders"], Reason = "Nobody orders again after warm milk." },
                            stop
                        )
                )
        );
    }

    Task<BusinessCase> Brings(Id<BusinessCase> to, BenefitRequest asked, CancellationToken stop) =>
        As(_cast.Maya, s => Done(s.GetRequiredService<AddBenefit>().Run(to, asked, stop)));

    Task<Candidate> Waits(CandidateRequest asked, CancellationToken stop)
    {
        asked.Team = _cast.Counter;
        return As(_cast.Maya, s => Done(s.GetRequiredService<WriteCandidate>().Run(asked, stop)));
    }
}
