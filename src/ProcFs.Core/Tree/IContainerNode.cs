using ProcFs.Text;

namespace ProcFs.Tree;

/// <summary>A node that has children.</summary>
public interface IContainerNode
{
    /// <summary>Passes on the children whose names match, in order: numbers first, then names.</summary>
    /// <param name="filter">The filter for names; null for all.</param>
    /// <param name="emit">Receives each child.</param>
    /// <param name="report">Receives the error of a child or line; the reading continues after it.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="ProcException">The folder or table cannot be read.</exception>
    void ReadChildren(Wildcard? filter, Action<ProcNode> emit, Action<ProcException> report, CancellationToken cancellation);
}
