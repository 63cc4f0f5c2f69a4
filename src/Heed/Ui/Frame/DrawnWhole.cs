using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Heed.Ui;

/// <summary>
/// A component that is drawn once all that it waits for is there. The framework's own base draws at once and again
/// later; on a static page the first drawing is thrown away, and it would meet half-read data, or start a second query
/// on a connection that is in use.
/// </summary>
public abstract class DrawnWhole : IComponent, IHandleEvent
{
    RenderHandle _handle;
    Task? _initialised;

    [CascadingParameter]
    private protected HttpContext? Request { get; set; }

    /// <summary>Whoever asked has gone: everything that is awaited takes this, so that nothing is read for nobody.</summary>
    protected CancellationToken Stop => Request?.RequestAborted ?? CancellationToken.None;

    void IComponent.Attach(RenderHandle renderHandle) => _handle = renderHandle;

    public virtual async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await (_initialised ??= Initialise());
        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }

    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        await item.InvokeAsync(arg);
        StateHasChanged();
    }

    async Task Initialise()
    {
        OnInitialized();
        await OnInitializedAsync();
    }

    protected virtual void OnInitialized() { }

    protected virtual Task OnInitializedAsync() => Task.CompletedTask;

    protected virtual void OnParametersSet() { }

    protected virtual Task OnParametersSetAsync() => Task.CompletedTask;

    protected virtual void BuildRenderTree(RenderTreeBuilder builder) { }

    protected void StateHasChanged() => _handle.Render(BuildRenderTree);

    /// <summary>The addresses of the files under wwwroot, with the fingerprint of what is in them.</summary>
    protected ResourceAssetCollection Assets => _handle.Assets;
}
