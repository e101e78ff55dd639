using Federation.Storage.Tests.Support;

namespace Federation.Storage.Tests.Conformance;

public sealed class MemoryAppendTests() : AppendConformance(TestStore.InMemory());

public sealed class MemoryOutboxTests() : OutboxConformance(TestStore.InMemory());

public sealed class MemoryPlanTests() : PlanConformance(TestStore.InMemory());

public sealed class MemoryCatalogTests() : CatalogConformance(TestStore.InMemory());

public sealed class MemoryStreamNamesTests() : StreamNamesConformance(TestStore.InMemory());
public sealed class MemoryStandardTests() : StandardConformance(TestStore.InMemory());
public sealed class MemoryDraftTests() : DraftConformance(TestStore.InMemory());

public sealed class MemoryReadModelTests() : ReadModelConformance(TestStore.InMemory());

public sealed class MemoryDueTests() : DueConformance(TestStore.InMemory());
