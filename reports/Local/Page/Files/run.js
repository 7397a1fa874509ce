// The run as the server tells it (RunFeed.cs): the first message has everything, later ones only what is new.

const MOST_POINTS = 4000;
const MOST_ROWS = 1000;
const REOPEN_MS = 2000;

export class Run {
  constructor() {
    this.connected = false;
    this.forget();
  }

  // onChange is told what a message brought: {isNew, decisions, events}.
  watch(onChange) {
    const source = new EventSource("/api/stream");
    const told = (message) => {
      this.connected = true;
      const isNew = message.plan !== undefined;
      if (isNew) {
        this.forget();
      }

      this.add(message);
      if (this.isOver) {
        source.close();
      }

      onChange({ isNew, decisions: message.decisions ?? [], events: message.events ?? [] });
    };
    source.onmessage = (event) => told(JSON.parse(event.data));
    source.onerror = () => {
      this.connected = false;
      onChange({ isNew: false, decisions: [], events: [] });
      // The browser tries again by itself, unless something else answers at this address.
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(() => this.watch(onChange), REOPEN_MS);
      }
    };
  }

  // Resolves to null, or to why it was not done.
  async command(path) {
    try {
      const response = await fetch(path, { method: "POST", headers: { "X-KedaStack-Command": "1" } });
      return response.ok ? null : (await response.text()).trim();
    } catch {
      return "The command did not arrive: kedastack does not answer.";
    }
  }

  get isOver() {
    return this.result !== null || this.failure !== null;
  }

  // Where the axis of time ends.
  get endMs() {
    const now = this.snapshot?.timeMs ?? 0;
    const least = this.plan?.durationMs ?? 300000;
    return now <= least ? least : Math.ceil(now / 300000) * 300000;
  }

  forget() {
    this.podPrefix = null;
    this.plan = null;
    this.snapshot = null;
    this.points = [];
    this.prediction = [];
    this.decisions = [];
    this.events = [];
    this.result = null;
    this.failure = null;
  }

  add(message) {
    this.plan = message.plan ?? this.plan;
    this.snapshot = message.snapshot ?? this.snapshot;
    const name = this.snapshot?.pods[0]?.name;
    this.podPrefix ??= name === undefined ? null : name.slice(0, name.lastIndexOf("-") + 1);
    this.result = message.result ?? this.result;
    this.failure = message.failure ?? this.failure;
    this.prediction = message.result?.prediction ?? this.plan?.prediction ?? [];
    this.points.push(...(message.points ?? []));
    if (this.points.length > MOST_POINTS) {
      this.points = this.points.filter((_, index) => index % 2 === 0);
    }

    this.decisions = [...this.decisions, ...(message.decisions ?? [])].slice(-MOST_ROWS);
    this.events = [...this.events, ...(message.events ?? [])].slice(-MOST_ROWS);
  }
}
