using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Runtime.Versioning;
using ProcFs.Cli.Export;

namespace ProcFs.Cli;

/// <summary><c>procfs export</c>, checked with the parser of a client library and against the kernel's files.</summary>
[SupportedOSPlatform("linux")]
public sealed class ExportTests(Capture capture) : IClassFixture<Capture>
{
    // Writes one line per sample: family, type, unit, sample, labels, value.
    private const string Parser = """
        import json, sys
        from prometheus_client.openmetrics.parser import text_fd_to_metric_families as parse
        for family in parse(open(sys.argv[1], encoding='utf-8', newline='\n')):
            for s in family.samples:
                print(json.dumps([family.name, family.type, family.unit, s.name, sorted(s.labels.items()), s.value]))
        """;

    [Fact]
    public void The_parser_of_a_client_library_accepts_it()
    {
        ProcFsProcess.Result export = ProcFsProcess.Run("export");
        Assert.Equal(0, export.Status);
        System.Text.Json.JsonElement[][] samples = [.. Parse(export.Bytes).Select(line => line.EnumerateArray().ToArray())];
        Assert.True(samples.Length > 100, $"There are only {samples.Length} samples.");
        Assert.Contains(samples, sample => sample[0].GetString() == "procfs_cpu_seconds" && sample[1].GetString() == "counter" && sample[2].GetString() == "seconds");
        Assert.Contains(samples, sample => sample[3].GetString() == "namedprocess_namegroup_num_procs");
        double total = samples.Single(sample => sample[3].GetString() == "procfs_memory_total_bytes")[5].GetDouble();
        string line = File.ReadLines("/proc/meminfo").First();
        Assert.Equal(double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024, total);
    }

    [Fact]
    public void Hostile_names_are_one_label_each()
    {
        ProcFsProcess.Result export = ProcFsProcess.Run("export", "--root", capture.Path);
        System.Text.Json.JsonElement[] samples = [.. Parse(export.Bytes).Where(sample => sample[3].GetString() == "namedprocess_namegroup_num_procs")];
        System.Text.Json.JsonElement group = Assert.Single(samples)[4][0];
        Assert.Equal("groupname", group[0].GetString());
        Assert.Equal(@"a) R\n\x1b[31m\xff", group[1].GetString());
    }

