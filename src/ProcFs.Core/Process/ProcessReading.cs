using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>Reads what is wanted of one process and hands each object over; ENODATA where there was nothing to be handed over.</summary>
internal delegate Errno ProcessReader<T>(ProcessDirectory process, Action<T> emit);

/// <summary>
/// Reads one thing of each selected process. Written once for all cmdlets: what a named process lacks is an error, what
/// ends while all are read is skipped, what is denied then is counted.
/// </summary>
internal static class ProcessReading
{
    /// <summary>Reads <paramref name="file"/>, by which errors name what could not be read.</summary>
    public static IEnumerable<Outcome<T>> Run<T>(
        ProcessSelection selection,
        string file,
        ProcessReader<T> read,
        ReadSummary summary,
        CancellationToken cancellation)
        where T : class =>
        ReadAhead.Run<Outcome<T>>(emit => new Reading<T>(selection, file, read, summary, emit).Run(), cancellation);

    private sealed class Reading<T>(
        ProcessSelection selection,
        string file,
        ProcessReader<T> read,
        ReadSummary summary,
        Action<Outcome<T>> emit)
        where T : class
    {
        private readonly ReadScope _scope = new();

        public void Run()
        {
            try
            {
                if (selection.Ids is { } ids)
                {
                    RunIds(ids);
                }
                else if (selection.Names is { } names)
                {
                    RunNames(names);
                }
                else
                {
                    RunAll();
                }
            }
            catch (ProcException error)
            {
                emit(Outcome<T>.Failed(error));
            }
        }

        private void RunIds(IReadOnlyList<int> ids)
        {
            foreach (int id in ids)
            {
                using var process = ProcessDirectory.Open(selection.Root, id, _scope, out Errno error);
                if (process is null)
                {
                    Fail(id, error);
                    continue;
                }

                error = ReadOne(process);
                if (error != Errno.None)
                {
                    Fail(id, error);
                }
            }
        }

        private void RunNames(IReadOnlyList<Wildcard> names)
        {
            bool[] found = new bool[names.Count];
            foreach (int id in selection.Root.EnumerateProcessIds())
            {
                using var process = ProcessDirectory.Open(selection.Root, id, _scope, out _);
                if (process is null || ProcessIdentity.ReadName(process) is not { } name || !Match(names, name, found))
                {
                    continue;
                }

                Errno error = ReadOne(process);
                if (error is not (Errno.None or Errno.ENOENT or Errno.ESRCH))
                {
                    Fail(id, error);
                }
            }

            for (int i = 0; i < names.Count; i++)
            {
                if (!found[i] && names[i].IsExact)
                {
                    string message = $"No process is named \"{DisplayText.Escape(names[i].Literal)}\".{selection.Root.HiddenProcessAdvice}";
                    emit(Outcome<T>.Failed(new ProcException(ProcErrorKind.NotFound, selection.Root.Path, message)));
                }
            }
        }

        private void RunAll()
        {
            foreach (int id in selection.Root.EnumerateProcessIds())
            {
                using var process = ProcessDirectory.Open(selection.Root, id, _scope, out Errno error);
                summary.Total++;
                error = process is null ? error : ReadOne(process);
                switch (error)
                {
                    case Errno.None or Errno.ENOENT or Errno.ESRCH:
                        break;
                    case Errno.EACCES or Errno.EPERM:
                        summary.Denied++;
                        break;
                    default:
                        Fail(id, error);
                        break;
                }
            }
        }

        private static bool Match(IReadOnlyList<Wildcard> names, string name, bool[] found)
        {
            bool any = false;
            for (int i = 0; i < names.Count; i++)
            {
                bool matches = names[i].IsMatch(name.AsSpan());
                found[i] |= matches;
                any |= matches;
            }

            return any;
        }

        private Errno ReadOne(ProcessDirectory process)
        {
            Errno error = TryRead(process);
            if (error is not (Errno.ENODATA or Errno.ENOENT or Errno.ESRCH))
            {
                return error;
            }

            using ProcessDirectory? thread = process.OpenLivingThread();
            error = thread is null ? error : TryRead(thread);
            return error == Errno.ENODATA ? Errno.None : error;
        }

        private Errno TryRead(ProcessDirectory process)
        {
            try
            {
                return read(process, item => emit(Outcome<T>.Of(item)));
            }
            catch (ProcException error) when (error.ErrorNumber != 0)
            {
                return (Errno)error.ErrorNumber;
            }
            catch (ProcException error)
            {
                emit(Outcome<T>.Failed(error));
                return Errno.None;
            }
        }

        private void Fail(int id, Errno error)
        {
            bool isMissing = error is Errno.ENOENT or Errno.ESRCH;
            emit(Outcome<T>.Failed(isMissing ? WhyMissing(id) : ProcException.FromError(error, $"{selection.Root.Path}/{id}/{file}")));
        }

        // A zombie and a kernel thread lack files that others have, and a kernel lacks what it was not built with.
        private ProcException WhyMissing(int id)
        {
            using var process = ProcessDirectory.Open(selection.Root, id, _scope, out _);
            if (process is null || (process.Identity is null && selection.Root.IsLive))
            {
                return ProcException.NoProcess(selection.Root, id);
            }

            string path = $"{process.Path}/{file}";
            if (process.Identity is not { } identity)
            {
                return ProcException.FromError(Errno.ENOENT, path);
            }

            string? what = identity.IsKernelThread ? "a kernel thread" : identity.State == ProcessState.Zombie ? "a zombie" : null;
            return what is null
                ? new ProcException(ProcErrorKind.NotSupported, path, $"{path}: this kernel does not have the file.")
                : new ProcException(ProcErrorKind.NotFound, path, $"{path}: process {id} ({DisplayText.Escape(identity.Name)}) is {what}, which has none.");
        }
    }
}
