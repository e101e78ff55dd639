using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Federation.Domain.Tests;

/// <summary>Properties with a fixed seed: the same cases in every run.</summary>
internal static class Property
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20211231, 20220131), FSharpOption<int>.None)))
        .WithMaxTest(200);

    /// <summary>The assertions hold for every case; the smallest case that breaks them is in the failure.</summary>
    public static void Holds<T>(Gen<T> cases, Action<T> assertions) => Prop.ForAll(cases.ToArbitrary(), assertions).Check(Seeded);
}
