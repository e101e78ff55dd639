using Federation.Web.Text;

namespace Federation.Web.Pages;

/// <summary>What every page knows about its request.</summary>
/// <param name="Words">Sentences in the reader's language.</param>
/// <param name="Here">Path and query of the page without the language, for example <c>/missing/500151/annual-2025?after=4</c>.</param>
public sealed record PageFrame(Words Words, string Here)
{
    /// <summary>Who is signed in; null when nobody is.</summary>
    public Domain.Authority.Subject? By { get; init; }

    /// <summary>What forms of the page carry against forgery; empty on pages that only show.</summary>
    public string FormToken { get; init; } = "";

    /// <summary>Address of the same page in another language.</summary>
    public string In(Words other) => Here + (Here.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "lang=" + other.Code;
}
