namespace ProcFs;

/// <summary>The kinds of objects of System V IPC.</summary>
public enum IpcType
{
    /// <summary>A segment of shared memory.</summary>
    SharedMemory,

    /// <summary>A queue of messages.</summary>
    MessageQueue,

    /// <summary>A set of semaphores.</summary>
    Semaphore,
}
