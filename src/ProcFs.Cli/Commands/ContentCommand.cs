using System.CommandLine;
using ProcFs.Cli.Output;
using ProcFs.Text;
using ProcFs.Tree;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs cat</c>: the content of files, byte by byte.</summary>
internal static class ContentCommand
{
    private const int BufferSize = 64 * 1024;

    public static Command Create(StandardOutput output)
    {
        Argument<string[]> paths = PathArgument.CreateMany();
        var raw = new Option<bool>("--raw") { Description = "Write the bytes as they are, even to a terminal." };
        var command = new ExampleCommand("cat", "Writes the content of files. NUL-terminated entries are written as lines; on a terminal, control characters are escaped.")
        {
            Examples =
            [
                ("procfs cat version", "the text from the kernel"),
                ("procfs cat 1/cmdline", "one argument per line"),
                ("procfs cat --raw 1/environ | xargs -0 -n 1 echo", "the exact bytes"),
                ("procfs cat 4242/fd/9 > rescued", "the file behind a descriptor, deleted or not"),
            ],
        };
        command.Arguments.Add(paths);
        command.Options.Add(raw);
        command.SetAction(parsed =>
        {
            using var session = new Session(parsed.GetValue(ProcFsCommand.Root)!, output);
            bool isRaw = parsed.GetValue(raw);
            return session.Run(() =>
            {
                foreach (string path in parsed.GetValue(paths)!)
                {
                    session.Try(() => Copy(session, path, isRaw));
                }
            });
        });
        return command;
    }

    private static void Copy(Session session, string path, bool isRaw)
    {
        ProcNode node = new ProcTree(session.Root).Get(PathArgument.RelativeTo(session.Root, path));
        if (node is not IReadableNode readable)
        {
            throw new ProcException(ProcErrorKind.NotSupported, node.Path, $"{node.Path}: a {$"{node.Kind}".ToLowerInvariant()} has no content.");
        }

        using Stream content = readable.OpenRead();
        bool isEscaped = !isRaw && Terminal.IsOutput;
        bool splits = !isRaw && readable.EndsEntriesWithNul;
        byte[] buffer = new byte[BufferSize];
        int kept = 0;
        int count;
        while ((count = content.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            session.Stopped.ThrowIfCancellationRequested();
            Span<byte> bytes = buffer.AsSpan(0, kept + count);
            if (splits)
            {
                bytes.Replace((byte)0, (byte)'\n');
            }

            kept = Write(session.Output, bytes, isEscaped);
            buffer.AsSpan(bytes.Length - kept, kept).CopyTo(buffer);
        }

        WriteEscaped(session.Output, LosslessText.Decode(buffer.AsSpan(0, kept)));
    }

    // Returns the number of trailing bytes to combine with the next ones, because the buffer can split a character.
    private static int Write(StandardOutput output, ReadOnlySpan<byte> bytes, bool isEscaped)
    {
        int kept = 0;
        if (isEscaped)
        {
            kept = LengthOfPart(bytes);
            WriteEscaped(output, LosslessText.Decode(bytes[..^kept]));
        }
        else
        {
            bytes.CopyTo(output.GetSpan(bytes.Length));
            output.Advance(bytes.Length);
        }

        output.EndRow();
        return kept;
    }

    private static void WriteEscaped(StandardOutput output, string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string[] fields = lines[i].Split('\t');
            output.Write(string.Join('\t', fields.Select(DisplayText.Escape)));
            output.Write(i + 1 < lines.Length ? "\n" : "");
        }
    }

    private static int LengthOfPart(ReadOnlySpan<byte> bytes)
    {
        for (int length = 1; length <= 3 && length < bytes.Length; length++)
        {
            byte first = bytes[^length];
            if (first >= 0xC0)
            {
                int whole = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
                return whole > length ? length : 0;
            }

            if (first < 0x80)
            {
                return 0;
            }
        }

        return 0;
    }
}
