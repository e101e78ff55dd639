using System.Text;

namespace Federation.Cli.Output;

/// <summary>Leaves out blanks at the ends of lines, which a file or a pipe has no use for. A line is passed on when it ends.</summary>
internal sealed class TrimmingWriter(TextWriter inner) : TextWriter
{
    private readonly StringBuilder line = new();

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value != '\n')
        {
            line.Append(value);
            return;
        }
        inner.Write(line.ToString().TrimEnd() + '\n');
        line.Clear();
    }
}
