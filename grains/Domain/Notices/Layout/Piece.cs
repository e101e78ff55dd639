namespace Federation.Domain.Notices.Layout;

/// <summary>What a piece of text is to the rules that read facts.</summary>
internal enum PieceKind
{
    /// <summary>Part of the page, not of the notice.</summary>
    Furniture,

    /// <summary>Title, number, addressees, signature, list of attachments.</summary>
    Frame,

    /// <summary>Running text.</summary>
    Prose,

    /// <summary>A cell that names who leads.</summary>
    LeadCell,

    /// <summary>A cell or line that names who is responsible.</summary>
    ResponsibleCell,

    /// <summary>A cell or line that names who supports.</summary>
    SupportCell,

    /// <summary>A cell or line that says by when or how often.</summary>
    TimeCell,
}

/// <summary>A piece of the regular text: a line, a sentence run without a break, or a cell.</summary>
/// <param name="Start">Place in the regular text.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Row">Number of the table row it stands in, from 1; 0 outside tables.</param>
internal readonly record struct Piece(int Start, string Text, PieceKind Kind, int Row = 0);
