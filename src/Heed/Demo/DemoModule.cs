namespace Heed.Demo;

public static class DemoModule
{
    public static Module Room { get; } =
        new("Demo")
        {
            Services = (services, _) => services.AddScoped<RemoveSample>(),
            Settings =
            [
                new(90, "Sample", "/settings/sample", "cross", "Remove Harbor Coffee and begin with your own.")
                {
                    Shown = visit => visit.Workspace?.SampleSince is not null,
                },
            ],
        };
}
