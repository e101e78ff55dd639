using Federation.Domain.Reports;
using Federation.V1;

namespace Federation.Host.Demo.Scenes;

/// <summary>回执: the receipt of a seal is verified without the server, and a changed one is found out.</summary>
internal static class SignedReceipt
{
    public static async Task<bool> Play(Stage stage, CancellationToken ct)
    {
        var town = stage.Cast.Corrected;
        Story.Heading("六、回执验真", "a signed receipt, verified offline");
        var version = await stage.Reports.GetVersionAsync(new GetVersionRequest { Unit = town.Value, Period = stage.Period }, stage.Clerk(town), cancellationToken: ct);
        var file = Path.Combine("out", $"{town}-{stage.Period}-receipt.json");
        Directory.CreateDirectory("out");
        await File.WriteAllTextAsync(file, version.Receipt, ct);

        var (receipt, fingerprint, faults) = SealReceipt.Verify(await File.ReadAllTextAsync(file, ct), []);
        var (_, _, forged) = SealReceipt.Verify(version.Receipt.Replace($"clerk@{town}", $"other@{town}", StringComparison.Ordinal), []);
        Story.Say($"[bold]{stage.NameOf(town)}[/] 第 {receipt.Version} 版,{receipt.Seal.Actor} 签发,账本位置 {receipt.Seal.Position:N0},内容摘要 {Convert.ToHexStringLower(receipt.ContentHash.AsSpan())[..16]}…,密钥指纹 {fingerprint[..16]}…");
        Story.Say($"[green]{(faults.IsEmpty ? "真实" : "")}[/]{string.Join(";", faults)} [grey]/ genuine[/];改动报送人后:[yellow]{string.Join(";", forged)}[/]");
        Story.Say($"[grey]fed verify-receipt {file}[/]");
        return faults.IsEmpty && !forged.IsEmpty;
    }
}
