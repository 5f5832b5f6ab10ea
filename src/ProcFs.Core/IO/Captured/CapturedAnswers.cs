using ProcFs.Interop;

namespace ProcFs.IO;

/// <summary>What the manifest of a capture knows of files that are not in it. Paths are those under the root, with one character for each byte.</summary>
internal sealed class CapturedAnswers
{
    private readonly HashSet<string> _denied;
    private readonly Dictionary<string, Statx> _targets;

    /// <param name="denied">The files that the caller was not allowed to read; the id of a thread is written as &lt;tid&gt;.</param>
    /// <param name="targets">The attributes of the files behind links.</param>
    public CapturedAnswers(HashSet<string> denied, Dictionary<string, Statx> targets)
    {
        _denied = denied;
        _targets = targets;
    }

    /// <summary>The attributes of the file to which the link leads; false if they were not recorded.</summary>
    public bool Stat(string link, out Statx result) => _targets.TryGetValue(link, out result);

    /// <summary>The error for a file that is not in the capture.</summary>
    public Errno ErrorOf(string path)
    {
        string[] segments = path.Split('/');
        if (segments is [_, "task", _, ..])
        {
            segments[2] = "<tid>";
        }

        for (int length = 1; length <= segments.Length && _denied.Count > 0; length++)
        {
            if (_denied.Contains(string.Join('/', segments[..length])))
            {
                return Errno.EACCES;
            }
        }

        return Errno.ENOENT;
    }
}
