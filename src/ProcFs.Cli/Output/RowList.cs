using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs.Cli.Output;

/// <summary>One object with all its properties, one per line.</summary>
internal static class RowList
{
    private const string Separator = " : ";

    public static void Write(StandardOutput output, object row, int? width)
    {
        RowShape.Property[] properties = RowShape.Of(row.GetType()).Properties;
        var view = View.Find(row.GetType());
        int nameWidth = properties.Max(property => property.Name.Length);
        foreach (RowShape.Property property in properties)
        {
            string text = view?.Field(property.Name, name => view.Shape.Find(name)?.GetValue(row)) ?? CellText.Of(property.Get(row));
            int room = (width ?? int.MaxValue) - nameWidth - Separator.Length;
            output.Write(property.Name.PadRight(nameWidth) + (text.Length > 0 ? Separator : Separator.TrimEnd()));
            WriteWrapped(output, text, nameWidth + Separator.Length, Math.Max(room, 1));
        }

        output.EndRow();
    }

    private static void WriteWrapped(StandardOutput output, string text, int indent, int room)
    {
        while (TextWidth.Of(text) > room)
        {
            string line = TextWidth.Prefix(text, room);
            int space = line.LastIndexOf(' ');
            int length = space > 0 ? space + 1 : line.Length;
            output.Write(string.Concat(text.AsSpan(0, length).TrimEnd(), "\n", new string(' ', indent)));
            text = text[length..];
        }

        output.Write(text + "\n");
    }
}
