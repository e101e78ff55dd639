namespace Federation.Cli;

/// <summary>Picks between the two languages in which everything is said: <c>words["单位", "Unit"]</c>.</summary>
/// <param name="english">True for English.</param>
public sealed class Words(bool english)
{
    /// <summary>True for English.</summary>
    public bool English => english;

    /// <summary>The sentence in the language of the run.</summary>
    public string this[string zh, string en] => english ? en : zh;

    /// <summary>The language of a run: <c>--lang</c> before the locale of the process; Chinese unless either says English.</summary>
    public static Words Of(IReadOnlyList<string> args, Surroundings around)
    {
        var said = args.Index()
            .Where(a => a.Item == "--lang" || a.Item.StartsWith("--lang=", StringComparison.Ordinal))
            .Select(a => a.Item == "--lang" ? args.ElementAtOrDefault(a.Index + 1) : a.Item["--lang=".Length..])
            .FirstOrDefault();
        said ??= around.Variable("LC_ALL") ?? around.Variable("LC_MESSAGES") ?? around.Variable("LANG");
        return new Words(said is "en" || said?.StartsWith("en_", StringComparison.Ordinal) == true);
    }
}
