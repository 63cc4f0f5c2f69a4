namespace Heed.Customers;

public static class CustomersModule
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<ReadCustomers>().AddScoped<WriteCustomerGroup>();
        services.AddScoped<RemoveCustomerGroup>().AddScoped<Serve>();
        services.AddScoped<ICanBeFound, CustomerSearch>();
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        ReadCustomers.Map(api);
        WriteCustomerGroup.Map(api);
        RemoveCustomerGroup.Map(api);
        Serve.Map(api);
    }
}
