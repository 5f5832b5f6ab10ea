using ProcFs.Views;

namespace ProcFs;

/// <summary>The queues of an io_uring, and what is registered with it. Source: io_uring_show_fdinfo() of io_uring/fdinfo.c.</summary>
public sealed class IoRing
{
    internal IoRing()
    {
    }

    /// <summary>The number of entries of the submission queue.</summary>
    public required long SubmissionEntries { get; init; }

    /// <summary>The number of submitted requests that the kernel has not taken yet.</summary>
    public required long SubmissionPending { get; init; }

    /// <summary>The number of entries of the completion queue.</summary>
    public required long CompletionEntries { get; init; }

    /// <summary>The number of completions that the program has not taken yet.</summary>
    public required long CompletionPending { get; init; }

    /// <summary>The kernel thread that polls the submission queue; null without one.</summary>
    public required int? PollingThreadId { get; init; }

    /// <summary>The CPU of that thread.</summary>
    public required int? PollingCpu { get; init; }

    /// <summary>The registered files, in their order: paths, or on older kernels names without folders; null where a slot is empty.</summary>
    public required IReadOnlyList<string?> Files { get; init; }

    /// <summary>The registered buffers: address and length in bytes, <c>0x7f2a1c000000/4096</c>.</summary>
    public required IReadOnlyList<string> Buffers { get; init; }

    internal static View View => new(
        typeof(IoRing),
        new(nameof(SubmissionEntries), 17),
        new(nameof(SubmissionPending), 17),
        new(nameof(CompletionEntries), 17),
        new(nameof(CompletionPending), 17),
        new(nameof(PollingThreadId), 15));

    /// <summary>The queues: <c>0/64 submitted, 1/128 completed</c>.</summary>
    public override string ToString() => $"{SubmissionPending}/{SubmissionEntries} submitted, {CompletionPending}/{CompletionEntries} completed";
}
