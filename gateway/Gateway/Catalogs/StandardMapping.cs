using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.Catalogs;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Gateway.Errors;
using Google.Protobuf.WellKnownTypes;
using BasisField = Federation.Domain.Catalogs.EntryFields;

namespace Federation.Gateway.Catalogs;

/// <summary>Standards as they travel.</summary>
public static class StandardMapping
{
    /// <summary>An item.</summary>
    public static V1.StandardItem ToProto(StandardItem item)
    {
        var proto = new V1.StandardItem { Id = item.Id, Title = item.Title, Required = item.Required };
        foreach (var (field, value) in item.Fields)
            proto.Fields[field] = value;
        proto.Levels.AddRange(item.Levels.Order().Select(Word));
        return proto;
    }

    /// <summary>Reads an item as callers write it; levels that are none are found.</summary>
    public static StandardItem Read(V1.StandardItem item, ICollection<Finding> findings)
    {
        var levels = ImmutableArray.CreateBuilder<Tier>();
        foreach (var word in item.Levels)
        {
            if (System.Enum.TryParse<Tier>(word, ignoreCase: true, out var tier) && Word(tier).Equals(word, StringComparison.OrdinalIgnoreCase))
                levels.Add(tier);
            else
                findings.Add(GatewayRules.UnknownChoice.At($"{item.Id}.{StandardItem.LevelsField}", $"没有层级“{word}”", $"there is no level '{word}'"));
        }
        return new StandardItem(
            item.Id, item.Title, item.Fields.Where(f => f.Value.Length > 0).ToImmutableSortedDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal), [.. levels.Distinct()], item.Required);
    }

    /// <summary>A version's name.</summary>
    public static V1.StandardVersion? ToProto(StandardVersion? version) => version is null ? null : new() { Owner = version.Owner.Value, Version = version.Version };

    /// <summary>A version.</summary>
    public static V1.Standard ToProto(StandardCatalog standard, DivisionTree tree, string onlyItem)
    {
        var proto = new V1.Standard { Of = ToProto(standard.Of), Name = NameOf(tree, standard.Of.Owner), Title = standard.Title, Basis = standard.Basis, Base = ToProto(standard.Base) };
        proto.Items.AddRange(standard.Items.Values.Where(i => onlyItem.Length == 0 || i.Id == onlyItem).Select(ToProto));
        return proto;
    }

    /// <summary>A version as the index names it.</summary>
    public static V1.StandardSummary ToProto(StandardRow row, DivisionTree tree) => new()
    {
        Of = ToProto(row.Of), Name = NameOf(tree, row.Of.Owner), Title = row.Title, Base = ToProto(row.Base), Items = row.Items, Hash = row.Hash.ToString(), At = row.At.ToTimestamp(),
    };

    /// <summary>A change from one version to another.</summary>
    public static V1.StandardChange ToProto(StandardChange change) =>
        new() { Item = change.Item, Title = change.Title, Field = change.Field, Before = change.Before, After = change.After };

    /// <summary>What a unit is working on.</summary>
    /// <param name="view">How it stands.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="tree">For names.</param>
    /// <param name="above">The version being taken over, with its items; null: none is.</param>
    /// <param name="findings">What was found beside the act.</param>
    public static V1.StandardDraft ToProto(StandardView view, UnitId unit, DivisionTree tree, StandardCatalog? above, ImmutableArray<Finding> findings)
    {
        var proto = new V1.StandardDraft
        {
            Unit = unit.Value, Name = NameOf(tree, unit), Revision = view.Revision, Version = view.Version, Ahead = view.IsAhead, Title = view.Title, Basis = view.Basis,
            Base = ToProto(view.Base), Above = ToProto(view.Above), Syncing = ToProto(view.Syncing),
        };
        proto.Items.AddRange(view.Items.Select(ToProto));
        var ours = view.Items.ToDictionary(i => i.Id, StringComparer.Ordinal);
        foreach (var step in view.Steps)
        {
            var (theirItem, ourItem) = (above?.Items.GetValueOrDefault(step.Item), ours.GetValueOrDefault(step.Item));
            proto.Steps.Add(new V1.MergeStep
            {
                Place = step.Place, Item = step.Item, Title = (theirItem ?? ourItem)?.Title ?? step.Before, Field = step.Field, Kind = (V1.MergeStep.Types.Kind)((int)step.Kind + 1),
                Before = step.Before, Theirs = step.Theirs, Ours = step.Ours, TheirsBasis = theirItem?[BasisField.Basis] ?? "", OursBasis = ourItem?[BasisField.Basis] ?? "",
                Open = view.Open.Any(o => o.Place == step.Place),
            });
        }
        foreach (var aside in view.SetAside)
            proto.SetAside[aside.Item] = aside.Reason;
        proto.Findings.AddRange(findings.Select(Refusals.ToProto));
        return proto;
    }

    /// <summary>How a unit stands, as figures.</summary>
    public static V1.GapFigures ToProto(GapList list, DivisionTree tree) => new()
    {
        Unit = list.Unit.Value, Name = NameOf(tree, list.Unit), Tier = Word(tree.Find(list.Unit)!.Tier), Standard = ToProto(list.Standard), Bound = list.Bound, Fulfilled = list.Fulfilled,
        SetAside = list.SetAside, Missing = list.Missing.Length,
    };

    private static string Word(Tier tier) => tier.ToString().ToLower(CultureInfo.InvariantCulture);

    private static string NameOf(DivisionTree tree, UnitId unit) => tree.Find(unit)?.Name ?? "";
}
