namespace KedaStack.Tests.Shared.Browser;

/// <summary>Whether text can be read (WCAG 2.2, 1.4.3).</summary>
internal static class TextContrast
{
    /// <summary>A function of JavaScript that gives the texts with a contrast below 4.5 to what is behind them.</summary>
    public const string TooLow = """
        () => {
            const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const parts = color => {
                canvas.clearRect(0, 0, 1, 1);
                canvas.fillStyle = color;
                canvas.fillRect(0, 0, 1, 1);
                return [...canvas.getImageData(0, 0, 1, 1).data];
            };
            const luminance = ([red, green, blue]) => [red, green, blue]
                .map(part => part / 255)
                .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
            const behind = element => {
                const color = parts(getComputedStyle(element).backgroundColor);
                return color[3] === 255 || element.parentElement === null ? color : behind(element.parentElement);
            };
            const hasText = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
            return [...document.body.querySelectorAll('*')]
                .filter(element => hasText(element) && element.checkVisibility() && !element.disabled)
                .map(element => {
                    const style = getComputedStyle(element);
                    const ink = luminance(parts(element instanceof SVGElement ? style.fill : style.color));
                    const ground = luminance(behind(element));
                    const ratio = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
                    return [ratio, element.textContent.trim()];
                })
                .filter(([ratio]) => ratio < 4.5)
                .map(([ratio, text]) => `${ratio.toFixed(2)}: ${text}`);
        }
        """;
}
