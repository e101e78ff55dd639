namespace Federation.Documents.Spreadsheets;

/// <summary>Looks of a cell; the number is the index into the styles part, written by <see cref="StylesPart"/> in this order.</summary>
internal enum SheetStyle
{
    Plain,
    Title,
    Note,
    Heading,
    RowHeading,

    /// <summary>A count to be filled in: unlocked.</summary>
    Count,

    /// <summary>An amount to be filled in: unlocked.</summary>
    Amount,

    /// <summary>A sum: locked.</summary>
    Sum,

    /// <summary>A sum that differs from its parts as it was filed: unlocked, marked.</summary>
    TypedSum,

    /// <summary>A figure carried over from another document: locked, marked.</summary>
    Carried,
    Key,
    Value,
    Prose,
    Machine,
}
