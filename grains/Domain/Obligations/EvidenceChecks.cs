namespace Federation.Domain.Obligations;

/// <summary>Says what the system could find of a piece of evidence, and why not more.</summary>
public static class EvidenceChecks
{
    /// <summary>The sentence for one piece.</summary>
    public static Because Of(EvidenceItem item) => item switch
    {
        { Kind: EvidenceKind.ReportCell } => new("系统已自签发的报告读取", "read by the system from the sealed report"),
        { Check: EvidenceCheck.Verified } => new("系统已核对,确有其物", "seen by the system"),
        { Kind: EvidenceKind.File } => new("文件未存入本系统,仅有哈希,系统无从核验", "the file is not stored in the system: of its hash alone nothing can be verified"),
        { Kind: EvidenceKind.CatalogEntry } => new("给出时目录尚未接入,未核对", "no catalog was connected when it was given: not checked"),
        { Kind: EvidenceKind.RegisterCount } => new("台账尚未接入,未核对", "no register is connected yet: not checked"),
        _ => new("单位自报,系统无从核对", "the unit's own word: the system cannot check it"),
    };
}
