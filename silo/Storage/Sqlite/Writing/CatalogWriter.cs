using System.Buffers.Binary;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Standards;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>Writes heads, rows and digest trees of catalogs, and content.</summary>
internal sealed class CatalogWriter(Connection connection)
{
    private const int BranchSize = Digest.Length + sizeof(int);
    private readonly Statement head = connection.Prepare("INSERT OR REPLACE INTO catalog VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    private readonly Statement row = connection.Prepare("INSERT OR REPLACE INTO entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)");
    private readonly Statement feed = connection.Prepare("INSERT INTO catalog_feed (catalog, entry, seq) VALUES (?1, ?2, ?3)");
    private readonly Statement fold = connection.Prepare("DELETE FROM digest_node WHERE catalog = ?1 AND prefix >= ?2 AND prefix < ?2 || 'g'");
    private readonly Statement node = connection.Prepare("INSERT OR REPLACE INTO digest_node VALUES (?1, ?2, ?3)");
    private readonly Statement unlink = connection.Prepare("DELETE FROM entry_link WHERE catalog = ?1 AND entry = ?2");
    private readonly Statement link = connection.Prepare("INSERT OR IGNORE INTO entry_link VALUES (?1, ?2, ?3, ?4, ?5)");
    private readonly Statement content = connection.Prepare("INSERT OR IGNORE INTO content VALUES (?1, ?2, ?3)");

    private readonly Statement standard = connection.Prepare("INSERT OR REPLACE INTO standard VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    private readonly Statement takeUp = connection.Prepare("DELETE FROM set_aside WHERE unit = ?1");
    private readonly Statement setAside = connection.Prepare("INSERT INTO set_aside VALUES (?1, ?2, ?3)");

    public void Write(CatalogChanged changed)
    {
        Write(changed.Head);
        foreach (var one in changed.Rows)
            Write(one);
        foreach (var prefix in changed.Folded)
            fold.Bind(1, changed.Head.Unit.Value).Bind(2, prefix).Run();
        foreach (var one in changed.Nodes)
            node.Bind(1, changed.Head.Unit.Value).Bind(2, one.Prefix).Bind(3, Bytes(one)).Run();
    }

    public void Write(EntryLinksChanged changed)
    {
        unlink.Bind(1, changed.Catalog.Value).Bind(2, changed.Id.Value).Run();
        foreach (var one in changed.Links)
        {
            link.Bind(1, changed.Catalog.Value).Bind(2, changed.Id.Value).Bind(3, (int)one.Relation)
                .Bind(4, (one.Catalog ?? changed.Catalog).Value).Bind(5, one.Entry.Value).Run();
        }
    }

    public void Write(ContentKept kept) => content.Bind(1, kept.Hash.ToBytes()).Bind(2, kept.MediaType).Bind(3, kept.Bytes.Span).Run();

    public void Write(StandardVersionAdded added)
    {
        var content = StandardJson.Bytes(added.Standard);
        standard.Bind(1, added.Standard.Of.Owner.Value).Bind(2, added.Standard.Of.Version).Bind(3, added.At.UtcTicks).Bind(4, added.Standard.Title);
        _ = added.Standard.Base is { } above ? standard.Bind(5, above.Owner.Value).Bind(6, above.Version) : standard.BindNull(5).BindNull(6);
        standard.Bind(7, added.Standard.Items.Count).Bind(8, Digest.Of(content).ToBytes()).Bind(9, content).Run();
    }

    public void Write(SetAsideChanged changed)
    {
        takeUp.Bind(1, changed.Unit.Value).Run();
        foreach (var (item, reason) in changed.Items)
            setAside.Bind(1, changed.Unit.Value).Bind(2, item).Bind(3, reason).Run();
    }

    private void Write(CatalogHead one)
    {
        head.Bind(1, one.Unit.Value).Bind(2, one.Seq).Bind(3, one.Whole.Digest.ToBytes()).Bind(4, one.Whole.Count);
        Bind(head, 5, one.ChangedAt?.UtcTicks);
        Bind(head, 6, one.RemovedOn?.DayNumber).Bind(7, one.RemovedCount).Bind(8, one.LastHold).Bind(9, CatalogHeadJson.Write(one)).Run();
    }

    private void Write(EntryRow one)
    {
        row.Bind(1, one.Catalog.Value).Bind(2, one.Id.Path).Bind(3, one.Id.Value).Bind(4, one.Seq).Bind(5, one.Revision);
        _ = one.Hash is { } hash ? row.Bind(6, hash.ToBytes()) : row.BindNull(6);
        row.Bind(7, (int)one.Kind).Bind(8, one.Title).Bind(9, (int)one.Attribute).Bind(10, (int)one.Validity).Bind(11, one.IndexNumber).Bind(12, one.StandardItem).Bind(13, one.Domain);
        Bind(row, 14, one.FormedOn?.DayNumber);
        Bind(row, 15, one.PublishedOn?.DayNumber).Bind(16, one.Origin).Bind(17, one.At.UtcTicks).Run();
        feed.Bind(1, one.Catalog.Value).Bind(2, one.Id.Value).Bind(3, one.Seq).Run();
    }

    private static byte[] Bytes(DigestNode one)
    {
        var bytes = new byte[DigestNode.Width * BranchSize];
        for (var i = 0; i < DigestNode.Width; i++)
        {
            one.Branches[i].Digest.Write(bytes.AsSpan(i * BranchSize));
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan((i * BranchSize) + Digest.Length), one.Branches[i].Count);
        }
        return bytes;
    }

    private static Statement Bind(Statement to, int parameter, long? value) => value is { } known ? to.Bind(parameter, known) : to.BindNull(parameter);
}
