using Google.Protobuf;

namespace Federation.Cli.Output;

/// <summary>Messages as proto3 JSON, zeros and empty lists included, Chinese as it is.</summary>
internal static class JsonText
{
    private static readonly JsonFormatter Pages = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithIndentation());
    private static readonly JsonFormatter Lines = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    /// <summary>Indented.</summary>
    public static string Write(IMessage message) => Pages.Format(message);

    /// <summary>On one line: one message of a stream.</summary>
    public static string WriteLine(IMessage message) => Lines.Format(message);
}
