using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProcFs.Cli.Output;

/// <summary>Rows as JSON: one array, or one object per line.</summary>
internal sealed class JsonRows(StandardOutput output, bool isArray) : IRowWriter, IDisposable
{
    // Text stays readable; quotes, backslashes and control characters are still escaped.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json = new(output, s_options);
    private bool _isBehindFirst;

    public void Write(object row)
    {
        if (isArray)
        {
            output.Write(_isBehindFirst ? ",\n" : "[\n");
        }

        _isBehindFirst = true;
        ItemJson.WriteRow(_json, row);
        _json.Flush();
        _json.Reset();
        if (!isArray)
        {
            output.Write("\n");
        }

        output.EndRow();
    }

    public void Complete()
    {
        if (isArray)
        {
            output.Write(_isBehindFirst ? "\n]\n" : "[]\n");
        }

        output.Flush();
        Dispose();
    }

    public void Dispose() => _json.Dispose();
}
