using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Time;

namespace Federation.Grains.Divisions;

/// <summary>The register of units, loaded once from the read model and kept in memory; trees are built per day and kept for the days last asked.</summary>
public sealed class LoadedDivisions(IReadModels readModels, TimeProvider clock) : IDivisions
{
    private const int DaysKept = 8;
    private readonly Lock gate = new();
    private readonly Dictionary<DateOnly, DivisionTree> trees = [];
    private DivisionRegister? register;

    /// <inheritdoc />
    public DivisionTree Today => AsOf(clock.Today());

    private DivisionRegister Register => register ?? throw new InvalidOperationException("the divisions are not loaded yet");

    /// <summary>Loads the register; call before the first question, and again after a change.</summary>
    /// <exception cref="InvalidDataException">The stored rows break a rule of the tree.</exception>
    public async Task Load(CancellationToken ct)
    {
        var rows = await readModels.Units(ct);
        var (loaded, findings) = DivisionRegister.Check(rows.Select((unit, index) => (index + 1, unit)));
        if (loaded is null)
            throw new InvalidDataException($"stored divisions break {findings.Length} rules, first: {findings[0].Code} {findings[0].TextEn}");
        lock (gate)
        {
            register = loaded;
            trees.Clear();
        }
    }

    /// <inheritdoc />
    public DivisionTree AsOf(DateOnly day)
    {
        lock (gate)
        {
            if (trees.TryGetValue(day, out var tree))
                return tree;
            if (trees.Count >= DaysKept)
                trees.Clear();
            return trees[day] = Register.AsOf(day);
        }
    }
}
