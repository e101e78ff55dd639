using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Federation.Gateway.OpenApi;
using Federation.Gateway.Transcoding;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Federation.Gateway.Tests.Transcoding;

/// <summary>The echo service over REST on a real server, and a client for it.</summary>
public sealed class RestHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RestHost(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public Probe Probe => _app.Services.GetRequiredService<Probe>();

    public static async Task<RestHost> StartAsync(Action<IServiceCollection>? services = null, params Type[] mapped)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<Probe>();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        var rest = app.MapRest(mapped is [] ? [typeof(EchoService)] : mapped);
        app.MapOpenApiDocument(rest, document => document.Title = "Echo");
        await app.StartAsync();
        return new RestHost(app);
    }

    public static Task<RestHost> StartAsync<TInterceptor>()
        where TInterceptor : Interceptor => StartAsync(s => s.AddRest(o => o.Intercept<TInterceptor>()));

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await Client.GetStringAsync(path))!;

    /// <summary>Sends JSON and reads JSON.</summary>
    public async Task<JsonNode> SendAsync(string method, string path, string json)
    {
        using var response = await RequestAsync(method, path, json);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public async Task<HttpResponseMessage> RequestAsync(string method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await Client.SendAsync(request);
    }

    /// <summary>Sends a request that must be refused.</summary>
    public async Task<JsonNode> RefusedAsync(HttpStatusCode status, string method, string path, string? json = null)
    {
        using var response = await RequestAsync(method, path, json);
        return await ProblemAsync(response, status);
    }

    public static async Task<JsonNode> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal((int)status, (int)problem["status"]!);
        return problem;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
