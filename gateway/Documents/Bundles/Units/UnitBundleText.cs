using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;

namespace Federation.Documents.Bundles.Units;

/// <summary>What a bundle says of itself.</summary>
internal static class UnitBundleText
{
    public static string ReadMe(UnitId unit, string name, bool isPublic, Digest digest) => $$"""
        # {{name}} ({{unit}})

        本单位在政府信息公开系统中的全部数据{{(isPublic ? "(公开部分:公开目录及其历史、已公布的报告)" : "")}},均为普通文件,不依赖原系统即可阅读和核对。
        Everything of this unit{{(isPublic ? " that everybody may read: its catalog with its history, and its published reports" : "")}}, in plain files that can be read and checked without the system they come from.

        | 文件 file | 内容 content |
        |---|---|
        | index.html, site/ | 可离线浏览的网页:目录、每条一页、已公布的年度报告 / pages to read offline: the catalog, one page an entry, published annual reports |
        | manifest.json | 每个文件的字节数和 SHA-256,每条历史的结尾 / size and SHA-256 of every file, end of every stream |
        | catalog/entries.jsonl | 公开目录,每行一条,规范形式;一行的 SHA-256 即该条目的哈希 / entries, one canonical form a line; the SHA-256 of a line is the hash of its entry |
        | catalog/tombstones.jsonl | 已删除的条目及理由 / removed entries, with the reason |
        | contents/HASH | 正文和附件{{(isPublic ? "" : "(含未公开的草稿)")}},以 SHA-256 命名,类型见 contents.jsonl / texts and files{{(isPublic ? "" : ", those of drafts among them")}}, named by their SHA-256; media types in contents.jsonl |
        | reports/ | 已签发的报告,每版一个文件 / sealed reports, one file a version |
        | streams/NNNN.jsonl | 全部历史,每行一个事件,按先后排列 / the whole history, one event a line, in order |
        | manifest.sig, seal-key.pem | 清单的签名及其公钥 / signature of the manifest, and its public key |
        | verify.sh, verify.py | 核对工具 / the checks |

        ## 核对 To check

            sh verify.sh        sha256sum 核对每个文件 / every file against the manifest
            python3 verify.py   另核对哈希链和目录摘要,只需标准库 / chains and digest as well, standard library only

            openssl dgst -sha256 -verify seal-key.pem -signature manifest.sig manifest.json   签名 / the signature

        签名只证明清单未被改动;是否出自该系统,请将 seal-key.pem 与其网站 /.well-known/federation-seal-key.pem 公布的公钥比对。
        The signature proves that the manifest was not altered; that it comes from the system is proved by comparing seal-key.pem with the key that its website publishes.

        ## 事件的哈希 Hash of an event

        SHA-256( prevHash | text(stream) | int(seq) | int(ticks) | text(actor) | text(onBehalfOf) | text(key) | text(kind) | int(kindVersion) | int(length of payload) | payload )

        int: 8 bytes, big-endian. text: int(length in bytes), then UTF-8. ticks: 100 ns since 0001-01-01T00:00:00Z. prevHash of the first event: 32 zero bytes.
        payload is the text of the member `payload`, byte for byte (or `payloadBase64` decoded).

        ## 目录摘要 Digest of the catalog

        {{digest}}

        path of an entry = first 60 bits of SHA-256(id). A place with at most 32 entries is SHA-256("L" | for each, by path, then id: id | 0x00 | hash of the entry);
        a place with more has 16 branches by the next 4 bits of the path and is SHA-256("N" | the 16 digests). No entries: 32 zero bytes.

        """.ReplaceLineEndings("\n");
}
