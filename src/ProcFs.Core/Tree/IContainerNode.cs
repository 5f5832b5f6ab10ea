using ProcFs.Text;

namespace ProcFs.Tree;

/// <summary>A node that has children.</summary>
public interface IContainerNode
{
    /// <summary>Hands over the children whose names match, in order: numbers first, then names.</summary>
    /// <param name="filter">What the names have to match; null for all.</param>
    /// <param name="emit">Gets each child.</param>
    /// <param name="report">Gets what went wrong with one child or line; the reading goes on behind it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ProcException">The folder or table cannot be read.</exception>
    void ReadChildren(Wildcard? filter, Action<ProcNode> emit, Action<ProcException> report, CancellationToken cancellation);
}
