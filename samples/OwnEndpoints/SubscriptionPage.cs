namespace OwnEndpoints;

/// <summary>A customer's subscriptions at Flexprice: what this application needs of them.</summary>
public sealed record SubscriptionPage(IReadOnlyList<Subscription> Items);
