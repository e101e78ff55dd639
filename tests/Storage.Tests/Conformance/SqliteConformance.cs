using Federation.Storage.Tests.Support;

namespace Federation.Storage.Tests.Conformance;

public sealed class SqliteAppendTests() : AppendConformance(TestStore.OnSqlite());

public sealed class SqliteOutboxTests() : OutboxConformance(TestStore.OnSqlite());

public sealed class SqlitePlanTests() : PlanConformance(TestStore.OnSqlite());

public sealed class SqliteCatalogTests() : CatalogConformance(TestStore.OnSqlite());

public sealed class SqliteStreamNamesTests() : StreamNamesConformance(TestStore.OnSqlite());
public sealed class SqliteStandardTests() : StandardConformance(TestStore.OnSqlite());
public sealed class SqliteDraftTests() : DraftConformance(TestStore.OnSqlite());

public sealed class SqliteReadModelTests() : ReadModelConformance(TestStore.OnSqlite());

public sealed class SqliteDueTests() : DueConformance(TestStore.OnSqlite());
