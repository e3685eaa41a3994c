using BillingClients.Providers;

namespace BillingClients.Core.Tests.Http;

/// <summary>Whether the write of an attempt may have arrived.</summary>
public sealed class SentWriteTests : IDisposable
{
    private readonly RequestBody _body = new([1]);
    private readonly RequestBody _other = new([1]);
    private SentWrite _write;

    public void Dispose()
    {
        _body.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void An_attempt_has_one_write()
    {
        _write.MayHaveArrived.ShouldBeFalse();
        _write.TryBegin(_body).ShouldBeTrue();
        _write.TryBegin(_body).ShouldBeFalse();
        _write.TryBegin(_other).ShouldBeFalse();
        _write.MayHaveArrived.ShouldBeTrue();
    }

    [Fact]
    public void A_write_is_lost_until_it_is_answered()
    {
        _write.IsLost.ShouldBeFalse();
        _write.TryBegin(_body);
        _write.IsLost.ShouldBeTrue();

        _write.Answered(_other);
        _write.Answered(content: null);
        _write.IsLost.ShouldBeTrue();

        _write.Answered(_body);
        _write.IsLost.ShouldBeFalse();
        _write.Answered(_other);
        _write.Answered(_body);
        _write.IsLost.ShouldBeFalse();
        _write.MayHaveArrived.ShouldBeTrue();
    }

    [Fact]
    public void The_answer_to_a_read_says_nothing_about_a_write_that_is_not_sent_yet()
    {
        _write.Answered(content: null);
        _write.TryBegin(_body);

        _write.IsLost.ShouldBeTrue();
    }

    [Fact]
    public void A_write_that_failed_before_its_body_was_written_was_not_sent_and_can_be_sent_again()
    {
        _write.TryBegin(_body);

        _write.Failed(_body, wasSentUnseen: false);

        _write.MayHaveArrived.ShouldBeFalse();
        _write.TryBegin(_body).ShouldBeTrue();
    }

    [Fact]
    public async Task A_write_that_failed_after_its_body_was_written_may_have_arrived()
    {
        _write.TryBegin(_body);
        await _body.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        _write.Failed(_body, wasSentUnseen: false);

        _write.MayHaveArrived.ShouldBeTrue();
    }

    [Fact]
    public void A_write_may_have_arrived_if_nobody_knows_whether_its_body_was_written_or_if_another_request_failed()
    {
        _write.TryBegin(_body);

        _write.Failed(_body, wasSentUnseen: true);
        _write.Failed(_other, wasSentUnseen: false);
        _write.Failed(content: null, wasSentUnseen: false);

        _write.MayHaveArrived.ShouldBeTrue();
    }
}
