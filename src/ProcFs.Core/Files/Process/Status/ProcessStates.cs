namespace ProcFs;

/// <summary>Converts the letter of a state.</summary>
internal static class ProcessStates
{
    public static ProcessState Of(byte letter) => letter switch
    {
        (byte)'R' => ProcessState.Running,
        (byte)'S' => ProcessState.Sleeping,
        (byte)'D' => ProcessState.DiskSleep,
        (byte)'T' => ProcessState.Stopped,
        (byte)'t' => ProcessState.TracingStop,
        (byte)'Z' => ProcessState.Zombie,
        (byte)'X' or (byte)'x' => ProcessState.Dead,
        (byte)'I' => ProcessState.Idle,
        (byte)'P' => ProcessState.Parked,
        _ => ProcessState.Unknown,
    };
}
