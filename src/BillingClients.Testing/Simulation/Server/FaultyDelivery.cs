using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace BillingClients.Testing;

/// <summary>Sends an answer, or what a fault leaves of it.</summary>
internal sealed class FaultyDelivery(TimeProvider timeProvider, StallGate stalls)
{
    public Task SendAsync(HttpContext context, JournalEntry request, SimulatedAnswer answer, SimulatedFault? fault) =>
        (fault?.Kind, answer.Body.IsEmpty) switch
        {
            (FaultKind.ResetAfterCommit, _) or (FaultKind.TruncatedBody, true) => Reset(context),
            (FaultKind.StallInHeaders, _) or (FaultKind.StallInBody, true) => StallInHeadersAsync(context, request, answer),
            (FaultKind.StallInBody, _) => StallInBodyAsync(context, request, answer),
            (FaultKind.TruncatedBody, _) => TruncateAsync(context, request, answer),
            (FaultKind.SlowDrip, _) => DripAsync(context, request, answer, fault!.Interval),
            (FaultKind.GarbageBody, _) => SendAsync(context, request, Garble(answer, fault!)),
            _ => SendAsync(context, request, answer),
        };

    /// <summary>Ends the connection with a RST: the socket is closed with no time to linger.</summary>
    public static Task Reset(HttpContext context)
    {
        context.Features.Get<IConnectionSocketFeature>()?.Socket.Close(0);
        context.Abort();
        return Task.CompletedTask;
    }

    private Task SendAsync(HttpContext context, JournalEntry request, SimulatedAnswer answer)
    {
        WriteHead(context, request, answer);
        return WriteAsync(context, answer.Body);
    }

    private static SimulatedAnswer Garble(SimulatedAnswer answer, SimulatedFault fault) => answer with
    {
        Status = answer.Body.IsEmpty ? 200 : answer.Status,
        ContentType = answer.ContentType ?? "application/json",
        Body = Encoding.UTF8.GetBytes(fault.Body),
    };

    // Noted before the first byte is sent, so that a client that has the answer finds it in the journal.
    private void WriteHead(HttpContext context, JournalEntry request, SimulatedAnswer answer)
    {
        request.AnswerWith(answer);
        AnswerHead.Write(context.Response, answer, timeProvider.GetUtcNow());
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.IsEmpty)
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }

    private async Task StallInHeadersAsync(HttpContext context, JournalEntry request, SimulatedAnswer answer)
    {
        await stalls.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        await SendAsync(context, request, answer).ConfigureAwait(false);
    }

    private async Task StallInBodyAsync(HttpContext context, JournalEntry request, SimulatedAnswer answer)
    {
        // Waiting begins before the first half is sent, so that a release by a test that has read it is not missed.
        Task released = stalls.WaitAsync(context.RequestAborted);
        await TruncateAsync(context, request, answer).ConfigureAwait(false);
        await released.ConfigureAwait(false);
        await WriteAsync(context, answer.Body[(answer.Body.Length / 2)..]).ConfigureAwait(false);
    }

    // Kestrel closes the connection in good order when less than the Content-Length was written.
    private async Task TruncateAsync(HttpContext context, JournalEntry request, SimulatedAnswer answer)
    {
        WriteHead(context, request, answer);
        await context.Response.StartAsync(context.RequestAborted).ConfigureAwait(false);
        await WriteAsync(context, answer.Body[..(answer.Body.Length / 2)]).ConfigureAwait(false);
    }

    private async Task DripAsync(HttpContext context, JournalEntry request, SimulatedAnswer answer, TimeSpan interval)
    {
        WriteHead(context, request, answer);
        for (int place = 0; place < answer.Body.Length; place++)
        {
            await WriteAsync(context, answer.Body.Slice(place, 1)).ConfigureAwait(false);
            if (interval > TimeSpan.Zero)
            {
                await Task.Delay(interval, timeProvider, context.RequestAborted).ConfigureAwait(false);
            }
        }
    }
}
