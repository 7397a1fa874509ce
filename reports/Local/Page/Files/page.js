import { Chart, clock } from "/chart.js";
import { Run } from "/run.js";

// The places of the numbers in a point of the run and of the prediction (RunJson.cs).
const POINT = { offered: 1, served: 2, desired: 4, created: 5, ready: 6, perReplica: 7 };
const PREDICTED = { desired: 3, perReplica: 6 };

const run = new Run();
const byId = (id) => document.getElementById(id);
const rate = (value) => value.toFixed(1);
const count = (value) => String(Math.round(value));
const buttons = { more: "/api/load/more", less: "/api/load/less", stop: "/api/stop" };

const charts = {
  load: new Chart(byId("load-chart"), "Load in req/s", [
    { name: "offered", color: "blue", isArea: true, isStep: true },
    { name: "served", color: "blue" },
  ], rate),
  replicas: new Chart(byId("replica-chart"), "Replicas", [
    { name: "ready", color: "teal", isArea: true, isStep: true },
    { name: "predicted", color: "guess", isStep: true },
    { name: "created", color: "amber dots", isStep: true },
    { name: "desired", color: "blue", isStep: true },
  ], count),
  value: new Chart(byId("value-chart"), "Query value per replica in req/s", [
    { name: "predicted", color: "guess", isStep: true },
    { name: "target", color: "amber" },
    { name: "value", color: "blue", isStep: true },
  ], rate),
};

function text(id, value) {
  const element = byId(id);
  if (element.textContent !== value) {
    element.textContent = value;
  }
}

