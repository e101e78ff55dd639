using System.Text;
using System.Text.Json;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Domain.Tests.Reports.Generators;

namespace Federation.Domain.Tests.Reports;

public sealed class FigureJsonTests
{
    private static readonly UnitId Tongliang = UnitId.Parse("500151");
    private static readonly PeriodId Year2025 = PeriodId.Annual(2025);

    // Every kind of entry; the reading of it below is what an archive will hold for ever.
    private static readonly Figures Sample = Sheets.Nil
        .With("t2.fees.amount", 1_500_000)
        .With("t3.new.natural", 3)
        .With("t3.new.research", CellValue.NotApplicable)
        .With("t3.new.legal", default(CellValue))
        .With("t3.new.other", 0)
        .With("t3.granted.natural", -1);

    [Fact]
    public void Write_EveryKindOfEntry_IsCanonical() => Assert.Equal(
        """{"form":"annual-2021","cells":{"t2.fees.amount":1500000,"t3.new.natural":3,"t3.new.research":"/","t3.new.legal":null,"t3.new.other":0,"t3.granted.natural":-1}}""",
        Write(Sample));

    [Fact]
    public void Write_CellNotDue_IsAHyphen()
    {
        var figures = Sheets.Nil.With("t2.rules.valid", CellValue.NotDue);

        Assert.Equal("""{"form":"annual-2021","cells":{"t2.rules.valid":"-"}}""", Write(figures));
        Assert.Equal(figures, Read(Write(figures)));
    }

    [Fact]
    public void Write_NilReport_NamesNoCell() => Assert.Equal("""{"form":"annual-2021","cells":{}}""", Write(Sheets.Nil));

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() => Property.Holds(LawfulFilings.AnyFigures, figures => Assert.Equal(figures, Read(Write(figures))));

    [Fact]
    public void Read_NilReport_IsTheSame() => Assert.Equal(Sheets.Nil, Read(Write(Sheets.Nil)));

    [Fact]
    public void Read_CellsInAnotherOrderWithBlanks_IsTheSame() =>
        Assert.Equal(Write(Sheets.Nil.With("t3.new.natural", 3).With("t2.fees.amount", 1)), Write(Read("""
            { "cells": { "t3.new.natural": 3, "t2.fees.amount": 1 }, "form": "annual-2021" }
            """)));

    [Theory]
    [InlineData("""{"form":"annual-1999","cells":{}}""")] // form unknown
    [InlineData("""{"form":null,"cells":{}}""")]
    [InlineData("""{"form":"annual-2021","cells":{"t3.new.nobody":1}}""")] // cell unknown
    [InlineData("""{"form":"annual-2021","cells":{"t3.new.natural":1.5}}""")] // no whole number
    [InlineData("""{"form":"annual-2021","cells":{"t3.new.natural":9223372036854775808}}""")] // beyond 64 bits
    [InlineData("""{"form":"annual-2021","cells":{"t3.new.natural":"3"}}""")] // a string other than the stroke
    [InlineData("""{"form":"annual-2021","cells":{"t3.new.natural":true}}""")]
    [InlineData("""{"form":"annual-2021","cells":{"t3.new.natural":[]}}""")]
    public void Read_UnknownOrDamaged_IsRefused(string json) => Assert.Throws<FormatException>(() => Read(json));

    [Fact] // pinned: receipts hold this hash, so it may never change
    public void ContentHash_Sample_IsPinned() => Assert.Equal(
        "ef9bd69eafbf9cda3a4cf71c377cd522f0d41abc3ca3db7aa672b69749762d21",
        Convert.ToHexStringLower(FigureJson.ContentHash(Tongliang, Year2025, Sample).AsSpan()));

    [Fact]
    public void ContentHash_SameContent_IsTheSameWithSumsTypedOrComputed()
    {
        var figures = Sheets.Open.WithApplications(3);
        var typed = figures.With("t3.new.total", 3);

        Assert.Equal(Hash(Tongliang, Year2025, figures.WithSums()), Hash(Tongliang, Year2025, typed.WithSums()));
    }

    [Fact]
    public void ContentHash_OtherUnitPeriodOrCell_Differs()
    {
        string[] hashes =
        [
            Hash(Tongliang, Year2025, Sample),
            Hash(UnitId.Parse("500152"), Year2025, Sample),
            Hash(Tongliang, PeriodId.Annual(2024), Sample),
            Hash(Tongliang, Year2025, Sample.With("t3.new.natural", 4)),
            Hash(Tongliang, Year2025, Sample.With("t3.new.other", CellValue.Nil)), // zero typed and nil are different statements
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    private static string Hash(UnitId unit, PeriodId period, Figures figures) => Convert.ToHexStringLower(FigureJson.ContentHash(unit, period, figures).AsSpan());

    private static string Write(Figures figures)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            FigureJson.Write(json, figures);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static Figures Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return FigureJson.Read(document.RootElement);
    }
}
