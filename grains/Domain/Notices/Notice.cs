using System.Collections.Immutable;

namespace Federation.Domain.Notices;

/// <summary>An item of the numbered tree of a notice, or a row of its table.</summary>
/// <param name="Path">Labels from the top, such as <c>一/(一)/1</c>; rows of a table end with <c>表/3</c>, dashes with <c>——2</c>, sub-points with 一是; <c>head</c> before the first number.</param>
/// <param name="Level">Depth of its number: 1 for 一、; 0 for the paragraphs before the first.</param>
/// <param name="Heading">First sentence or the line of the number, without the number.</param>
/// <param name="Text">Its own text made regular, without that of items below it.</param>
/// <param name="Span">Place of the text in the original.</param>
public sealed record NoticeItem(string Path, int Level, string Heading, string Text, TextSpan Span);

/// <summary>A sentence that sounds like a duty but in which no measure was understood. It is shown, never guessed.</summary>
public sealed record UnreadDuty(string Item, string Quote, TextSpan Span, string Rule);

/// <summary>A place of the text that seems damaged, with what it probably was. The text is left as it is until a person agrees.</summary>
/// <param name="Span">Place in the original.</param>
/// <param name="Was">The original characters.</param>
/// <param name="Proposed">What it probably was; several separated by 或 when it is open; empty when nothing can be proposed.</param>
/// <param name="Rule">Code of the rule.</param>
public sealed record TextProposal(TextSpan Span, string Was, string Proposed, string Rule);

/// <summary>A document a notice names by number.</summary>
/// <param name="Number">With 〔〕, for example 国办发〔2016〕19号.</param>
/// <param name="Span">Place in the original.</param>
/// <param name="Proposed">True when brackets or 号 were lost and the number is a proposal.</param>
public sealed record CitedDocument(string Number, TextSpan Span, bool Proposed);

/// <summary>公文: a notice as read. Nothing in it is typed in; every part has a place in the original.</summary>
/// <param name="Text">The text and its map.</param>
/// <param name="Title">Title, or null when none was found.</param>
/// <param name="Issuer">Issuing body, or null.</param>
/// <param name="Number">Its own number, or null.</param>
/// <param name="Date">Date under it, else of its printing, else of the page; null when none.</param>
/// <param name="Year">Year its dates count in: of the title, else of the date; null when none.</param>
/// <param name="Addressees">主送机关 as written; empty when none.</param>
/// <param name="Cites">Documents it names, in order, each once.</param>
/// <param name="BasedOn">The one it carries out, usually the nearest above; null when it names none.</param>
/// <param name="Items">The tree in order.</param>
/// <param name="Facts">In order of place.</param>
/// <param name="Unread">Sentences left to a person.</param>
/// <param name="Proposals">Damage that was not mended by itself.</param>
public sealed record Notice(
    NoticeText Text, string? Title, string? Issuer, string? Number, DateOnly? Date, int? Year, string Addressees, ImmutableArray<CitedDocument> Cites, string? BasedOn,
    ImmutableArray<NoticeItem> Items, ImmutableArray<NoticeFact> Facts, ImmutableArray<UnreadDuty> Unread, ImmutableArray<TextProposal> Proposals);