// A query may break where its parts end, and nowhere inside a word.
function breakable(id, value) {
  const element = byId(id);
  if (element.textContent !== value) {
    element.replaceChildren(...value.split(/(?<=[,{(])/).flatMap((part) => [part, document.createElement("wbr")]));
  }
}

// The words of the run begin with a small letter, as all of its JSON.
const word = (name) => name[0].toUpperCase() + name.slice(1);

const milli = (value) => (value === null ? "-" : rate(value / 1000));

function row(cells, whole) {
  const line = document.createElement("tr");
  cells.forEach((cell, index) => {
    const place = document.createElement("td");
    place.textContent = cell;
    if (whole.includes(index)) {
      place.className = "whole";
    }

    line.append(place);
  });
  return line;
}

function showState() {
  const [name, state] = !run.connected && !run.isOver
    ? run.plan === null ? ["Connecting", "connecting"] : ["Connection lost", "lost"]
    : run.snapshot ? [word(run.snapshot.phase), run.snapshot.phase] : ["Connecting", "connecting"];
  text("state", name);
  byId("state").dataset.state = state;
  const isSteerable = run.connected && (state === "starting" || state === "running");
  for (const id of Object.keys(buttons)) {
    byId(id).disabled = !isSteerable;
  }

  if (run.failure !== null) {
    notice(run.failure, true);
  } else if (run.result !== null) {
    notice(`The run has ended (${run.result.end === "finished" ? "its time was over" : "stopped"}); its result is below.`, false);
  } else if (state === "lost") {
    notice("kedastack does not answer: it has ended, or is about to come back. This is how it was last.", true);
  } else if (noticeIsState) {
    notice("", false);
  }
}

let noticeIsState = false;

function notice(message, isBad, isState = true) {
  noticeIsState = isState && message !== "";
  text("notice", message);
  byId("notice").classList.toggle("bad", isBad);
}

function showPlan({ plan }) {
  text("target", String(plan.targetMilli / 1000));
  text("band", plan.lowestMilli === null ? "" : `${plan.lowestMilli / 1000} to ${plan.highestMilli / 1000} changes nothing`);
  text("limits", `(${plan.minReplicas} to ${plan.maxReplicas})`);
  breakable("query", plan.query);
  text("speed", plan.speedText);
  byId("rules").replaceChildren();
  byId("decisions").replaceChildren();
  byId("events").replaceChildren();
  byId("pods").replaceChildren();
  text("decision", "No change yet.");
}

function showSnapshot({ plan, snapshot }) {
  const length = plan.durationMs === null ? "" : ` of ${clock(plan.durationMs)}`;
  text("clock", `${clock(snapshot.timeMs)}${length}, ${plan.traffic}${plan.speed === 1 ? "" : `, speed ${plan.speed}`}`);
  text("offered", milli(snapshot.offeredMilli));
  text("served", milli(snapshot.servedMilli));
  text("generators", snapshot.loadGenerators === 1 ? "1 generator" : `${snapshot.loadGenerators} generators`);
  text("ready", String(snapshot.ready));
  text("desired", String(snapshot.desired));
  text("created", String(snapshot.created));
  text("metrics", snapshot.metrics.text + (snapshot.metrics.isAnswering ? "" : " It does not answer."));
  document.title = `${snapshot.ready} of ${snapshot.desired} ready - kedastack local`;
  const added = snapshot.addedGenerators;
  text("prediction-note", plan.prediction === null && run.result === null
    ? "There is no prediction, since the run has no end."
    : run.result !== null ? "The prediction is for the load that was really offered."
    : added === 0 ? "The prediction is for the load as planned."
    : `The prediction is for the load as planned, without the ${added > 0 ? `${added} more` : `${-added} fewer`} of the buttons.`);
}

function showSync({ snapshot: { sync } }) {
  if (sync === null) {
    return;
  }

  text("metric", milli(sync.metricMilli));
  text("per-replica", milli(sync.perReplicaMilli));
  text("metric-detail", sync.error ?? `${sync.isFallback ? "KEDA's fallback" : "As the HPA got it"} at ${clock(sync.timeMs)}`);
  byId("metric-detail").classList.toggle("warning", sync.error !== null || sync.isFallback);
  text("sync", `Last sync of the HPA at ${clock(sync.timeMs)}: ${sync.reason}`);
  const rules = sync.rules.map((rule) => row([rule.rule, rule.input, rule.formula, rule.output], [0]));
  byId("rules").replaceChildren(...rules);
}

// Pods differ in the end of their names only.
function shortName(name) {
  return run.podPrefix !== null && name.startsWith(run.podPrefix) ? name.slice(run.podPrefix.length) : name;
}

function showPods({ snapshot, podPrefix }) {
  text("pod-prefix", podPrefix === null ? "" : `${podPrefix}...`);
  const body = byId("pods");
  const rows = new Map([...body.rows].map((line) => [line.dataset.pod, line]));
  const shown = snapshot.pods.map((pod) => {
    const line = rows.get(pod.name) ?? row(["", "", "", "", ""], [0, 2, 3, 4]);
    const cells = [
      shortName(pod.name),
      pod.problem === null ? word(pod.state) : `${word(pod.state)}: ${pod.problem}`,
      clock(Math.max(0, snapshot.timeMs - pod.createdMs)),
      String(pod.restarts),
      pod.connections.toLocaleString("en-US"),
    ];
    line.dataset.pod = pod.name;
    line.cells[1].className = pod.problem === null ? `whole ${pod.state}` : pod.state;
    cells.forEach((cell, index) => {
      if (line.cells[index].textContent !== cell) {
        line.cells[index].textContent = cell;
      }
    });
    return line;
  });
  if (shown.length !== body.rows.length || shown.some((line, index) => line !== body.rows[index])) {
    body.replaceChildren(...shown);
  }
}

function showNew({ decisions, events }) {
  for (const decision of decisions) {
    const change = `${decision.from} \u2192 ${decision.to}`;
    byId("decisions").prepend(row([clock(decision.timeMs), change, decision.reason], [0, 1]));
    text("decision", `${clock(decision.timeMs)}  ${change}: ${decision.reason}`);
  }

  for (const happened of events) {
    const line = row([clock(happened.timeMs), shortName(happened.subject), `${happened.reason}: ${happened.message}`], [0, 1]);
    line.className = happened.isWarning ? "warning" : "";
    byId("events").prepend(line);
  }
}

function showResult({ result }) {
  byId("figures").hidden = false;
  byId("result").replaceChildren(...result.rows.map((cells) => row(cells, [])));
  byId("sentences").replaceChildren(...result.sentences.map((sentence) => {
    const item = document.createElement("li");
    item.textContent = sentence;
    return item;
  }));
}

function showCharts({ plan, snapshot, points, prediction, endMs }) {
  const nowMs = snapshot.timeMs;
  const known = (list, place, unit) => list.map((point) => [point[0], point[place] === null ? null : point[place] / unit]);
  // Once the load has ended, there is nothing more to chart.
  const isOn = snapshot.phase === "starting" || snapshot.phase === "running";
  const sofar = (place, value, unit) => [...known(points, place, unit), ...(isOn ? [[nowMs, value === null ? null : value / unit]] : [])];
  const predicted = (place, unit) => known(prediction, place, unit);
  const target = plan.targetMilli / 1000;
  const axis = { nowMs, endMs, band: null };
  charts.load.show([
    sofar(POINT.offered, snapshot.offeredMilli, 1000),
    sofar(POINT.served, snapshot.servedMilli, 1000),
  ], { ...axis, least: 10 });
  charts.replicas.show([
    sofar(POINT.ready, snapshot.ready, 1),
    predicted(PREDICTED.desired, 1),
    sofar(POINT.created, snapshot.created, 1),
    sofar(POINT.desired, snapshot.desired, 1),
  ], { ...axis, least: Math.min(plan.maxReplicas, 20) });
  charts.value.show([
    predicted(PREDICTED.perReplica, 1000),
    [[0, target], [endMs, target]],
    sofar(POINT.perReplica, snapshot.sync?.perReplicaMilli ?? null, 1000),
  ], { ...axis, least: target * 1.5, band: plan.lowestMilli === null ? null : [plan.lowestMilli / 1000, plan.highestMilli / 1000] });
}

function show(news) {
  if (news.isNew) {
    showPlan(run);
    notice("", false);
  }

  showState();
  if (run.snapshot !== null) {
    showSnapshot(run);
    showSync(run);
    showPods(run);
    showNew(news);
    showCharts(run);
  }

  if (run.result !== null) {
    showResult(run);
  }
}

for (const [id, path] of Object.entries(buttons)) {
  byId(id).addEventListener("click", async () => {
    const problem = await run.command(path);
    notice(problem ?? "", problem !== null, false);
  });
}

run.watch(show);
