using System.ComponentModel.DataAnnotations;
using Heed.Customers;
using Heed.People;

namespace Heed.Tests.Customers;

public sealed class CustomerGroupTests
{
    static readonly DateTimeOffset Now = new(2035, 3, 5, 9, 0, 0, TimeSpan.Zero);

    static CustomerGroup Regulars() =>
        new()
        {
            Name = "Regulars",
            Kind = CustomerKind.External,
            CreatedAt = Now,
        };

    static IEnumerable<(string, int)> Way(CustomerGroup group) =>
        group.JourneySteps.Where(s => s.RemovedAt is null).OrderBy(s => s.Order).Select(s => (s.Name, s.Order));

    [Fact]
    public void A_way_keeps_its_steps_whatever_their_order_and_numbers_them_from_the_first()
    {
        var group = Regulars();
        group.WalkBy(["hears of us", "orders", "waits"], Now);
        var (heard, ordered) = (group.JourneySteps[0].Id, group.JourneySteps[1].Id);
        group.WalkBy(["orders", "pays"], Now.AddDays(1));
        Assert.Equal([("orders", 0), ("pays", 1)], Way(group));
        Assert.Equal(ordered, group.JourneySteps.Single(s => s.Name == "orders").Id);
        Assert.Equal(4, group.JourneySteps.Count);
        // What is gone stays gone since the day it went.
        group.WalkBy(["orders"], Now.AddDays(2));
        Assert.Equal(Now.AddDays(1), group.JourneySteps.Single(s => s.Id == heard).RemovedAt);
        group.WalkBy(["hears of us"], Now.AddDays(3));
        Assert.Equal([("hears of us", 0)], Way(group));
        Assert.Equal(heard, group.JourneySteps.Single(s => s.Name == "hears of us").Id);
        group.WalkBy([], Now.AddDays(4));
        Assert.Empty(Way(group));
    }

    [Fact]
    public void What_they_do_is_no_step_of_their_way()
    {
        var group = Regulars();
        group.WalkBy(["orders"], Now);
        group.Behave(["orders", "tells a friend"], Now);
        Assert.NotEqual(group.JourneySteps.Single().Id.Value, group.Behaviours[0].Id.Value);
        group.Behave(["tells a friend"], Now);
        Assert.Equal([("orders", 0)], Way(group));
        Assert.Equal((0, null), (group.Behaviours[1].Order, group.Behaviours[1].RemovedAt));
        Assert.Equal(Now, group.Behaviours[0].RemovedAt);
        Assert.All(group.Behaviours, b => Assert.Equal(group.Id, b.CustomerGroupId));
    }

    [Fact]
    public void A_removed_group_says_who_and_when_until_it_is_back()
    {
        var (group, maya) = (Regulars(), Id<Member>.New());
        group.WalkBy(["orders"], Now);
        group.Remove(maya, Now);
        Assert.Equal((Now, maya), (group.RemovedAt!.Value, group.RemovedBy!.Value));
        group.Restore();
        Assert.Equal((null, null), (group.RemovedAt, group.RemovedBy));
        Assert.Equal([("orders", 0)], Way(group));
    }

    static string Of(int length) => new('a', length);

    static CustomerGroupRequest Asked(Action<CustomerGroupRequest>? with = null)
    {
        var asked = new CustomerGroupRequest
        {
            Name = Of(200),
            Kind = CustomerKind.Partner,
            Description = Of(2000),
            JourneySteps = Of(4000),
            Behaviours = Of(4000),
        };
        with?.Invoke(asked);
        return asked;
    }

    static List<string?> Faults(CustomerGroupRequest asked)
    {
        List<ValidationResult> found = [];
        Validator.TryValidateObject(asked, new(asked), found, validateAllProperties: true);
        return found.ConvertAll(f => f.ErrorMessage);
    }

    [Fact]
    public void The_form_says_what_is_too_long_or_left_out()
    {
        Assert.Empty(Faults(Asked()));
        (Action<CustomerGroupRequest> With, string Says)[] wrong =
        [
            (a => a.Name = "  ", "Give the customer group a name."),
            (a => a.Name += "a", "Use at most 200 characters."),
            (a => a.Kind = null, "Choose whether they are external, internal or a partner."),
            (a => a.Kind = (CustomerKind)7, "Choose External, Internal or Partner."),
            (a => a.Description += "a", "Use at most 2,000 characters."),
            (a => a.JourneySteps += "a", "Use at most 4,000 characters for the steps."),
            (a => a.Behaviours += "a", "Use at most 4,000 characters for the behaviours."),
        ];
        Assert.All(wrong, w => Assert.Equal(w.Says, Assert.Single(Faults(Asked(w.With)))));
    }
}
