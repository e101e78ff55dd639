using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Grpc.Reflection;

/// <summary>The files behind some services and everything they import, by name and by symbol.</summary>
internal sealed class SymbolIndex
{
    private readonly Dictionary<string, FileDescriptor> _files = [];
    private readonly Dictionary<string, FileDescriptor> _symbols = [];

    public SymbolIndex(IEnumerable<ServiceDescriptor> services)
    {
        foreach (var service in services)
            Add(service.File);
    }

    /// <summary>A file followed by all it imports, serialized.</summary>
    public List<ByteString>? FileByName(string name) => _files.TryGetValue(name, out var file) ? WithImports(file) : null;

    /// <summary>The file that declares a symbol by its full name, followed by all it imports.</summary>
    public List<ByteString>? FileBySymbol(string symbol) => _symbols.TryGetValue(symbol, out var file) ? WithImports(file) : null;

    private static List<ByteString> WithImports(FileDescriptor file)
    {
        var seen = new HashSet<string>();
        var found = new List<ByteString>();
        Visit(file);
        return found;

        void Visit(FileDescriptor next)
        {
            if (!seen.Add(next.Name))
                return;
            found.Add(next.SerializedData);
            foreach (var import in next.Dependencies)
                Visit(import);
        }
    }

    private void Add(FileDescriptor file)
    {
        if (!_files.TryAdd(file.Name, file))
            return;
        foreach (var import in file.Dependencies)
            Add(import);
        foreach (var service in file.Services)
            Add(service, service.Methods);
        foreach (var message in file.MessageTypes)
            Add(message);
        foreach (var values in file.EnumTypes)
            Add(values, values.Values);
    }

    private void Add(MessageDescriptor message)
    {
        Add(message, message.Fields.InDeclarationOrder());
        foreach (var oneof in message.Oneofs)
            Add(oneof, []);
        foreach (var values in message.EnumTypes)
            Add(values, values.Values);
        foreach (var nested in message.NestedTypes)
            Add(nested);
    }

    private void Add(DescriptorBase declared, IEnumerable<DescriptorBase> members)
    {
        _symbols[declared.FullName] = declared.File;
        foreach (var member in members)
            _symbols[member.FullName] = member.File;
    }
}
