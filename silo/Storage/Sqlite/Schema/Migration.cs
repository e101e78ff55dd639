namespace Federation.Storage.Sqlite.Schema;

/// <summary>One numbered change of the schema. Once released it is never edited; a later one follows.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Sql">Statements, run in one transaction.</param>
internal sealed record Migration(int Number, string Name, string Sql);
