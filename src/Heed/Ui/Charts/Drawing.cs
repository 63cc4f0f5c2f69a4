using Microsoft.AspNetCore.Components;

namespace Heed.Ui.Charts;

/// <summary>One drawing for one canvas: how high it became, and what is in it.</summary>
public sealed record Drawing(double Height, RenderFragment Body);
