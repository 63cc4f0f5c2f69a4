using Heed.Storage;

namespace Heed.Customers;

public static class CustomersModule
{
    public static Module Room { get; } =
        new("Customers")
        {
            Knows = ["People"],
            Services = Services,
            Api = Api,
            Tables = CustomersTables.Map,
            Links = [Link.ToEach<CustomerGroup>("/customers")],
            Navigation =
            [
                new(110, "Customers", "/customers", "people", "c", "Who is served, and by which team")
                {
                    Begins =
                    [
                        new(
                            "Name a customer group",
                            "/customers/new",
                            "External, internal or partner: everyone has customers."
                        ),
                    ],
                },
            ],
            Contributions = [typeof(CustomerSearch), typeof(CustomersExport), typeof(FirstCustomers)],
        };

    static void Services(IServiceCollection services, Settings settings)
    {
        services.AddScoped<ReadCustomers>().AddScoped<WriteCustomerGroup>();
        services.AddScoped<RemoveCustomerGroup>().AddScoped<AssignTeam>();
    }

    static void Api(IEndpointRouteBuilder api)
    {
        ReadCustomers.Map(api);
        WriteCustomerGroup.Map(api);
        RemoveCustomerGroup.Map(api);
        AssignTeam.Map(api);
    }
}
