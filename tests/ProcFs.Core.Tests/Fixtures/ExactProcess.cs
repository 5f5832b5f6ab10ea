using System.Runtime.InteropServices;

namespace ProcFs;

/// <summary>Processes with a byte-exact environment, and processes that have ended. The caller ends each.</summary>
internal static unsafe partial class ExactProcess
{
    private const int Kill = 9;

    /// <summary>Starts a program that does nothing until it is ended, with these entries as its environment.</summary>
    public static int StartSleeping(params byte[][] environment) => Spawn("/bin/sleep", ["sleep"u8.ToArray(), "600"u8.ToArray()], environment);

    /// <summary>Starts a program that has ended, without waiting for it.</summary>
    public static int StartZombie()
    {
        int id = Spawn("/bin/true", ["true"u8.ToArray()], []);
        string path = $"/proc/{id}/stat";
        while (File.Exists(path) && !File.ReadAllText(path).Contains(") Z ", StringComparison.Ordinal))
        {
            Thread.Yield();
        }

        Assert.SkipUnless(File.Exists(path), "Ended children leave no zombies here.");
        return id;
    }

    /// <summary>Ends the process and waits for it.</summary>
    public static void Reap(int id)
    {
        _ = kill(id, Kill);
        _ = waitpid(id, out _, 0);
    }

    private static int Spawn(string program, byte[][] arguments, byte[][] environment)
    {
        Assert.SkipUnless(File.Exists(program), $"{program} is not here.");
        using var argv = new Vector(arguments);
        using var envp = new Vector(environment);
        int error = posix_spawn(out int id, program, 0, 0, argv.Start, envp.Start);
        return error == 0 ? id : throw new InvalidOperationException($"posix_spawn: {error}");
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int posix_spawn(out int id, string path, nint actions, nint attributes, byte** arguments, byte** environment);

    [LibraryImport("libc")]
    private static partial int kill(int id, int signal);

    [LibraryImport("libc")]
    private static partial int waitpid(int id, out int status, int options);

    /// <summary>A vector of strings for exec(3).</summary>
    private sealed class Vector : IDisposable
    {
        private readonly int _count;

        public Vector(byte[][] items)
        {
            _count = items.Length;
            Start = (byte**)NativeMemory.AllocZeroed((nuint)(_count + 1), (nuint)sizeof(byte*));
            for (int i = 0; i < _count; i++)
            {
                Start[i] = (byte*)NativeMemory.AllocZeroed((nuint)items[i].Length + 1);
                items[i].CopyTo(new Span<byte>(Start[i], items[i].Length));
            }
        }

        public byte** Start { get; }

        public void Dispose()
        {
            for (int i = 0; i < _count; i++)
            {
                NativeMemory.Free(Start[i]);
            }

            NativeMemory.Free(Start);
        }
    }
}
