using System.Diagnostics.CodeAnalysis;
using ProcFs.Grammar;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;
using ProcFs.Usage;

namespace ProcFs;

/// <summary>Reads the data of one process and passes on each object; ENODATA if there was none.</summary>
internal delegate Errno ProcessReader<T>(ProcessDirectory process, Action<T> emit);

/// <summary>The same for rows; a malformed row is reported, and the others are still returned.</summary>
internal delegate Errno ProcessRowReader<T>(ProcessDirectory process, Action<T> emit, Action<ProcException> report);

/// <summary>
/// Reads the same data of each selected process, with the rules of all cmdlets: for a named process, a failure is an error; when all are read, processes that end
/// are skipped, and denied ones are counted.
/// </summary>
internal static class ProcessReading
{
    // Each part wakes the consumer: with 8, one path of each of 1000 processes took a fifth longer.
    private const int ProcessesInPart = 32;

    /// <summary>Reads <paramref name="file"/>, which errors name.</summary>
    public static IEnumerable<Outcome<T>> Run<T>(
        ProcessSelection selection,
        string file,
        ProcessReader<T> read,
        ReadSummary summary,
        CancellationToken cancellation)
        where T : class =>
        Run<T>(selection, file, (process, emit, _) => read(process, emit), summary, cancellation);

    /// <inheritdoc cref="Run{T}(ProcessSelection, string, ProcessReader{T}, ReadSummary, CancellationToken)"/>
    public static IEnumerable<Outcome<T>> Run<T>(
        ProcessSelection selection,
        string file,
        ProcessRowReader<T> read,
        ReadSummary summary,
        CancellationToken cancellation)
        where T : class
    {
        if (!TryFindIds(selection, out IReadOnlyList<int> ids, out ProcException? error))
        {
            yield return Outcome<T>.Failed(error);
            yield break;
        }

        bool[] found = new bool[selection.Names?.Count ?? 0];
        IEnumerable<Outcome<T>> outcomes = ReadAhead.Run<int[], Outcome<T>>(
            [.. ids.Chunk(ProcessesInPart)],
            _ => new Reading<T>(selection, file, read, summary, found).ReadAll,
            cancellation);
        foreach (Outcome<T> outcome in outcomes)
        {
            yield return outcome;
        }

        for (int i = 0; i < found.Length; i++)
        {
            bool isRepeated = selection.Names!.Take(i).Any(earlier => earlier.Pattern == selection.Names![i].Pattern);
            if (!found[i] && selection.Names![i].IsExact && !isRepeated)
            {
                SafeText message = $"No process is named \"{selection.Names[i].Literal}\".{selection.Root.HiddenProcessAdvice}";
                yield return Outcome<T>.Failed(new ProcException(ProcErrorKind.NotFound, selection.Root.Path, message) { Target = selection.Names[i].Pattern });
            }
        }
    }

    private static bool TryFindIds(ProcessSelection selection, out IReadOnlyList<int> ids, [NotNullWhen(false)] out ProcException? error)
    {
        ids = [];
        error = null;
        try
        {
            ids = selection.Ids ?? selection.Root.EnumerateProcessIds();
        }
        catch (ProcException failure)
        {
            error = failure;
        }

        return error is null;
    }

    /// <summary>
    /// The reason why a process does not have a file: it has ended, or is a zombie or a kernel thread, which lack files that others have, or the kernel was built
    /// without the file.
    /// </summary>
    public static ProcException WhyMissing(ProcRoot root, int id, string file, ReadScope scope)
    {
        using var process = ProcessDirectory.Open(root, id, scope, out _);
        if (process is null || (process.Identity is null && root.IsLive))
        {
            return ProcException.NoProcess(root, id);
        }

        string path = $"{process.Path}/{file}";
        if (process.Identity is not { } identity)
        {
            return ProcException.FromError(Errno.ENOENT, root, $"{id}/{file}");
        }

        string? what = identity.IsKernelThread ? "a kernel thread" : identity.State == ProcessState.Zombie ? "a zombie" : null;
        return what is null
            ? new ProcException(ProcErrorKind.NotSupported, path, $"{path}: this {(root.IsLive ? "kernel" : "capture")} does not have the file.")
            : new ProcException(ProcErrorKind.NotFound, path, $"{path}: process {id} ({identity.Name}) is {what}, which has none.");
    }

