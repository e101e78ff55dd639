using System.Text;
using Federation.Cli.Errors;
using Federation.V1;
using Google.Protobuf;

namespace Federation.Cli.Files;

/// <summary>Reads a filing from a file or from standard input: the proto3 JSON of SubmitReportRequest, with remarks allowed.</summary>
internal static class FilingFile
{
    /// <summary>Names that begin so are remarks.</summary>
    public const string Comment = "//";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="UsageException">Unreadable, no UTF-8, no JSON, or no filing; says the line and column.</exception>
    public static async Task<SubmitReportRequest> Read(string path, TextReader stdin, Words words, CancellationToken ct)
    {
        var name = path == "-" ? words["标准输入", "standard input"] : path;
        var content = await Content(path, name, stdin, words, ct);
        var filing = Parse(content, name, words);
        if (filing.Unit.Length == 0 || filing.Period.Length == 0)
            throw new UsageException(words[$"{name}:缺少 unit 或 period", $"{name}: unit or period is absent"]);
        return filing;
    }

    /// <summary>Reads any text in UTF-8, from a file or from standard input.</summary>
    /// <exception cref="UsageException">Unreadable or not UTF-8.</exception>
    public static async Task<string> Text(string path, TextReader stdin, Words words, CancellationToken ct) =>
        Strict.GetString(await Content(path, path == "-" ? words["标准输入", "standard input"] : path, stdin, words, ct));

    private static async Task<byte[]> Content(string path, string name, TextReader stdin, Words words, CancellationToken ct)
    {
        try
        {
            var bytes = path == "-" ? Strict.GetBytes(await stdin.ReadToEndAsync(ct)) : await File.ReadAllBytesAsync(path, ct);
            Strict.GetCharCount(bytes);
            return bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException(words[$"{name}:不是 UTF-8 编码,请另存为 UTF-8", $"{name}: not UTF-8; save it as UTF-8"]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(words[$"{name}:读不出来:{e.Message}", $"{name}: cannot be read: {e.Message}"]);
        }
    }

    private static SubmitReportRequest Parse(byte[] content, string name, Words words)
    {
        try
        {
            return JsonParser.Default.Parse<SubmitReportRequest>(new FilingJson(content, words).Clean());
        }
        catch (FilingJsonException e)
        {
            throw new UsageException(words[$"{name}:第 {e.Line} 行第 {e.Column} 列:{e.Message}", $"{name}: line {e.Line}, column {e.Column}: {e.Message}"]);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new UsageException($"{name}: {e.Message}");
        }
    }
}
