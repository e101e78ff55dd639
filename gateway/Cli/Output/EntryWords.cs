using Federation.Domain.Catalogs;

namespace Federation.Cli.Output;

/// <summary>The words of entries as people read them: Chinese from the one list of the domain, English as the interface says them.</summary>
internal static class EntryWords
{
    public static string Kind(string word, Words words) => words[CatalogWords.KindOf(word)?.Zh() ?? word, word];

    public static string Disclosure(string word, Words words) => word.Length == 0 ? "" : words[CatalogWords.AttributeOf(word)?.Zh() ?? word, word];

    public static string Validity(string word, Words words) => word.Length == 0 ? "" : words[CatalogWords.StateOf(word)?.Zh() ?? word, word.Replace('-', ' ')];

    public static string Relation(string word, Words words) => words[CatalogWords.RelationOf(word)?.Zh() ?? word, word];

    public static string Field(string id, Words words) => EntryFields.Find(id) is { } field ? words[field.Zh, field.En] : id;

    /// <summary>What was done on an entry before it was public.</summary>
    public static string Act(string kind, Words words) => kind switch
    {
        "draft-saved" => words["起草、修改", "written"],
        "draft-handed-in" => words["送审", "handed in"],
        "step-passed" => words["通过", "passed"],
        "draft-returned" => words["退回", "returned"],
        "entry-withheld" => words["不予公开", "withheld"],
        "look-fell-due" => words["复核到期", "look fell due"],
        "entry-published" => words["公开", "published"],
        "entry-clashed" => words["与目录冲突", "clashed with the catalog"],
        "entry-not-taken" => words["目录未收录", "not taken by the catalog"],
        "withdrawal-asked" => words["申请撤回", "withdrawal asked for"],
        "withdrawal-agreed" => words["同意撤回", "withdrawal agreed to"],
        "withdrawal-refused" => words["不同意撤回", "withdrawal refused"],
        "entry-withdrawn" => words["已撤回", "withdrawn"],
        "limit-passed" => words["超过公开时限", "limit passed"],
        "validity-proposed" => words["时效待核", "validity to be decided"],
        "validity-decided" => words["时效已核", "validity decided"],
        _ => kind,
    };
}
