using CsCheck;
using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs.Fuzzing;

/// <summary>Properties of all grammars: what is written to a file in their format is read back, in order, whatever the names and values.</summary>
public sealed class GrammarPropertyTests
{
    // One thread: a source keeps texts for its reader, of which there is one at a time.
    private static readonly Gen<(string Name, string Value)[]> s_fields = Gen.Select(ByteStrings.Word, ByteStrings.Word).Array[0, 12];

    [Theory]
    [InlineData(':')]
    [InlineData('=')]
    [InlineData(' ')]
    public void Every_key_and_value_is_kept(char separator) => s_fields.Sample(
        fields =>
        {
            (string Name, string Value)[] written = [.. fields.Select(field => ($"new{field.Name}", field.Value)).DistinctBy(field => field.Item1)];
            var cell = new Cell();
            string text = string.Concat(written.Select(field => $"{field.Name}{separator}{field.Value}\n"));
            KeyValues.Read(GrammarFile.Bytes(text), cell, GrammarFile.Source, (byte)separator);
            return cell.Additional.Select(field => (field.Key, field.Value)).SequenceEqual(written);
        },
        iter: ByteStrings.Inputs, threads: 1);

    [Fact]
    public void Every_column_is_found_by_its_name() => Gen.Select(s_fields, Gen.Int[1, 5]).Sample(
        (fields, count) =>
        {
            (string Name, string Value)[] columns = [.. fields.Select(field => ($"new{field.Name}", field.Value)).DistinctBy(field => field.Item1)];
            string header = string.Join(' ', columns.Select(column => column.Name).Append("name"));
            string rows = string.Concat(Enumerable.Range(0, count).Select(row => $"{string.Join("  ", columns.Select(column => column.Value).Append($"row{row}"))}\n"));
            (List<Cell> read, List<ProcException> errors) = GrammarFile.Read<Cell>($"{header}\n{rows}", (source, emit) => HeaderedLines.Read(source, _ => new Cell(), emit));
            return errors.Count == 0
                && read.Select(row => row.Name).SequenceEqual(Enumerable.Range(0, count).Select(row => $"row{row}"))
                && read.TrueForAll(row => row.Additional.Select(field => (field.Key, field.Value)).SequenceEqual(columns));
        },
        iter: ByteStrings.Files, threads: 1);

    [Fact]
    public void Every_counter_of_a_pair_of_lines_is_found_by_its_name() => s_fields.Sample(
        fields =>
        {
            (string Name, string Value)[] written = [.. fields.Select(field => ($"new{field.Name}", field.Value)).DistinctBy(field => field.Item1)];
            var counters = new Counters();
            string text = $"Ip: {string.Join(' ', written.Select(field => field.Name))}\nIp: {string.Join(' ', written.Select(field => field.Value))}\n";
            PairedLines.Read(GrammarFile.Bytes(text), counters, GrammarFile.Source);
            return counters.Additional.Select(field => (field.Key, field.Value)).SequenceEqual(written.Select(field => ($"Ip.{field.Name}", field.Value)));
        },
        iter: ByteStrings.Inputs, threads: 1);

    [Fact]
    public void Every_block_is_one_object() => Gen.Int[0, 1_000_000].Array[0, 10].Sample(
        counts =>
        {
            string text = string.Concat(counts.Select((count, index) => $"name : n{index}\ncount : {count}\n\n"));
            (List<Cell> rows, List<ProcException> errors) = GrammarFile.Read<Cell>(
                text,
                (source, emit) => Blocks.ReadKeyValues(source, _ => new Cell(), "a block", emit));
            return errors.Count == 0 && rows.Select(row => row.Count).SequenceEqual(counts.Cast<int?>()) && rows.Select((row, index) => row.Name == $"n{index}").All(same => same);
        },
        iter: ByteStrings.Files, threads: 1);

    [Fact]
    public void Every_count_of_a_matrix_is_at_its_cpu() => Gen.Select(Gen.Int[0, 500].HashSet[1, 20], Gen.UInt.Array[1, 20]).Sample(
        (cpus, counts) =>
        {
            int[] columns = [.. cpus.Order()];
            uint[] row = [.. columns.Select((_, index) => counts[index % counts.Length])];
            string text = $"    {string.Join("   ", columns.Select(cpu => $"CPU{cpu}"))}\nLOC:  {string.Join("  ", row)}   Local timer\n";
            (List<string> rows, List<ProcException> errors) = GrammarFile.Read<string>(
                text,
                (source, emit) => Matrix.Read(
                    source,
                    (key, values, rest, places, _) => $"{LosslessText.Decode(key)} {string.Join(',', Matrix.ByColumn(values, places).OrderBy(count => count.Key))} {LosslessText.Decode(rest)}",
                    emit));
            string expected = $"LOC {string.Join(',', columns.Zip(row, (cpu, count) => KeyValuePair.Create(cpu, (long)count)))} Local timer";
            return errors.Count == 0 && rows.SequenceEqual([expected]);
        },
        iter: ByteStrings.Files, threads: 1);

    [Fact]
    public void No_bytes_are_more_than_an_odd_value() => ByteStrings.Any.Sample(
        bytes =>
        {
            var cell = new Cell();
            var counters = new Counters();
            KeyValues.Read(bytes, cell, GrammarFile.Source);
            PairedLines.Read(bytes, counters, GrammarFile.Source);
            return cell.Unavailable.Count >= 0 && counters.Additional.Count >= 0;
        },
        iter: ByteStrings.Inputs, threads: 1);
}
