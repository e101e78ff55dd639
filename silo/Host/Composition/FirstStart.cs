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
        var units = await UnitFiles.Read(settings, ct);
        var loaded = DivisionEventJson.Write(new UnitsLoaded(Path.GetFileName(settings.DivisionsFile), units));
        var append = new Append(Stream, 0, clock.GetUtcNow(), "system@000000", "", "", [loaded]) { Changes = [new UnitsChanged(units)] };
        await ledger.Append(append, ct);
    }

    /// <summary>A token of the first administrator, who may open periods, review and read everywhere.</summary>
    public static string AdministratorToken(SubjectTokens tokens) =>
        tokens.Issue(new Subject("admin", UnitId.Nation, [Role.Officer, Role.Reviewer, Role.Reader]), TimeSpan.FromDays(30));
}
