namespace ProcFs;

/// <summary>An object in the kernel with descriptors of several processes: a pipe, a socket, an eventfd, or one side of a pseudoterminal.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Major">The major device number of a named pipe, or of the devpts file system of a pseudoterminal.</param>
/// <param name="Minor">The minor device number.</param>
/// <param name="Number">The inode, the id of an eventfd, or the number of a pseudoterminal.</param>
internal readonly record struct DescriptorObject(DescriptorObjectKind Kind, uint Major, uint Minor, ulong Number)
{
    /// <summary>The other side of a pseudoterminal; null for other objects.</summary>
    public DescriptorObject? OtherSide => Kind switch
    {
        DescriptorObjectKind.TerminalMaster => this with { Kind = DescriptorObjectKind.Terminal },
        DescriptorObjectKind.Terminal => this with { Kind = DescriptorObjectKind.TerminalMaster },
        _ => null,
    };
}
