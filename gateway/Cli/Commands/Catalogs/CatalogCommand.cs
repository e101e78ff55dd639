namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed catalog: disclosure catalogs.</summary>
internal static class CatalogCommand
{
    public static FedCommand Build(RunFrame frame) => new(
        "catalog", frame.Words["公开目录:导入、导出、比较", "disclosure catalogs: import, export, compare"],
        "fed catalog import 330110 公开目录.xlsx", "fed catalog export 330110 --format dcat --to catalog.jsonld")
    {
        CatalogFileCommands.Template(frame), CatalogFileCommands.Import(frame), CatalogFileCommands.Diff(frame), CatalogFileCommands.Export(frame),
    };
}
