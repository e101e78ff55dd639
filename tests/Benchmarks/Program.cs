using System.CommandLine;
using Federation.Benchmarks;
using Spectre.Console;

AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 190);

var units = new Option<int?>("--units") { Description = "territories that file; all when left out" };
var only = new Option<Part?>("--only") { Description = "one part by itself" };
var entries = new Option<int>("--entries") { Description = "entries of catalogs across a province", DefaultValueFactory = _ => 1_000_000 };
var seed = new Option<int>("--seed") { Description = "seed of figures and orders", DefaultValueFactory = _ => 2025 };
var command = new RootCommand("The budgets of the design as ratios inside one run") { units, only, entries, seed };
command.SetAction(async (parsed, ct) =>
{
    var board = new Board();
    await new Benchmark(new BenchSettings(parsed.GetValue(units), parsed.GetValue(only), parsed.GetValue(entries), parsed.GetValue(seed)), board).Run(ct);
    return board.Sound ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();
