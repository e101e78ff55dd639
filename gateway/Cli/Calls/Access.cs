using Federation.Cli.Commands;
using Federation.Cli.Errors;

namespace Federation.Cli.Calls;

/// <summary>Where the server is, and the token for it.</summary>
/// <param name="Address">http or https.</param>
/// <param name="Token">Bearer token; null when none was found, which the server will refuse.</param>
/// <param name="StandsInFor">Account name of the colleague in whose place the caller acts; null: in the own.</param>
internal sealed record Access(Uri Address, string? Token, string? StandsInFor)
{
    /// <summary>Options come before the environment, the environment before the file of the account.</summary>
    /// <exception cref="UsageException">The address is none, the file named is unreadable, or the token holds impossible signs.</exception>
    public static Access Read(string? server, string? token, string? tokenFile, string? standsInFor, Surroundings around, Words words)
    {
        var given = server ?? around.Variable("FED_SERVER") ?? GlobalOptions.UsualServer;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new UsageException(words[$"服务器地址“{given}”写法不对,应类似 {GlobalOptions.UsualServer}", $"'{given}' is no server address; write it like {GlobalOptions.UsualServer}"]);
        var found = (token ?? FromFile(tokenFile, words) ?? around.Variable("FED_TOKEN") ?? FromAccount(around))?.Trim();
        if (found?.Any(c => c is < '!' or > '~') == true)
            throw new UsageException(words["访问凭证含有空格或其他不可能的字符", "the token holds blanks or other impossible characters"]);
        if (standsInFor?.Any(c => c is < '!' or > '~') == true)
            throw new UsageException(words["--stands-in-for 应为账号名,不含空格和汉字", "--stands-in-for takes an account name, without blanks"]);
        return new Access(address, found?.Length > 0 ? found : null, standsInFor?.Length > 0 ? standsInFor : null);
    }

    private static string? FromFile(string? path, Words words)
    {
        if (path is null)
            return null;
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(words[$"凭证文件 {path} 读不出来:{e.Message}", $"cannot read the token file {path}: {e.Message}"]);
        }
    }

    private static string? FromAccount(Surroundings around)
    {
        var root = around.Variable("XDG_CONFIG_HOME") ?? (around.Variable("HOME") is { } home ? Path.Combine(home, ".config") : null);
        if (root is null || Path.Combine(root, "federation", "token") is var path && !File.Exists(path))
            return null;
        return File.ReadAllText(path);
    }
}
