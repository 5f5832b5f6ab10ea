namespace ProcFs;

public sealed partial class ProcessStat
{
    // Those that may be null, by the numbers of proc_pid_stat(5), but for the stack and instruction pointer: only a task that exits has these.
    private static readonly (int Field, string Property)[] s_optional =
    [
        (26, nameof(StartCode)),
        (27, nameof(EndCode)),
        (28, nameof(StartStack)),
        (38, nameof(ExitSignal)),
        (39, nameof(Processor)),
        (40, nameof(RealTimePriority)),
        (41, nameof(Policy)),
        (42, nameof(BlockIoDelay)),
        (43, nameof(GuestTime)),
        (44, nameof(ChildrenGuestTime)),
        (45, nameof(StartData)),
        (46, nameof(EndData)),
        (47, nameof(StartBreak)),
        (48, nameof(ArgumentStart)),
        (49, nameof(ArgumentEnd)),
        (50, nameof(EnvironmentStart)),
        (51, nameof(EnvironmentEnd)),
        (StatLine.LastField, nameof(ExitCode)),
    ];

    private int _lastField;
    private bool _hidesAddresses;

    /// <summary>Why fields are null: names of properties with the reason. What a kernel thread lacks by its nature is not among them.</summary>
    public IReadOnlyDictionary<string, UnavailableReason> Unavailable
    {
        get
        {
            var fields = default(UnavailableFields);
            foreach ((int number, string property) in s_optional)
            {
                fields.Add(property, WhyMissing(number));
            }

            return fields.ToDictionary();
        }
    }

    private UnavailableReason? WhyMissing(int field)
    {
        if (field > _lastField)
        {
            return UnavailableReason.NotOnThisKernel;
        }

        bool isAddress = field is (>= 26 and <= 28) or (>= 45 and <= 51);
        if (_hidesAddresses && (isAddress || field == StatLine.LastField))
        {
            return UnavailableReason.Denied;
        }

        return isAddress && StartCode is null && State is ProcessState.Zombie or ProcessState.Dead ? UnavailableReason.Gone : null;
    }
}
