namespace Federation.Domain.Reports.Prose;

/// <summary>What a word does in a clause that states a figure.</summary>
internal enum WordKind
{
    /// <summary>Says nothing of which figure is meant.</summary>
    Filler,

    /// <summary>其中: parts follow.</summary>
    Among,

    /// <summary>件 without its number.</summary>
    BareMeasure,

    /// <summary>未, 没有: none.</summary>
    None,

    /// <summary>上年: the figure is that of the year before.</summary>
    LastYear,

    /// <summary>申请: an application is meant.</summary>
    Application,

    /// <summary>Received, carried or handled; meaning: admissible readings, each rows joined by +, parted by |.</summary>
    Flow,

    /// <summary>An outcome; meaning: a row or <c>rows*</c>.</summary>
    Outcome,

    /// <summary>A kind of applicant; meaning: columns joined by +.</summary>
    Applicant,

    /// <summary>Review or suit; meaning: groups of table four joined by +.</summary>
    Case,

    /// <summary>A ruling; meaning: a column of table four.</summary>
    Ruling,

    /// <summary>发生, 被提起: how a case comes about.</summary>
    CaseVerb,

    /// <summary>规章 or 规范性文件; meaning: a row of table two.</summary>
    Document,

    /// <summary>Issued, repealed, in force; meaning: a column of table two.</summary>
    DocumentVerb,

    /// <summary>行政许可, 行政处罚, 行政强制; meaning: a row of table two.</summary>
    Act,

    /// <summary>作出: an act was done.</summary>
    ActVerb,

    /// <summary>行政事业性收费.</summary>
    Charge,

    /// <summary>收取: a charge was taken.</summary>
    ChargeVerb,
}

/// <summary>A word and what it does.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Meaning">Which figure; see <see cref="WordKind"/>.</param>
internal readonly record struct ProseWord(WordKind Kind, string Meaning);
