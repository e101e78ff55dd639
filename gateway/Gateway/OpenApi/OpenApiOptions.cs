namespace Federation.Gateway.OpenApi;

/// <summary>What the OpenAPI document says of itself.</summary>
public sealed class OpenApiOptions
{
    /// <summary>Path at which the document is served.</summary>
    public string Path { get; set; } = "/openapi/v1.json";

    /// <summary>Name of the interface.</summary>
    public string Title { get; set; } = "政府信息公开 Federation";

    /// <summary>Version of the interface.</summary>
    public string Version { get; set; } = "v1";
}
