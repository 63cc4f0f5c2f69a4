namespace Heed.Kit;

/// <summary>Marks a page that strangers post to: how often they may try is limited.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RateLimitedAttribute : Attribute;
