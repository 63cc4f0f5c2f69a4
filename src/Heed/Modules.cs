using Heed.Aim;
using Heed.Customers;
using Heed.Demo;
using Heed.Journal;
using Heed.Listen;
using Heed.Mail;
using Heed.Map;
using Heed.Metrics;
using Heed.People;
using Heed.Shell;
using Heed.Storage;
using Heed.Try;
using Heed.Waste;

namespace Heed;

/// <summary>The rooms of the house. A new room is one line here and one file of its own.</summary>
public static class Modules
{
    /// <summary>In the order of building: a room knows only such as stand above it.</summary>
    public static IReadOnlyList<Module> All { get; } =
    [
        StorageModule.Room,
        JournalModule.Room,
        PeopleModule.Room,
        MailModule.Room,
        CustomersModule.Room,
        MetricsModule.Room,
        ListenModule.Room,
        AimModule.Room,
        TryModule.Room,
        WasteModule.Room,
        MapModule.Room,
        DemoModule.Room,
        ShellModule.Room,
    ];
}
