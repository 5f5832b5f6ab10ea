using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProcFs.Generators;

/// <summary>
/// Implements <c>IFields</c> for each type marked <c>[Fields]</c>: the table of its keys, the setter of each, and the record of which properties the file has set
/// and why the others are null.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class FieldsGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<(string Name, string Source)> sources = context.SyntaxProvider.ForAttributeWithMetadataName(
            FieldsType.AttributeName,
            static (node, _) => node is ClassDeclarationSyntax,
            static (found, _) =>
            {
                var type = new FieldsType((INamedTypeSymbol)found.TargetSymbol);
                return (type.FileName, new FieldsWriter(type).Write());
            });
        context.RegisterSourceOutput(sources, static (output, file) => output.AddSource(file.Name, SourceText.From(file.Source, Encoding.UTF8)));
    }
}
