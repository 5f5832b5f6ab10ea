namespace ProcFs;

/// <summary>How many files of fdinfo stay open between two looks: to read an open one again takes half the time, but what a process may open is limited.</summary>
internal sealed class KeptInfos
{
    private const int Most = 256;

    private int _count;

    public bool TryTake()
    {
        if (_count == Most)
        {
            return false;
        }

        _count++;
        return true;
    }

    public void Return() => _count--;
}
