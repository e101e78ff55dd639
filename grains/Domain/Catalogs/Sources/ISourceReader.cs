using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Sources;

/// <summary>Fetches what a source lists.</summary>
public interface ISourceReader
{
    /// <summary>Fetches; every failure of the world is an answer, never an exception.</summary>
    /// <param name="settings">Where, within what limits.</param>
    /// <param name="etag">Version of the list that is known; empty: none.</param>
    /// <param name="ct">Ends it.</param>
    Task<SourceAnswer> Read(SourceSettings settings, string etag, CancellationToken ct);

    /// <summary>What can be said of an address before anything is asked of it; null: nothing. A name is judged when it is connected to.</summary>
    Finding? Refuses(string url);
}
