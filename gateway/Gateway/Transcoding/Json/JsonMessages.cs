using System.Buffers;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Federation.Gateway.Transcoding;

/// <summary>JSON for the messages of all mapped services: knows their types, so that an Any can be read and written too.</summary>
internal sealed class JsonMessages
{
    private const int Depth = 64;
    private readonly JsonParser _parser;
    private readonly JsonMessageWriter _writer;

    /// <summary>Prepares reading and writing.</summary>
    /// <param name="files">Files of the services; what they import is known as well.</param>
    public JsonMessages(IEnumerable<FileDescriptor> files)
    {
        var types = TypeRegistry.FromFiles(files);
        _parser = new JsonParser(new JsonParser.Settings(Depth, types));
        _writer = new JsonMessageWriter(new JsonFormatter(JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithTypeRegistry(types)));
    }

    /// <summary>Reader of one body.</summary>
    public JsonMessageReader Reader(ReadOnlyMemory<byte> json, List<Domain.Findings.Finding> findings) => new(json, _parser, findings);

    /// <summary>Writes a message, or only what one of its fields holds.</summary>
    public void Write(IBufferWriter<byte> target, IMessage message, FieldDescriptor? only = null)
    {
        using var json = new Utf8JsonWriter(target, JsonMessageWriter.Options);
        if (only is null)
            _writer.Write(json, message);
        else
            _writer.WriteField(json, message, only);
    }

    /// <summary>Writes a message as the next value.</summary>
    public void Write(Utf8JsonWriter json, IMessage message) => _writer.Write(json, message);
}
