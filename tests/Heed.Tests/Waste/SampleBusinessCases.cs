using Heed.Analytics.Evidence;
using Heed.Storage;
using Heed.Waste;
using Microsoft.Extensions.DependencyInjection;
using BusinessCase = Heed.Waste.BusinessCase;

namespace Heed.Tests.Waste;

/// <summary>Business cases as addresses name them.</summary>
static class SampleBusinessCases
{
    public static async Task<string> One(IServiceProvider services, Cast who) =>
        (await Saved(services, who)).Case.Id.ToString();

    public static async Task<string> OneBenefit(IServiceProvider services, Cast who) =>
        (await Saved(services, who)).Benefit.Id.ToString();

    public static async Task<string> OneCandidate(IServiceProvider services, Cast who)
    {
        Candidate made = new()
        {
            TeamId = who.Team.Id,
            Name = $"Sample candidate {Id<Candidate>.Random()}",
            Evidence = EvidenceClass.Measured,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        var db = services.GetRequiredService<HeedDb>();
        db.Add(made);
        await db.SaveChangesAsync();
        return made.Id.ToString();
    }

    public static async Task<string> OneClaim(IServiceProvider services, Cast who)
    {
        Practice practice = new()
        {
            TeamId = who.Team.Id,
            Kind = PracticeKind.Report,
            Name = $"Sample activity {Id<Practice>.Random()}",
            Reason = "To be walked",
            StateSince = DateTimeOffset.UnixEpoch,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        var metric = Samples.Metric();
        OutcomeClaim claim = new()
        {
            PracticeId = practice.Id,
            MetricId = metric.Id,
            Reason = "none",
            By = who.Member.Id,
            At = DateTimeOffset.UnixEpoch,
        };
        var db = services.GetRequiredService<HeedDb>();
        db.AddRange(practice, metric, claim);
        await db.SaveChangesAsync();
        return claim.Id.ToString();
    }

    static async Task<(BusinessCase Case, CaseBenefit Benefit)> Saved(IServiceProvider services, Cast who)
    {
        BusinessCase made = new()
        {
            TeamId = who.Team.Id,
            Name = $"Sample business case {Id<BusinessCase>.Random()}",
            Why = "To be walked",
            From = new(2035, 4, 1),
            Years = 1,
            Margin = 1,
            DiscountRate = 0,
            StateSince = DateTimeOffset.UnixEpoch,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        CaseBenefit benefit = new()
        {
            BusinessCaseId = made.Id,
            Name = "Licences",
            Kind = BenefitKind.Cashable,
            Ledger = Ledger.Cash,
            Evidence = EvidenceClass.Measured,
            Unit = "in cash a year",
            Low = 1,
            Likely = 2,
            High = 3,
        };
        var db = services.GetRequiredService<HeedDb>();
        db.AddRange(made, benefit);
        await db.SaveChangesAsync();
        return (made, benefit);
    }
}
