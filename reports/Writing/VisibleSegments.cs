using KedaStack.Resources.Writing;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KedaStack.Reports.Writing;

/// <summary>Makes the texts of tables and trees visible, which have colours and must not bring escapes of their own.</summary>
internal sealed class VisibleSegments : IRenderHook
{
    /// <inheritdoc/>
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(renderable => new Visible(renderable));

    private sealed class Visible(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, maxWidth)
            .Select(segment => segment.IsControlCode || segment.IsLineBreak || !VisibleText.Hides(segment.Text)
                ? segment
                : new Segment(VisibleText.Lines(segment.Text), segment.Style));
    }
}
