using System.Collections.Immutable;
using System.Text;

namespace Federation.Domain.Catalogs.Sources;

/// <summary>CSV as RFC 4180 has it: commas, quotes doubled inside quotes, line breaks inside quotes; empty lines are none.</summary>
public static class CsvText
{
    /// <summary>Rows of a text.</summary>
    /// <exception cref="FormatException">A quote is never closed.</exception>
    public static ImmutableArray<ImmutableArray<string>> Rows(string text)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var row = ImmutableArray.CreateBuilder<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                    field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    field.Append(text[++i]);
                else
                    quoted = false;
            }
            else if (c == '"' && field.Length == 0)
                quoted = true;
            else if (c == ',')
                EndField();
            else if (c is '\n' or '\r')
                EndRow();
            else
                field.Append(c);
        }
        if (quoted)
            throw new FormatException("a quote is never closed");
        EndRow();
        return rows.ToImmutable();

        void EndField()
        {
            row.Add(field.ToString());
            field.Clear();
        }

        void EndRow()
        {
            if (row.Count == 0 && field.Length == 0)
                return;
            EndField();
            rows.Add(row.ToImmutable());
            row.Clear();
        }
    }
}
