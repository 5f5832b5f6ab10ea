namespace ProcFs;

/// <summary>The types of System V IPC objects.</summary>
public enum IpcType
{
    /// <summary>A shared memory segment.</summary>
    SharedMemory,

    /// <summary>A message queue.</summary>
    MessageQueue,

    /// <summary>A semaphore set.</summary>
    Semaphore,
}
