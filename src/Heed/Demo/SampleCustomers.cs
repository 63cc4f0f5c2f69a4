using Heed.Customers;
using Heed.People;

namespace Heed.Demo;

/// <summary>Whom Harbor Coffee serves, inside and outside, and which team serves them.</summary>
sealed partial class SampleYear
{
    readonly Dictionary<string, Id<CustomerGroup>> _customers = [];

    async Task NameCustomers(CancellationToken stop)
    {
        await Name(
            "regulars",
            "New regulars",
            CustomerKind.External,
            "People who come for the third time.",
            "comes by chance\ncomes again\nis known by name",
            "order again within a month\nbring somebody along",
            _cast.Counter,
            stop
        );
        await Name(
            "morning",
            "Guests in the morning",
            CustomerKind.External,
            "Guests between seven and ten, most of them on their way to work.",
            "joins the queue\norders\nwaits\nleaves with a cup",
            "order ahead\nwait at the counter\nleave the queue",
            _cast.Counter,
            stop
        );
        await Name(
            "door",
            "Customers at the door",
            CustomerKind.External,
            "People who have coffee and cakes brought to them.",
            "orders\nwaits for the driver\nopens the door",
            "call to ask where the order is\norder again",
            _cast.Delivery,
            stop
        );
        await Name(
            "partners",
            "Wholesale partners",
            CustomerKind.Partner,
            "Cafés and offices that brew our beans.",
            "looks at the shelf\norders\nis delivered",
            "order a week ahead",
            _cast.Wholesale,
            stop
        );
        await Name(
            "baristas",
            "Baristas",
            CustomerKind.Internal,
            "Colleagues at the counters: what head office asks of them is a service to them, too.",
            "reads the plan\nworks the shift\nhands over",
            "call new regulars by name\nsay what is in the way",
            _cast.Company,
            stop,
            isTeam: _cast.Counter
        );
    }

    async Task Name(
        string key,
        string name,
        CustomerKind kind,
        string description,
        string steps,
        string behaviours,
        Id<Team> servedBy,
        CancellationToken stop,
        Id<Team>? isTeam = null
    )
    {
        _customers[key] = (
            await As(
                _cast.Maya,
                s =>
                    Done(
                        s.GetRequiredService<WriteCustomerGroup>()
                            .Create(
                                new()
                                {
                                    Name = name,
                                    Kind = kind,
                                    Description = description,
                                    IsTeam = isTeam,
                                    JourneySteps = steps,
                                    Behaviours = behaviours,
                                },
                                stop
                            )
                    )
            )
        ).Id;
        await As(_cast.Maya, s => Done(s.GetRequiredService<AssignTeam>().Begin(_customers[key], servedBy, stop)));
    }
}
