using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Cli.Commands;
using Federation.Cli.Errors;
using Federation.Cli.Files;
using Federation.Cli.Output;
using Federation.Domain.Reports;
using Spectre.Console;

namespace Federation.Cli.Receipts;

/// <summary>fed verify-receipt: checks a receipt of a seal where there is no server, and says in words what it proves and what not.</summary>
internal static class VerifyCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static Command Build(RunFrame frame)
    {
        var words = frame.Words;
        var file = new Argument<string>("FILE") { Description = words["回执文件;- 为标准输入", "the receipt; - reads standard input"] };
        var key = new Option<string>("--key") { Description = words["签发方公布的公钥(seal-key.pub.pem)", "public key that the issuer hands out (seal-key.pub.pem)"], HelpName = "FILE" };
        var command = new FedCommand(
            "verify-receipt", words["离线核验签发回执,说明证明了什么", "check the receipt of a seal offline, and say what it proves"],
            "fed verify-receipt receipt.json --key seal-key.pub.pem", "fed report receipt 500151 annual-2025 | fed verify-receipt -") { file, key };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var text = await FilingFile.Text(parsed.GetValue(file)!, run.Around.In, words, ct);
            var publicKey = parsed.GetValue(key) is { } path ? await PublicKey(path, words, ct) : [];
            try
            {
                var (receipt, fingerprint, faults) = SealReceipt.Verify(text, publicKey);
                if (run.Json)
                    run.Around.Out.WriteLine(Json(receipt, fingerprint, [.. faults.Select(f => In(f, words))], publicKey.Length > 0));
                else
                    Tell(run, receipt, fingerprint, [.. faults.Select(f => In(f, words))], publicKey.Length > 0);
                return faults.IsEmpty ? ExitCodes.Ok : ExitCodes.Refused;
            }
            catch (FormatException e)
            {
                throw new UsageException(words[$"{parsed.GetValue(file)}:不是签发回执,或已损坏:{e.Message}", $"{parsed.GetValue(file)}: no receipt of a seal, or damaged: {e.Message}"]);
            }
        });
        return command;
    }

    private static async Task<byte[]> PublicKey(string path, Words words, CancellationToken ct)
    {
        try
        {
            var pem = await File.ReadAllTextAsync(path, ct);
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            return key.ExportSubjectPublicKeyInfo();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new UsageException(words[$"公钥文件 {path} 读不出来:{e.Message}", $"cannot read the public key {path}: {e.Message}"]);
        }
    }

    private static void Tell(Run run, SealReceipt receipt, string fingerprint, IReadOnlyList<string> faults, bool keyGiven)
    {
        var words = run.Words;
        var seal = receipt.Seal;
        run.Out.Line(faults.Count == 0 ? words["✓ 回执成立", "✓ the receipt holds"] : words["✗ 回执不成立", "✗ the receipt does not hold"], new Style(faults.Count == 0 ? Color.Green : Color.Red, decoration: Decoration.Bold));
        foreach (var fault in faults)
            run.Err.Line("  " + fault, new Style(Color.Red));
        run.Out.WriteLine();
        run.Out.Line(faults.Count == 0 ? words["证明了:", "It proves:"] : words["它声称(未获证明):", "It claims, and proves none of it:"]);
        run.Out.Write(Tables.Facts(
            (words["单位", "unit"], receipt.Unit.Value),
            (words["报告期", "period"], receipt.Period.ToString() + (receipt.Scope == ReportScope.Whole ? words["(全辖区)", " (whole territory)"] : words["(本机关)", " (own office)"])),
            (words["版本", "version"], Printed.Count(receipt.Version)),
            (words["内容哈希", "content hash"], Convert.ToHexStringLower(receipt.ContentHash.AsSpan())),
            (words["填报人", "author"], receipt.Author),
            (words["签发人", "sealed by"], seal.OnBehalfOf.Length > 0 ? words[$"{seal.Actor}(代 {seal.OnBehalfOf})", $"{seal.Actor} (for {seal.OnBehalfOf})"] : seal.Actor),
            (words["签发时间", "sealed at"], Printed.Moment(Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(seal.At))),
            (words["账本位置", "ledger place"], Printed.Count(seal.Position)),
            (words["链上位置", "chain place"], words[$"{seal.Stream} 第 {seal.Seq} 项", $"number {seal.Seq} of {seal.Stream}"]),
            (words["前一项哈希", "hash before"], Convert.ToHexStringLower(seal.PrevHash.Span)),
            (words["本项哈希", "hash here"], Convert.ToHexStringLower(seal.Hash.Span)),
            (words["公钥指纹", "fingerprint"], fingerprint)));
        run.Out.WriteLine();
        run.Out.Line(words["没有证明:", "It does not prove:"]);
        run.Out.Write(Tables.Facts(Open(words, keyGiven).Select(open => ("  ·", open))));
    }

    private static IEnumerable<string> Open(Words words, bool keyGiven)
    {
        if (!keyGiven)
            yield return words["签名属于谁:未给公钥。请用 --key 指定签发方公布的公钥,或向其核对指纹。", "whose signature it is: no key was given. Give the issuer's with --key, or compare the fingerprint with them."];
        yield return words["数字是否属实:只证明签发的就是这份内容。", "that the figures are true: only that this content is what was sealed."];
        yield return words["之后是否又被退回或更正:请用 fed report show 查看现状。", "that it still counts: it may have been returned or corrected since; see fed report show."];
        yield return words["您手中的报告就是这一份:请比对报告的内容哈希。", "that the report in your hands is this one: compare its content hash."];
        yield return words["整条账本未被改动:由运维用 verify 命令核验。", "that the whole ledger is untouched: the operator's verify command checks that."];
    }

    private static string In(string bothLanguages, Words words) =>
        bothLanguages.Split(" / ", 2) is [var zh, var en] ? words[zh, en] : bothLanguages;

    private static string Json(SealReceipt receipt, string fingerprint, string[] faults, bool keyGiven) => JsonSerializer.Serialize(
        new
        {
            Holds = faults.Length == 0,
            Faults = faults,
            Unit = receipt.Unit.Value,
            Period = receipt.Period.ToString(),
            Scope = receipt.Scope == ReportScope.Whole ? "WHOLE" : "OWN",
            receipt.Version,
            ContentHash = Convert.ToHexStringLower(receipt.ContentHash.AsSpan()),
            receipt.Author,
            SealedBy = receipt.Seal.Actor,
            SealedAt = receipt.Seal.At,
            receipt.Seal.Position,
            receipt.Seal.Stream,
            receipt.Seal.Seq,
            ChainHash = Convert.ToHexStringLower(receipt.Seal.Hash.Span),
            KeyFingerprint = fingerprint,
            KeyGiven = keyGiven,
        },
        Indented);
}
