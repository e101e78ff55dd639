using Federation.Domain.Catalogs.Review;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>Writes rows and contents of entries before they are public.</summary>
internal sealed class DraftWriter(Connection connection)
{
    private readonly Statement row = connection.Prepare(
        "INSERT OR REPLACE INTO draft VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)");

    private readonly Statement content = connection.Prepare("INSERT OR IGNORE INTO draft_content VALUES (?1, ?2, ?3)");

    public void Write(DraftChanged changed)
    {
        var one = changed.Row;
        row.Bind(1, one.Unit.Value).Bind(2, one.Id.Value).Bind(3, (int)one.State).Bind(4, one.Step).Bind(5, (int)one.Kind).Bind(6, one.Title).Bind(7, (int)one.Attribute).Bind(8, one.Author)
            .Bind(9, string.Join('\n', one.Hands)).Bind(10, string.Join(' ', one.Tasks)).Bind(11, one.Round).Bind(12, one.At.UtcTicks);
        Bind(13, one.FormedOn);
        Bind(14, one.LastDay);
        Bind(15, one.PublishedOn);
        Bind(17, one.ReviewOn);
        _ = one.Hash is { } hash ? row.Bind(20, hash.ToBytes()) : row.BindNull(20);
        row.Bind(16, one.Breached ? 1 : 0).Bind(18, one.Reason).Bind(19, one.Basis).Run();
    }

    public void Write(DraftContentKept kept) => content.Bind(1, kept.Hash.ToBytes()).Bind(2, kept.MediaType).Bind(3, kept.Bytes.Span).Run();

    private void Bind(int parameter, DateOnly? day) => _ = day is { } known ? row.Bind(parameter, known.DayNumber) : row.BindNull(parameter);
}
