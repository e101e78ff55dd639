using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Gateway.Access;

namespace Federation.Host.Composition;

/// <summary>What happens once in the life of an installation: the tree of units is loaded, and the first administrator gets a token.</summary>
public static class FirstStart
{
    private const string Stream = "divisions/national";

    /// <summary>Loads the units when there are none yet. All rows become one event and their read model, or nothing does.</summary>
    /// <exception cref="InvalidDataException">The file breaks rules; the message names every finding by line.</exception>
    public static async Task LoadUnits(ILedger ledger, IReadModels readModels, HostSettings settings, TimeProvider clock, CancellationToken ct)
    {
        if ((await ledger.ReadStream(Stream, 0, ct)).Length > 0)
            return;
        var content = await File.ReadAllTextAsync(settings.DivisionsFile, ct);
        var (rows, faults) = DivisionCsv.Read(new StringReader(content));
        var (register, broken) = DivisionRegister.Check(rows);
        if (faults.Length + broken.Length > 0)
            throw new InvalidDataException($"{settings.DivisionsFile}:\n" + string.Join('\n', faults.Concat(broken).Select(f => $"  {f.Where}  {f.Code}  {f.Text} / {f.TextEn}")));

        var units = Limit(register!, settings.MostUnits).ToImmutableArray();
        var loaded = DivisionEventJson.Write(new UnitsLoaded(Path.GetFileName(settings.DivisionsFile), units));
        var append = new Append(Stream, 0, clock.GetUtcNow(), "system@000000", "", "", [loaded]) { Changes = [new UnitsChanged(units)] };
        await ledger.Append(append, ct);
    }

    /// <summary>A token of the first administrator, who may open periods, review and read everywhere.</summary>
    public static string AdministratorToken(SubjectTokens tokens) =>
        tokens.Issue(new Subject("admin", UnitId.Nation, [Role.Officer, Role.Reviewer, Role.Reader]), TimeSpan.FromDays(30));

    // Tree order, so that what is kept is connected: a unit stands after the one it hangs under.
    private static IEnumerable<Unit> Limit(DivisionRegister register, int? most)
    {
        if (most is null)
            return register.Rows.Where(u => u.Id != UnitId.Nation);
        var kept = new List<Unit>();
        var tree = register.AsOf(DateOnly.MaxValue.AddDays(-1));
        for (var order = 1; order < tree.Count && kept.Count < most; order++)
            kept.Add(tree[order]);
        return kept;
    }
}
