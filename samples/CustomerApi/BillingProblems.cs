using BillingClients;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace CustomerApi;

/// <summary>Answers a failed call with problem details. The message holds no key and no personal data, so it can be shown.</summary>
internal sealed class BillingProblems(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BillingException failure)
        {
            return new(false);
        }

        httpContext.Response.StatusCode = StatusOf(failure);
        return problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = ToProblem(failure) });
    }

    private static int StatusOf(BillingException failure) => failure switch
    {
        BillingValidationException or UnsupportedFieldException => StatusCodes.Status400BadRequest,
        BillingNotFoundException => StatusCodes.Status404NotFound,
        BillingConflictException => StatusCodes.Status409Conflict,
        { IsTransient: true } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status502BadGateway,
    };

    private static ProblemDetails ToProblem(BillingException failure) => failure switch
    {
        BillingValidationException invalid => new HttpValidationProblemDetails(Messages(invalid.Errors)) { Detail = failure.Message },
        UnsupportedFieldException unsupported => new HttpValidationProblemDetails(Messages(unsupported.Errors)) { Detail = failure.Message },
        _ => new ProblemDetails { Detail = failure.Message },
    };

    private static Dictionary<string, string[]> Messages(IReadOnlyList<FieldError> errors) =>
        errors.GroupBy(static error => error.Field)
            .ToDictionary(static field => field.Key, static field => field.Select(static error => error.Message).ToArray());
}
