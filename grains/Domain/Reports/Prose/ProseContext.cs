namespace Federation.Domain.Reports.Prose;

/// <summary>A local limit on the length of section one: data, because each city sets its own or none.</summary>
/// <param name="MaxCharacters">Most characters allowed, blanks and line ends not counted; null: no limit.</param>
/// <param name="Basis">Notice that sets it, as cited, for example 武政办发〔2025〕54号.</param>
public sealed record ProseLimits(int? MaxCharacters, string Basis);

/// <summary>What the prose of a report is read against, besides its own tables.</summary>
/// <param name="Year">Report year, for example 2024.</param>
/// <param name="LastYear">Figures of the same unit one year before; null when not known: growth is then judged by the sentence alone.</param>
/// <param name="UnitName">Name of the unit, so that a sentence of which it is the subject is understood; null when not known.</param>
/// <param name="Limits">Local limits; null: none.</param>
/// <param name="Drafting">True while the text is being written: blanks left to fill in are no fault yet.</param>
public sealed record ProseContext(int Year, Figures? LastYear = null, string? UnitName = null, ProseLimits? Limits = null, bool Drafting = false);
