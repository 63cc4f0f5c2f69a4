using Heed.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Heed.Tests.Storage;

public sealed class KeyRingTests
{
    [Fact]
    public async Task A_second_process_opens_what_the_first_has_sealed_by_one_key()
    {
        var settings = await TestDatabase.New(Directory.CreateTempSubdirectory("heed-keys-").FullName);
        await using var first = await World.On(settings);
        var sealedText = Protector(first).Protect("signed in");
        await using var second = await World.On(settings);
        Assert.Equal("signed in", Protector(second).Unprotect(sealedText));
        await using var scope = second.Services.CreateAsyncScope();
        var key = await scope.ServiceProvider.GetRequiredService<HeedDb>().KeyRing.SingleAsync();
        Assert.StartsWith("key-", key.Name);
        Assert.DoesNotContain('\n', key.Xml);

        static IDataProtector Protector(World world) =>
            world.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("a test");
    }
}
