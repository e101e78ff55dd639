namespace Federation.Benchmarks;

/// <summary>What is measured and on how much.</summary>
/// <param name="Units">Territories that file; null: all.</param>
/// <param name="Only">The one part to measure; null: all.</param>
/// <param name="Entries">Entries of catalogs across the province.</param>
/// <param name="Seed">Seed of the figures and of every order drawn.</param>
internal sealed record BenchSettings(int? Units, Part? Only, int Entries, int Seed)
{
    public bool Wants(Part part) => Only is null || Only == part;

    /// <summary>Everything but the engine alone reads what a surge has left.</summary>
    public bool NeedsInstallation => Only is not Part.Engine;
}

/// <summary>Parts that can be measured by themselves.</summary>
internal enum Part
{
    Surge,
    Reads,
    Freshness,
    Engine,
    Start,
    Floors,
    Plan,
    Catalog,
}
