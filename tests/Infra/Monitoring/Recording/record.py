"""Records the data that the dashboard's and the alerts' queries are run over: sample-app.txt, beside this file.

Recorded: what the real sample app exposes, scraped from a process for each replica, under the HTTP load of the real load
generator; up and the duration of each scrape. When there are how many replicas is what `kedastack simulate` decides:

    ./kedastack simulate --traffic '0s:8, 2m:8, 2m1s:46, 8m:46, 8m1s:8' --duration 17m

Synthesised from that, with the names and labels of kube-state-metrics 2.19 and KEDA 2.20.2: all of kube_* and keda_*.

Takes 17 minutes: python3 tests/Infra/Monitoring/Recording/record.py
"""
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).parent
SCRIPTS = HERE.parents[2] / "infra" / "Workload" / "scripts"
INTERVAL_SECONDS = 15
SECONDS = 17 * 60
WINDOW_SCRAPES = 8
THRESHOLD, MIN_REPLICAS, MAX_REPLICAS = 10, 1, 10
LOAD = [(0, 8), (121, 46), (481, 8)]
REPLICAS = [(0, 1), (167, 2), (212, 3), (243, 4), (273, 5), (807, 4), (838, 3), (853, 2), (883, 1)]
WORK_MILLISECONDS = 20

CLUSTER = 'cluster="kedastack-dev"'
HPA = 'namespace="keda-demo",horizontalpodautoscaler="keda-hpa-sample-app"'
OPERATOR = 'namespace="keda",job="keda/keda",pod="keda-operator-7c9f6d5b8-x2x7q"'
TRIGGER = OPERATOR + (',exported_namespace="keda-demo",scaledObject="sample-app",scaler="prometheus",triggerIndex="0",'
                      'metric="s0-prometheus",type="scaledobject"')


def at(steps, second):
    return [value for start, value in steps if start <= second][-1]


