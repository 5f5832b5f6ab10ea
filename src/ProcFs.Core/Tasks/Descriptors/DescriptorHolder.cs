using ProcFs.Interop;

namespace ProcFs;

/// <summary>A descriptor on an object that others can be open on.</summary>
/// <param name="Object">The object.</param>
/// <param name="Peer">The descriptor.</param>
internal sealed record DescriptorHolder(DescriptorObject Object, DescriptorPeer Peer)
{
    private static readonly FileDescriptorFilter s_filter = new() { Types = DescriptorObjects.Types };

    /// <summary>Reads those of a process.</summary>
    public static Errno Read(ProcessDirectory process, Action<DescriptorHolder> emit) => FileDescriptorReader.Read(process, s_filter, descriptor =>
    {
        if (DescriptorObjects.Of(process, descriptor) is { } item)
        {
            emit(new DescriptorHolder(item, new DescriptorPeer
            {
                ProcessId = descriptor.ProcessId,
                ProcessName = descriptor.ProcessName,
                Number = descriptor.Number ?? 0,
                Access = DescriptorObjects.AccessOf(process, descriptor.Number ?? 0),
            }));
        }

        return true;
    });
}
