namespace Federation.Domain.Notices.Layout;

/// <summary>Tables as pages give them: cells between bars, or one cell a line under a run of column headings.</summary>
internal static class TableReader
{
    private const int FewestColumns = 2;
    private const int MostColumns = 12;
    private const int FewestHeadings = 3; // of a table with one cell a line; two short lines may be a title

    /// <summary>Cells of a table of bars that begins at a line.</summary>
    /// <returns>Index of the first line after it; the same when there is none.</returns>
    public static int Bars(List<(int Start, string Text)> lines, int at, List<Piece> pieces)
    {
        PieceKind[]? kinds = null;
        var row = 0;
        var i = at;
        for (; i < lines.Count && (lines[i].Text.Contains('|', StringComparison.Ordinal) || lines[i].Text.Length == 0); i++)
        {
            if (lines[i].Text.Length == 0)
                continue;
            var cells = Cells(lines[i]);
            var named = cells.Select(c => Columns.Of(c.Text)).ToList();
            if (named.Count(n => n is not null) >= FewestColumns && named.Exists(n => n is not null and not PieceKind.Prose))
            {
                kinds = [.. named.Select(n => n ?? PieceKind.Prose)];
                pieces.AddRange(cells.Select(c => new Piece(c.Start, c.Text, PieceKind.Frame)));
                continue;
            }
            row++;
            var aligned = kinds is not null && cells.Count <= kinds.Length;
            var shift = aligned && cells.Count < kinds!.Length && CellContent.Fits(cells[^1].Text, kinds[^1]) ? kinds.Length - cells.Count : 0; // a cell merged downward is left out
            if (aligned && shift == 0)
                shift = Slipped(cells, kinds!);
            for (var c = 0; c < cells.Count; c++)
                pieces.Add(new Piece(cells[c].Start, cells[c].Text, !aligned ? PieceKind.Prose : c + shift < kinds!.Length ? kinds[c + shift] : PieceKind.Prose, row));
        }
        return i;
    }

    /// <summary>How far a row slipped to the left, so that its end is empty: a cell merged downward was left out and an empty one put behind.</summary>
    private static int Slipped(List<(int Start, string Text)> cells, PieceKind[] kinds)
    {
        var empty = cells.Count - 1 - cells.FindLastIndex(c => c.Text.Length > 0);
        if (empty == 0 || empty == cells.Count)
            return 0;
        bool Stands(int shift) => cells.Select((c, i) => (c.Text, Column: i + shift))
            .Any(c => c.Text.Length > 0 && c.Column < kinds.Length && kinds[c.Column] is not PieceKind.Prose && CellContent.Fits(c.Text, kinds[c.Column]));
        return Stands(0) || !Stands(empty) ? 0 : empty;
    }

    /// <summary>Cells of a table with one cell a line that begins at a line.</summary>
    /// <returns>Index of the first line after it; the same when there is none.</returns>
    public static int Stacked(List<(int Start, string Text)> lines, int at, List<Piece> pieces)
    {
        if (Columns.Of(lines[at].Text) is null)
            return at;
        var filled = Enumerable.Range(at, lines.Count - at).Where(i => lines[i].Text.Length > 0);
        var heads = filled.Take(MostColumns).TakeWhile(i => Columns.Of(lines[i].Text) is not null).ToList();
        var kinds = heads.Select(i => Columns.Of(lines[i].Text)!.Value).ToList();
        if (heads.Count < FewestHeadings || !kinds.Exists(k => k is not PieceKind.Prose))
            return at;
        pieces.AddRange(heads.Select(i => new Piece(lines[i].Start, lines[i].Text, PieceKind.Frame)));
        var numbered = lines[heads[0]].Text.Replace(" ", "", StringComparison.Ordinal) is "序号" or "编号";
        var (row, next) = (0, filled.Skip(heads.Count).FirstOrDefault(lines.Count));
        var bodies = kinds.Where(k => k is PieceKind.LeadCell or PieceKind.ResponsibleCell or PieceKind.SupportCell).ToList();
        var (column, named) = (kinds.Count, 0);
        foreach (var i in filled.Skip(heads.Count))
        {
            var text = lines[i].Text;
            if (Signature(text))
                break;
            if (numbered ? text == $"{row + 1}" : column >= kinds.Count)
                (row, column, named) = (row + 1, 0, 0);
            var kind = column < kinds.Count ? kinds[column] : PieceKind.Prose;
            if (CellContent.IsTime(text) && kinds.Contains(PieceKind.TimeCell))
                (kind, column) = (PieceKind.TimeCell, numbered ? column : kinds.Count - 1); // a cell may have lines of its own: what a line says is surer than its place
            else if (CellContent.IsBodies(text) && named < bodies.Count)
                (kind, named) = (bodies[named], named + 1);
            else if (kind is not PieceKind.Prose)
                kind = PieceKind.Prose;
            pieces.Add(new Piece(lines[i].Start, text, kind, row));
            column++;
            next = i + 1;
        }
        return next;
    }

    private static bool Signature(string text) => text.StartsWith("附件", StringComparison.Ordinal) || Text.Signature.IsDate(text);

    private static List<(int Start, string Text)> Cells((int Start, string Text) line)
    {
        var cells = new List<(int, string)>();
        var from = 0;
        var text = line.Text.EndsWith('|') && line.Text.Length > 1 ? line.Text[..^1] : line.Text;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '|')
                continue;
            var cell = text[from..i];
            cells.Add((line.Start + from + (cell.Length - cell.TrimStart().Length), cell.Trim()));
            from = i + 1;
        }
        return cells;
    }
}
