namespace TestingYourApp;

/// <summary>A user of the application.</summary>
public sealed record User(string Id, string Name, string Email);
