namespace ProcFs;

/// <summary>The number of fdinfo files that stay open between two samples: reading an open file again takes half the time, but open files are limited.</summary>
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
