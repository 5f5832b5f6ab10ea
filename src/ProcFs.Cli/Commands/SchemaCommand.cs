using System.CommandLine;
using System.Text;
using System.Text.Json;
using ProcFs.Cli.Output;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs schema</c>: the JSON Schema of a type.</summary>
internal static class SchemaCommand
{
    private static readonly Lazy<SortedDictionary<string, Type>> s_types = new(FindAll);

    public static Command Create(StandardOutput output)
    {
        var name = new Argument<string>("type")
        {
            Description = "A type, such as FileDescriptor, or the path of a file, such as 1/status or meminfo.",
            HelpName = "type or path",
        };
        name.CompletionSources.Add(_ => s_types.Value.Keys);
        var command = new ExampleCommand("schema", "Describes the JSON of a type as JSON Schema: its properties, their types and units.")
        {
            Examples =
            [
                ("procfs schema FileDescriptor", "what procfs fd --json writes"),
                ("procfs schema meminfo | jq '.properties.Available'", "the unit of one property"),
            ],
        };
        command.Arguments.Add(name);
        command.Validators.Add(result =>
        {
            if (result.GetValue(name) is { } typed && Find(typed) is null)
            {
                result.AddError($"No type or typed file is named \"{typed}\".");
            }
        });
        command.SetAction(parsed =>
        {
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
            {
                new ItemSchema(json).Write(Find(parsed.GetValue(name)!)!);
            }

            output.Write(Encoding.UTF8.GetString(buffer.ToArray()) + "\n");
        });
        return command;
    }

    private static Type? Find(string typed)
    {
        if (s_types.Value.TryGetValue(typed, out Type? known))
        {
            return known;
        }

        string[] path = PathArgument.RelativeTo(new ProcRoot(), typed).Split('/');
        path[0] = path[0] is "self" or "thread-self" ? "1" : path[0];
        return Catalog.Find(string.Join('/', path))?.ItemType;
    }

    private static SortedDictionary<string, Type> FindAll()
    {
        var types = new SortedDictionary<string, Type>(StringComparer.OrdinalIgnoreCase);
        foreach (Type type in Catalog.All.Select(entry => entry.ItemType).OfType<Type>().Concat(Views.View.All.Select(view => view.Type)))
        {
            types[type.Name] = type;
        }

        return types;
    }
}