class Pod:
    """A replica: a process of the app, and one of the load generator that stands for its share of the Service."""

    def __init__(self, number):
        self.name = f"sample-app-5d9c7b6f4-{number:05}"
        self.generator = None
        self.rate = None
        self.app = subprocess.Popen(
            [sys.executable, SCRIPTS / "sample_app.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PORT": "0", "HOST": "127.0.0.1", "STOP_ON_STDIN_EOF": "1",
                 "WORK_MILLISECONDS": str(WORK_MILLISECONDS)})
        self.address = "http://" + self.app.stdout.readline().split()[-1]

    def load(self, rate):
        if rate != self.rate:
            self.unload()
            self.rate = rate
            self.generator = subprocess.Popen(
                [sys.executable, SCRIPTS / "load_generator.py"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                env={**os.environ, "TARGET_URL": self.address + "/", "RATE_PER_SECOND": f"{rate:.3f}",
                     "STOP_ON_STDIN_EOF": "1"})

    def unload(self):
        if self.generator:
            self.generator.terminate()
            self.generator.wait()
            self.generator = None

    def stop(self):
        self.unload()
        self.app.terminate()
        self.app.wait()

    def scrape(self):
        begin = time.monotonic()
        with urllib.request.urlopen(self.address + "/metrics", timeout=10) as response:
            text = response.read().decode()
        return text, time.monotonic() - begin


class Recording:
    """Series by name, with a value or None for each scrape."""

    def __init__(self):
        self.series = {}
        self.scrapes = 0

    def add(self, metric, labels, value):
        values = self.series.setdefault(f"{metric}{{{CLUSTER},{labels}}}", [])
        values += [None] * (self.scrapes - len(values)) + [value]

    def add_exposition(self, text, labels):
        for line in text.splitlines():
            if not line.startswith("#"):
                name, value = line.rsplit(" ", 1)
                metric, _, own = name.rstrip("}").partition("{")
                self.add(metric, labels + ("," + own if own else ""), float(value))

    def write(self, file):
        with file.open("w", encoding="ascii", newline="\n") as out:
            out.write("# Recorded by record.py, which says what is recorded and what synthesised.\n")
            out.write(f"# A value for each {INTERVAL_SECONDS} seconds; _ for none.\n")
            for name, values in sorted(self.series.items()):
                values += [None] * (self.scrapes - len(values))
                out.write(" ".join([name] + ["_" if value is None else f"{value:.6g}" if value % 1 else f"{value:.0f}"
                                             for value in values]) + "\n")


def synthesise(recording, second, ready, rate):
    desired = at(REPLICAS, second)
    add = recording.add
    asked = None if rate is None else min(max(-(-rate // THRESHOLD), MIN_REPLICAS), MAX_REPLICAS)
    for metric, value in (("status_current_replicas", desired), ("status_desired_replicas", desired),
                          ("spec_min_replicas", MIN_REPLICAS), ("spec_max_replicas", MAX_REPLICAS)):
        add("kube_horizontalpodautoscaler_" + metric, HPA, value)
    limited = asked is not None and desired != asked
    for condition, holds in (("ScalingActive", rate is not None), ("AbleToScale", True), ("ScalingLimited", limited)):
        for status, value in (("true", holds), ("false", not holds), ("unknown", False)):
            add("kube_horizontalpodautoscaler_status_condition", f'{HPA},condition="{condition}",status="{status}"', int(value))
    for metric, value in (("spec_replicas", desired), ("status_replicas_ready", ready), ("status_replicas_available", ready)):
        add("kube_deployment_" + metric, 'namespace="keda-demo",deployment="sample-app"', value)
    for deployment, value in (("keda-operator", 2), ("keda-operator-metrics-apiserver", 1)):
        add("kube_deployment_status_replicas_available", f'namespace="keda",deployment="{deployment}"', value)
    if rate is not None:
        add("kube_horizontalpodautoscaler_status_target_metric",
            HPA + ',metric_name="s0-prometheus",metric_target_type="average"', round(rate / desired, 3))
        add("keda_scaler_metrics_value", TRIGGER, round(rate, 3))
        add("keda_scaler_active", TRIGGER, int(rate > 0))
    polls = recording.scrapes + 1
    errors = min(polls, 2)
    add("keda_scaler_detail_errors_total", TRIGGER, errors)
    add("keda_scaler_metrics_latency_seconds", TRIGGER, round(0.031 + 0.004 * (polls * 7 % 5), 4))
    add("keda_internal_scale_loop_latency_seconds",
        OPERATOR + ',exported_namespace="keda-demo",type="scaledobject",resource="sample-app"', round(0.0004 + 0.0001 * (polls * 3 % 7), 5))
    asks = OPERATOR + ',exported_namespace="keda-demo",scaled_resource="sample-app",scaler="prometheus",trigger_name="",metric_name="s0-prometheus",'
    add("keda_scaler_http_requests_total", asks + 'status_code="200"', 2 * polls)
    add("keda_scaler_empty_upstream_responses_total",
        OPERATOR + ',exported_namespace="keda-demo",scaledResource="sample-app",triggerName="",metricName="s0-prometheus",resourceType="ScaledObject",ignoreNullValues="false"', errors)
    for labels in (OPERATOR, 'namespace="kube-system",job="ama-metrics-ksm",pod="ama-metrics-ksm-6f7d8c9b5-k4m2p"'):
        add("up", labels, 1)
        add("scrape_duration_seconds", labels, round(0.006 + 0.001 * (polls % 4), 4))


def main():
    recording, pods, scrapes, made = Recording(), [], [], 0
    begin = time.monotonic()
    try:
        while recording.scrapes * INTERVAL_SECONDS <= SECONDS:
            second = time.monotonic() - begin
            while len(pods) < at(REPLICAS, second):
                made += 1
                pods.append(Pod(made))
            while len(pods) > at(REPLICAS, second):
                pods.pop().stop()
            for pod in pods:
                pod.load(at(LOAD, second) / len(pods))
            if second >= recording.scrapes * INTERVAL_SECONDS:
                counts = {}
                for pod in pods:
                    text, duration = pod.scrape()
                    labels = f'namespace="keda-demo",job="sample-app",pod="{pod.name}"'
                    recording.add_exposition(text, labels)
                    recording.add("up", labels, 1)
                    recording.add("scrape_duration_seconds", labels, duration)
                    counts[pod.name] = sum(float(line.rsplit(" ", 1)[1]) for line in text.splitlines()
                                           if line.startswith("http_requests_total{"))
                scrapes.append(counts)
                synthesise(recording, second, len(pods), rate(scrapes))
                recording.scrapes += 1
            time.sleep(0.2)
    finally:
        for pod in pods:
            pod.stop()
    recording.write(HERE / "sample-app.txt")


def rate(scrapes):
    """About what KEDA's query gives: the growth of each pod's count over the window; None before there are two counts."""
    window = scrapes[-WINDOW_SCRAPES - 1:]
    counts = [[scrape[pod] for scrape in window if pod in scrape] for pod in set().union(*window)]
    growth = [count[-1] - count[0] for count in counts if len(count) > 1]
    return sum(growth) / (INTERVAL_SECONDS * WINDOW_SCRAPES) if growth else None


if __name__ == "__main__":
    main()
