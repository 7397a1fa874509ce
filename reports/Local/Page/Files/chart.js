// A chart over time as SVG. Its numbers are drawn anew as a whole: there are few charts and few points.

const NAMESPACE = "http://www.w3.org/2000/svg";
const MARGIN = { left: 38, right: 8, top: 8, bottom: 22 };
const LABEL_WIDTH = 80;
const LINES = 4;
const TIME_STEPS_S = [10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21600, 43200, 86400];

export function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const pad = (number) => String(number).padStart(2, "0");
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

function svg(name, attributes, parent) {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }

  parent?.append(element);
  return element;
}

// The least of 1, 2, 5, 10, 20, ... that makes at most so many steps.
function roundStep(highest, steps) {
  const magnitude = 10 ** Math.floor(Math.log10(highest / steps));
  return magnitude * ([1, 2, 5].find((factor) => factor * magnitude * steps >= highest) ?? 10);
}

export class Chart {
  // series: [{name, color, isStep?, isArea?}], drawn in this order; format: a value as text.
  constructor(figure, title, series, format) {
    this.title = title;
    this.format = format;
    this.plot = svg("svg", { class: "plot", role: "img" });
    const caption = document.createElement("figcaption");
    const heading = document.createElement("strong");
    heading.textContent = title;
    caption.append(heading);
    this.series = series.map((one) => ({ ...one, value: this.addKey(caption, one), points: [] }));
    figure.append(caption, this.plot);
    this.cursorMs = null;
    this.data = null;
    new ResizeObserver(() => this.draw()).observe(this.plot);
    this.plot.addEventListener("pointermove", (event) => this.point(event));
    this.plot.addEventListener("pointerleave", () => this.point(null));
  }

  // lists: for each series its points [ms, value or null] in the order of time; band: [lowest, highest] or null.
  show(lists, { nowMs, endMs, least, band }) {
    this.series.forEach((one, index) => {
      one.points = lists[index];
    });
    this.data = { nowMs, endMs, least, band };
    this.draw();
  }

  addKey(caption, { name, color, isArea }) {
    const key = document.createElement("span");
    key.className = "key";
    const sample = svg("svg", { viewBox: "0 0 26 11", "aria-hidden": "true" }, key);
    svg("path", isArea ? { class: `area ${color}`, d: "M0 1h26v9H0z" } : { class: `curve ${color}`, d: "M0 6h26" }, sample);
    const value = document.createElement("span");
    value.className = "value";
    key.append(` ${name} `, value);
    caption.append(key);
    return value;
  }

  point(event) {
    if (this.data === null) {
      return;
    }

    const { left, width } = this.plot.getBoundingClientRect();
    const share = event === null ? -1 : (event.clientX - left - MARGIN.left) / (width - MARGIN.left - MARGIN.right);
    this.cursorMs = share < 0 || share > 1 ? null : share * this.data.endMs;
    this.draw();
  }

  draw() {
    const { width, height } = this.plot.getBoundingClientRect();
    if (this.data === null || width < LABEL_WIDTH || height === 0) {
      return;
    }

    const { nowMs, endMs, least, band } = this.data;
    const highest = Math.max(least, ...this.series.map((one) => one.points.reduce((most, [, value]) => Math.max(most, value ?? 0), 0)));
    const step = roundStep(highest, LINES);
    const top = Math.ceil(highest / step) * step;
    this.x = (ms) => MARGIN.left + (Math.min(ms, endMs) / endMs) * (width - MARGIN.left - MARGIN.right);
    this.y = (value) => height - MARGIN.bottom - (value / top) * (height - MARGIN.top - MARGIN.bottom);
    this.plot.replaceChildren();
    this.drawGrid(width, height, top, step, endMs);
    if (band !== null) {
      const [low, high] = band;
      const box = { x: this.x(0), width: this.x(endMs) - this.x(0), y: this.y(high), height: this.y(low) - this.y(high) };
      svg("rect", { class: "band", ...box }, this.plot);
    }

    this.series.forEach((one) => this.drawSeries(one));
    const line = (ms, name) => svg("path", { class: name, d: `M${this.x(ms)} ${MARGIN.top}V${height - MARGIN.bottom}` }, this.plot);
    line(nowMs, "now");
    if (this.cursorMs !== null) {
      line(this.cursorMs, "cursor");
    }

    this.tell(this.cursorMs ?? nowMs);
  }

  drawGrid(width, height, top, step, endMs) {
    for (let value = 0; value <= top + step / 2; value += step) {
      svg("path", { class: "grid", d: `M${MARGIN.left} ${this.y(value)}H${width - MARGIN.right}` }, this.plot);
      const label = svg("text", { x: MARGIN.left - 6, y: this.y(value) + 4, "text-anchor": "end" }, this.plot);
      label.textContent = String(Math.round(value * 1000) / 1000);
    }

    const most = (width - MARGIN.left) / LABEL_WIDTH;
    const seconds = TIME_STEPS_S.find((one) => one * most * 1000 >= endMs) ?? Math.ceil(endMs / 1000 / most);
    for (let ms = 0; ms <= endMs; ms += seconds * 1000) {
      const label = svg("text", { x: this.x(ms), y: height - 6, "text-anchor": "middle" }, this.plot);
      label.textContent = clock(ms);
      if (this.x(ms) > width - LABEL_WIDTH / 2) {
        label.setAttribute("text-anchor", "end");
      }
    }
  }

  drawSeries({ points, color, isStep, isArea }) {
    let path = "";
    let from = null;
    for (const [ms, value] of points) {
      if (value === null) {
        from = null;
        continue;
      }

      const [x, y] = [this.x(ms).toFixed(1), this.y(value).toFixed(1)];
      path += from === null ? `M${x} ${isArea ? this.y(0) : y}V${y}` : isStep ? `H${x}V${y}` : `L${x} ${y}`;
      from = value;
    }

    if (path !== "") {
      path += isArea ? `V${this.y(0)}` : "";
      svg("path", { class: `${isArea ? "area" : "curve"} ${color}`, d: path }, this.plot);
    }
  }

  // The values at a time, beside their names and for those who do not see the curves.
  tell(ms) {
    const values = this.series.map((one) => {
      const last = one.points.findLast(([at]) => at <= ms);
      const text = last === undefined || last[1] === null ? "-" : this.format(last[1]);
      one.value.textContent = text;
      return `${one.name} ${text}`;
    });
    this.plot.setAttribute("aria-label", `${this.title} over time; at ${clock(ms)}: ${values.join(", ")}`);
  }
}