    /// <summary>The reader of one thread.</summary>
    private sealed class Reading<T>(ProcessSelection selection, string file, ProcessRowReader<T> read, ReadSummary summary, bool[] found)
        where T : class
    {
        private readonly ReadScope _scope = new();
        private Action<Outcome<T>> _emit = null!;
        private Action<T>? _emitItem;
        private Action<ProcException>? _report;
        private int _id;
        private int _lastBlank = -1;

        public void ReadAll(int[] ids, Action<Outcome<T>> emit)
        {
            _emit = emit;
            _emitItem ??= Emit;
            _report ??= error => _emit(Outcome<T>.Failed(error));
            foreach (int id in ids)
            {
                try
                {
                    ReadOne(id);
                }
                catch (ProcException error)
                {
                    emit(Outcome<T>.Failed(error));
                }
            }
        }

        private void Emit(T item)
        {
            IReadOnlyDictionary<string, UnavailableReason>? missing = ShownOf(item);
            bool isBlank = item is UsageSample { Io.Reason: UnavailableReason.Denied } || (missing is { Count: > 0 } && missing.Values.Contains(UnavailableReason.Denied));
            if (isBlank && _lastBlank != _id)
            {
                _lastBlank = _id;
                summary.CountBlank();
            }

            if (item is IFields { HasMalformed: true } || missing?.Values.Contains(UnavailableReason.Malformed) == true)
            {
                summary.CountMalformed();
            }

            _emit(Outcome<T>.Of(item));
        }

        // The reasons for empty cells, of the types whose tables can have them.
        private static IReadOnlyDictionary<string, UnavailableReason>? ShownOf(T item) => item switch
        {
            ProcessInfo process => process.Unavailable,
            OomCandidate candidate => candidate.Unavailable,
            // The stack, which takes CAP_SYS_ADMIN, is not in the table.
            ThreadWait { Unavailable: { Count: > 0 } fields } => fields.Where(field => field.Key != nameof(ThreadWait.Stack)).ToDictionary(),
            ResourceLimit limit => limit.Unavailable,
            _ => null,
        };

        private void ReadOne(int id)
        {
            _id = id;
            using var process = ProcessDirectory.Open(selection.Root, id, _scope, out Errno error);
            if (selection.Names is { } names && (process is null || ProcessIdentity.ReadName(process, out string? cut) is not { } name || !Match(names, name, cut)))
            {
                return;
            }

            error = process is null ? error : Read(process);
            if (selection.IsAll)
            {
                summary.Count(isDenied: error is Errno.EACCES or Errno.EPERM);
            }

            bool isPassedOver = selection.Ids is null && error is Errno.ENOENT or Errno.ESRCH;
            bool isCounted = selection.IsAll && error is Errno.EACCES or Errno.EPERM;
            if (error != Errno.None && !isPassedOver && !isCounted)
            {
                Fail(id, error);
            }
        }

        private bool Match(IReadOnlyList<Wildcard> names, string name, string? cut)
        {
            bool any = false;
            for (int i = 0; i < names.Count; i++)
            {
                bool matches = names[i].IsMatch(name.AsSpan()) || names[i].IsMatch(cut.AsSpan());
                found[i] |= matches;
                any |= matches;
            }

            return any;
        }

        private Errno Read(ProcessDirectory process)
        {
            Errno error = TryRead(process);
            if (error is not (Errno.ENODATA or Errno.ENOENT or Errno.ESRCH or Errno.EACCES or Errno.EPERM))
            {
                return error;
            }

            // Files left by a first thread that has exited belong to root (task_dump_owner in fs/proc/base.c), whatever the user of the process.
            using ProcessDirectory? thread = process.OpenLivingThread();
            error = thread is null ? error : TryRead(thread);
            return error == Errno.ENODATA ? Errno.None : error;
        }

        private Errno TryRead(ProcessDirectory process)
        {
            try
            {
                return read(process, _emitItem!, _report!);
            }
            catch (ProcException error) when (error.ErrorNumber != 0)
            {
                return (Errno)error.ErrorNumber;
            }
            catch (ProcException error)
            {
                _emit(Outcome<T>.Failed(error));
                return Errno.None;
            }
            catch (Exception error) when (ProcException.IsUnforeseen(error))
            {
                _emit(Outcome<T>.Failed(ProcException.Unforeseen(error, $"{process.Path}/{file}")));
                return Errno.None;
            }
        }

        // A process without memory and files lacks most data; among processes from a pipeline, that is not an error for each.
        private bool IsKernelThread(int id)
        {
            using var process = ProcessDirectory.Open(selection.Root, id, _scope, out _);
            return process is { IsKernelThread: true };
        }

        private void Fail(int id, Errno error)
        {
            bool isMissing = error is Errno.ENOENT or Errno.ESRCH;
            if (isMissing && IsKernelThread(id))
            {
                summary.CountKernelThread(WhyMissing(selection.Root, id, file, _scope).Message);
                return;
            }

            _emit(Outcome<T>.Failed(isMissing ? WhyMissing(selection.Root, id, file, _scope) : ProcException.FromError(error, selection.Root, $"{id}/{file}")));
        }
    }
}