    [Fact]
    public void Values_of_a_capture_are_those_of_its_files()
    {
        string text = ProcFsProcess.Run("export", "--root", capture.Path).Output;
        Assert.Contains("namedprocess_namegroup_cpu_seconds_total{groupname=\"a) R\\\\n\\\\x1b[31m\\\\xff\",mode=\"user\"} 1.5\n", text, StringComparison.Ordinal);
        Assert.Contains(",memtype=\"resident\"} 2048000\n", text, StringComparison.Ordinal);
        Assert.Contains("namedprocess_namegroup_open_filedesc{groupname=\"a) R\\\\n\\\\x1b[31m\\\\xff\"} 4\n", text, StringComparison.Ordinal);
        Assert.Contains("procfs_boot_time_seconds 1700000000\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n# EOF\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("procfs_memory", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\"b\\c\nd", @"a\""b\\c\nd")]
    [InlineData("ä", "ä")]
    public void A_label_is_escaped(string name, string label)
    {
        var metric = Metric.Gauge("x", "Help with \\.");
        metric.Add(0.1 + 0.2, ("name", OpenMetricsText.LabelOf(name)));
        Assert.Equal($"# TYPE x gauge\n# HELP x Help with \\\\.\nx{{name=\"{label}\"}} 0.3\n# EOF\n", OpenMetricsText.Write([metric]));
    }

    [Theory]
    [InlineData("0.0.0.0:9256", "not a loopback address")]
    [InlineData("[::]:0", "not a loopback address")]
    [InlineData("192.0.2.1:80", "not a loopback address")]
    [InlineData(":9256", "not an address")]
    [InlineData("9256", "not an address")]
    [InlineData("127.0.0.1", "not an address")]
    [InlineData("example.com:80", "not an address")]
    public void Other_addresses_are_refused(string address, string message)
    {
        ProcFsProcess.Result result = ProcFsProcess.Run("export", "--listen", address);
        Assert.Equal(2, result.Status);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Bytes);
    }

    [Fact]
    public void A_file_appears_as_a_whole_and_nothing_is_left_beside_it()
    {
        string folder = Directory.CreateTempSubdirectory("procfs-").FullName;
        try
        {
            string file = Path.Combine(folder, "procfs.prom");
            File.WriteAllText(file, "old");
            ProcFsProcess.Result result = ProcFsProcess.Run("export", "--name", "dotnet*", "--output", file);
            Assert.Equal((0, ""), (result.Status, result.Output));
            Assert.EndsWith("# EOF\n", File.ReadAllText(file), StringComparison.Ordinal);
            Assert.Equal([file], Directory.GetFileSystemEntries(folder));
            Assert.Equal(1, ProcFsProcess.Run("export", "--output", $"{folder}/missing/x.prom").Status);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Counters_of_a_group_do_not_fall_when_a_process_ends()
    {
        using var first = System.Diagnostics.Process.Start("sh", ["-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; exec sleep 600"]);
        try
        {
            Serve("127.0.0.1:0", ["--name", "sh", "--name", "sleep"], address =>
            {
                string endpoint = address["http://".Length..].Split('/')[0];
                double before = 0;
                Assert.True(SpinWait.SpinUntil(
                    () => (before = Total(Request(Connect(endpoint), "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"))) > 0,
                    TimeSpan.FromSeconds(30)));
                first.Kill();
                first.WaitForExit();
                string after = Request(Connect(endpoint), "GET /metrics HTTP/1.1\r\n\r\n");
                Assert.True(Total(after) >= before, $"{before} has become {Total(after)}.");
            });
        }
        finally
        {
            first.Kill();
        }
    }

    [Fact]
    public void A_unix_socket_is_served_and_removed()
    {
        string folder = Directory.CreateTempSubdirectory("procfs-").FullName;
        string path = Path.Combine(folder, "s");
        try
        {
            using (var abandoned = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
            {
                abandoned.Bind(new UnixDomainSocketEndPoint(Path.Combine(folder, "a")));
                File.Move(Path.Combine(folder, "a"), path);
            }

            Serve(path, ["--name", "dotnet*"], _ =>
            {
                Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(path) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite));
                string answer = Request(Connect(path), "GET /metrics HTTP/1.1\r\n\r\n");
                Assert.StartsWith("HTTP/1.1 200 OK\r\nContent-Type: application/openmetrics-text; version=1.0.0; charset=utf-8\r\n", answer, StringComparison.Ordinal);
                Assert.EndsWith("# EOF\n", answer, StringComparison.Ordinal);
                Assert.StartsWith("HTTP/1.1 404", Request(Connect(path), "GET / HTTP/1.1\r\n\r\n"), StringComparison.Ordinal);
                Assert.StartsWith("HTTP/1.1 405", Request(Connect(path), "POST /metrics HTTP/1.1\r\n\r\n"), StringComparison.Ordinal);
                Assert.StartsWith("HTTP/1.1 400", Request(Connect(path), "nonsense\r\n\r\n"), StringComparison.Ordinal);
            });
            Assert.False(File.Exists(path));
            File.WriteAllText(path, "");
            Assert.Equal(2, ProcFsProcess.Run("export", "--listen", path).Status);
            Assert.True(File.Exists(path));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_name_that_leads_to_a_loopback_address_is_refused() => Serve("[::1]:0", ["--name", "dotnet*"], address =>
    {
        string endpoint = address["http://".Length..].Split('/')[0];
        Assert.StartsWith("HTTP/1.1 403", Request(Connect(endpoint), "GET /metrics HTTP/1.1\r\nHost: example.com\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", Request(Connect(endpoint), $"GET /metrics HTTP/1.1\r\nHost: {endpoint}\r\n\r\n"), StringComparison.Ordinal);
    });

    private static void Serve(string address, string[] arguments, Action<string> use)
    {
        using Process process = ProcFsProcess.Start([.. ProcFsProcess.Command, "export", .. arguments, "--listen", address]);
        try
        {
            string? line = process.StandardError.ReadLine();
            Assert.Contains("Serving metrics at ", line, StringComparison.Ordinal);
            use(line!.Split(' ')[^1]);
            ProcFsProcess.RunProgram("kill", "-TERM", $"{process.Id}");
            Assert.True(process.WaitForExit(5000), "SIGTERM did not end it.");
        }
        finally
        {
            process.Kill();
        }
    }

    private static Socket Connect(string address)
    {
        System.Net.EndPoint end = ListenAddress.Parse(address);
        var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = 20000 };
        socket.Connect(end);
        return socket;
    }

    private static string Request(Socket socket, string request)
    {
        using (socket)
        {
            socket.Send(Encoding.ASCII.GetBytes(request));
            using var stream = new NetworkStream(socket);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }

    private static double Total(string text) => text.Split('\n')
        .Where(line => line.StartsWith("namedprocess_namegroup_cpu_seconds_total", StringComparison.Ordinal))
        .Sum(line => double.Parse(line[line.LastIndexOf(' ')..], CultureInfo.InvariantCulture));

    private static System.Text.Json.JsonElement[] Parse(byte[] text)
    {
        string? python = Array.Find(["python3", "/usr/bin/python3"], name => ProcFsProcess.RunProgram("sh", "-c", "\"$0\" -c 'import prometheus_client'", name).Status == 0);
        Assert.SkipWhen(python is null, "The client library of Prometheus for Python is not installed (python3-prometheus-client).");
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, text);
            ProcFsProcess.Result parsed = ProcFsProcess.RunProgram(python!, "-c", Parser, file);
            Assert.Equal((0, ""), (parsed.Status, parsed.Error));
            return parsed.JsonLines;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
