using Federation.Domain.Findings;
using Microsoft.AspNetCore.Http;

namespace Federation.Gateway.Transcoding;

/// <summary>A request that is refused before any service sees it.</summary>
internal sealed class RequestRefusedException(int httpStatus, IReadOnlyList<Finding> findings) : Exception(findings[0].TextEn)
{
    public RequestRefusedException(params IReadOnlyList<Finding> findings)
        : this(StatusCodes.Status400BadRequest, findings)
    {
    }

    /// <summary>The HTTP status to answer.</summary>
    public int HttpStatus { get; } = httpStatus;

    /// <summary>At least one.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
