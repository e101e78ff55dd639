namespace Orleans.CodeGeneration;

/// <summary>What the attributes of a grain method ask of the engine.</summary>
[Flags]
public enum InvokeMethodOptions
{
    None = 0,
    OneWay = 1,
    ReadOnly = 2,
    AlwaysInterleave = 4,
    Unordered = 8,
}
