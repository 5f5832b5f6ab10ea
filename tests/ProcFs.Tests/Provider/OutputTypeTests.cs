using System.Management.Automation;

namespace ProcFs.Provider;

/// <summary>The output types of the provider are those of the catalog, so that completion offers the properties of every type.</summary>
public sealed class OutputTypeTests
{
    // The values of mtrr, acpi/wakeup and scsi/device_info are rows of these types.
    private static readonly Type[] s_values = [typeof(MemoryTypeRange), typeof(WakeupDevice), typeof(ScsiDeviceQuirk)];

    [Fact]
    public void An_item_is_of_a_type_of_the_catalog() => Assert.Equal(
        Names([typeof(ProcEntry), .. s_values, .. Catalog.All.Select(entry => entry.ItemType).OfType<Type>()]),
        Names(TypesOf(ProviderCmdlet.GetItem)));

    [Fact]
    public void A_listing_holds_entries_threads_parameters_and_the_rows_of_every_table()
    {
        Type[] listed = TypesOf(ProviderCmdlet.GetChildItem);
        Type[] rows = [.. Catalog.All.Where(entry => entry is TableEntry).Select(entry => entry.ItemType!)];
        Assert.Empty(Names([typeof(ProcEntry), typeof(ThreadInfo), typeof(KernelParameter), .. rows]).Except(Names(listed)));
        Assert.Empty(Names(listed).Except(Names(TypesOf(ProviderCmdlet.GetItem))));
    }

    private static Type[] TypesOf(string cmdlet) =>
    [
        .. typeof(ProcFsProvider).GetCustomAttributes(typeof(OutputTypeAttribute), inherit: false)
            .Cast<OutputTypeAttribute>()
            .Where(attribute => attribute.ProviderCmdlet == cmdlet)
            .SelectMany(attribute => attribute.Type)
            .Select(type => type.Type),
    ];

    private static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(type => type.Name).Distinct().Order(StringComparer.Ordinal);
}
