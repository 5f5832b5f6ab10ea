using System.Runtime.InteropServices;
using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs;

/// <summary>Messages after the layout of struct proc_event in include/uapi/linux/cn_proc.h.</summary>
public sealed class ConnectorEventTests
{
    private const uint Fork = 1;
    private const uint Exec = 2;
    private const uint Uid = 4;
    private const uint Gid = 0x40;
    private const uint Comm = 0x200;
    private const uint Exit = 0x8000_0000;

    [Fact]
    public void A_fork_has_parent_and_child()
    {
        ConnectorEvent read = Read(Fork, 10, 11, 20, 21);
        Assert.Equal((ConnectorEventKind.Fork, 11, 20, 21, false), (read.Kind, read.ParentProcessId, read.ThreadId, read.ProcessId, read.IsOfProcess));
        Assert.Equal(1_234_567_890_123, read.Nanoseconds);
    }

    [Fact]
    public void An_execution_has_the_process()
    {
        ConnectorEvent read = Read(Exec, 20, 20);
        Assert.Equal((ConnectorEventKind.Exec, 20, true), (read.Kind, read.ProcessId, read.IsOfProcess));
    }

    [Theory]
    [InlineData(Uid)]
    [InlineData(Gid)]
    public void Credentials_are_unsigned(uint what)
    {
        ConnectorEvent read = Read(what, 20, 20, -2, 1000);
        Assert.Equal(((ConnectorEventKind)what, 4294967294u, 1000u), (read.Kind, read.RealId, read.EffectiveId));
    }

    [Fact]
    public void The_end_has_the_wait_status_and_since_4_18_the_parent()
    {
        ConnectorEvent read = Read(Exit, 20, 20, 0x89, 17, 10, 11);
        Assert.Equal((ConnectorEventKind.Exit, 0x89, 11), (read.Kind, read.WaitStatus, read.ParentProcessId));
        ConnectorEvent old = Read(Exit, 20, 20, 0x300, 17);
        Assert.Equal((0x300, 0), (old.WaitStatus, old.ParentProcessId));
    }

    [Fact]
    public void A_name_ends_at_the_nul()
    {
        ConnectorEvent read = Read(Comm, 20, 20, 0x64636261, 0x65, 0, 0);
        Assert.Equal("abcde"u8.ToArray(), read.Name);
    }

    [Fact]
    public void An_answer_has_the_number_of_the_request_and_the_error()
    {
        byte[] message = Message(0, 1);
        MemoryMarshal.Write(message.AsSpan(28), 78);
        Assert.True(ConnectorEvent.TryParse(message, out ConnectorEvent read));
        Assert.Equal((ConnectorEventKind.Answer, 78, Errno.EPERM), (read.Kind, read.Request, read.Error));
    }

    [Theory]
    [InlineData(Fork, 3)]
    [InlineData(Exec, 1)]
    [InlineData(Uid, 3)]
    [InlineData(Comm, 5)]
    [InlineData(Exit, 3)]
    public void A_short_message_is_none(uint what, int words) => Assert.False(ConnectorEvent.TryParse(Message(what, new int[words]), out _));

    [Fact]
    public void A_message_of_another_connector_is_none()
    {
        byte[] message = Message(Exec, 20, 20);
        MemoryMarshal.Write(message.AsSpan(16), 5);
        Assert.False(ConnectorEvent.TryParse(message, out _));
        Assert.False(ConnectorEvent.TryParse(message.AsSpan(0, 40), out _));
    }

    private static ConnectorEvent Read(uint what, params int[] data)
    {
        Assert.True(ConnectorEvent.TryParse(Message(what, data), out ConnectorEvent read));
        return read;
    }

    private static byte[] Message(uint what, params int[] data)
    {
        byte[] message = new byte[52 + (data.Length * sizeof(int))];
        MemoryMarshal.Write(message, message.Length);
        MemoryMarshal.Write(message.AsSpan(16), 1);
        MemoryMarshal.Write(message.AsSpan(20), 1);
        MemoryMarshal.Write(message.AsSpan(36), what);
        MemoryMarshal.Write(message.AsSpan(44), 1_234_567_890_123L);
        MemoryMarshal.AsBytes<int>(data).CopyTo(message.AsSpan(52));
        return message;
    }
}
