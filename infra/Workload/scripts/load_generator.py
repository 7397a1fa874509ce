"""Open-loop load: starts HTTP GET requests by the clock, however slowly they are answered. Standard library only.

Environment (empty counts as unset):
  TARGET_URL         required  http://host[:port][/path][?query]
  RATE_PER_SECOND    30        requests started per second, 0 to 5000, fractions allowed; 0 = idle.
  TIMEOUT_SECONDS    5         time for connecting, and from there for the whole answer; 0.01 to 300.
  MAX_IN_FLIGHT      256       requests under way at once, 1 to 4096. One that comes due beyond it is dropped, and
                               reported. To drop none: at least RATE_PER_SECOND x the longest time an answer takes.
  REPORT_SECONDS     10        time between reports, 0.1 to 3600.
  DURATION_SECONDS   0         time to run, up to 31536000; 0 = until SIGTERM.
  OUTPUT_FORMAT      text      text (an event's name, then name=value pairs) or json (one object a line).
  STOP_ON_STDIN_EOF  0         1 = the end of standard input acts as SIGTERM, so that the generator does not outlive a
                               parent that was killed. Leave it 0 in a container.

Every request opens a connection of its own, name lookup included, so that load spreads over the pods of a Service and
follows a target that comes, goes or moves. Output: a "start", an "interval" per REPORT_SECONDS, a "total" at the end.
  sent, ok (2xx), errors, dropped, in_flight  counts; in the total, sent = ok + errors
  seconds, offered, achieved                  time covered; requests per second that came due, and that were started
  p50_ms, p99_ms                              of ok, to within 1 %; from the moment a request was due, so that the
                                              generator's own lateness shows; "-" (json: null) without any
  errors_<kind>                               dns, refused, reset, timeout, unreachable, protocol (not HTTP or cut
                                              off), status_<code>, unfinished (given up at the end), other
SIGTERM or SIGINT: no more requests are started, those under way are waited for. Exit code: 0; 1 for bad settings.
"""
import errno
import http.client
import json
import math
import os
import queue
import re
import signal
import socket
import sys
import threading
import time
import urllib.parse
from collections import Counter

# What is late is sent late, in a burst if need be, so that the count stays right. After a longer stall than this (a
# machine that was stopped) what was missed is dropped: the target should not pay for it.
CATCH_UP_SECONDS = 2
TICK_SECONDS = 0.1  # SIGTERM is noticed within it
BUCKETS_PER_E = 50  # latencies are kept as counts per 2 % step: small, however long the run


class Tally:
    """Counts since a moment; the generator's lock guards it."""

    def __init__(self, since):
        self.since = since
        self.sent = self.ok = self.dropped = 0
        self.errors = Counter()
        self.latencies = Counter()

    def report(self, event, until, in_flight):
        seconds = max(until - self.since, 0.001)
        return {"event": event, "sent": self.sent, "ok": self.ok, "errors": sum(self.errors.values()),
                "dropped": self.dropped, "in_flight": in_flight, "seconds": round(seconds, 3),
                "offered": round((self.sent + self.dropped) / seconds, 2), "achieved": round(self.sent / seconds, 2),
                "p50_ms": self.percentile_ms(0.50), "p99_ms": self.percentile_ms(0.99),
                **{"errors_" + kind: self.errors[kind] for kind in sorted(self.errors)}}

    def percentile_ms(self, share):
        left = math.ceil(share * self.ok)
        for bucket in sorted(self.latencies):
            left -= self.latencies[bucket]
            if left <= 0:
                return round(math.exp(bucket / BUCKETS_PER_E) * 1000, 3)
        return None


class Generator:
    def __init__(self, settings):
        self.settings = settings
        self.timeout = settings["TIMEOUT_SECONDS"]
        url = urllib.parse.urlsplit(settings["TARGET_URL"])
        self.host, self.port = url.hostname, url.port or 80
        self.target = (url.path or "/") + ("?" + url.query if url.query else "")
        self.lock = threading.Lock()
        self.due_requests = queue.SimpleQueue()
        self.workers = self.in_flight = 0
        self.stopping = False

    def stop(self, *_):
        self.stopping = True  # runs in signal handlers, where waiting for a lock could be for ever

    def run(self):
        start = time.monotonic()
        self.tallies = self.total, self.interval = Tally(start), Tally(start)
        self.follow_schedule(start)
        end = time.monotonic()
        # A name lookup has no time-out; it must not keep us from ending.
        give_up = end + 2 * self.timeout + 1
        while self.in_flight and time.monotonic() < give_up:
            time.sleep(0.01)
        with self.lock:
            if self.in_flight:
                self.total.errors["unfinished"], self.in_flight = self.in_flight, 0
            total = self.total.report("total", end, 0)
        self.say(total)

    def follow_schedule(self, start):
        rate, report_seconds = self.settings["RATE_PER_SECOND"], self.settings["REPORT_SECONDS"]
        end = start + (self.settings["DURATION_SECONDS"] or math.inf)
        scheduled, next_report = 0, start + report_seconds
        while not self.stopping:
            # From the start and a count, not from the request before: lateness and rounding do not add up to drift.
            due = start + scheduled / rate if rate else math.inf
            now = time.monotonic()
            if now >= next_report:
                self.report_interval(now)
                next_report = max(next_report + report_seconds, now)
            elif now >= due < end:
                missed = max(0, math.floor((min(now - CATCH_UP_SECONDS, end) - due) * rate))
                scheduled += missed or 1
                with self.lock:
                    self.drop(missed) if missed else self.start_request(due)
            elif now >= end:
                return
            else:
                time.sleep(min(due, end, next_report, now + TICK_SECONDS) - now)

    def drop(self, count):
        for tally in self.tallies:
            tally.dropped += count

    def start_request(self, due):
        if self.in_flight >= self.settings["MAX_IN_FLIGHT"]:
            self.drop(1)
            return
        self.in_flight += 1
        for tally in self.tallies:
            tally.sent += 1
        self.due_requests.put(due)
        if self.workers < self.in_flight:
            try:
                threading.Thread(target=self.work, daemon=True).start()
                self.workers += 1
            except RuntimeError:
                pass  # no thread to be had: one of those there are takes it, later

    def work(self):
        while True:
            due = self.due_requests.get()
            error = self.request_error()
            bucket = round(math.log(max(time.monotonic() - due, 1e-6)) * BUCKETS_PER_E)
            with self.lock:
                if not self.in_flight:
                    return  # it has been given up, and counted so
                self.in_flight -= 1
                for tally in self.tallies:
                    if error:
                        tally.errors[error] += 1
                    else:
                        tally.ok += 1
                        tally.latencies[bucket] += 1

    def request_error(self):
        """Makes one request; returns None when it went well, else the kind of error."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=self.timeout)
        try:
            connection.connect()
            deadline = time.monotonic() + self.timeout
            connection.request("GET", self.target, headers={"Connection": "close", "User-Agent": "load-generator"})
            response = connection.getresponse()
            while response.read1(65536) and time.monotonic() <= deadline:
                pass
            if time.monotonic() > deadline:
                return "timeout"
            if response.length:  # what Content-Length promised and the connection did not deliver
                return "protocol"
            return None if 200 <= response.status < 300 else f"status_{response.status}"
        except (socket.gaierror, UnicodeError):
            return "dns"
        except (socket.timeout, TimeoutError):
            return "timeout"
        except ConnectionRefusedError:
            return "refused"
        except ConnectionError:
            return "reset"
        except http.client.HTTPException:
            return "protocol"
        except OSError as error:
            return "unreachable" if error.errno in (errno.EHOSTUNREACH, errno.ENETUNREACH) else "other"
        finally:
            connection.close()

    def report_interval(self, now):
        with self.lock:
            report = self.interval.report("interval", now, self.in_flight)
            self.interval = Tally(now)
            self.tallies = self.total, self.interval
        self.say(report)

    def say(self, report):
        if self.settings["OUTPUT_FORMAT"] == "json":
            line = json.dumps(report)
        else:
            line = report["event"] + "".join(f" {name}={'-' if value is None else value}"
                                             for name, value in report.items() if name != "event")
        try:
            print(line, flush=True)
        except OSError:  # whoever read our output has gone
            sys.stdout = open(os.devnull, "w")
            self.stop()


def is_http_url(text):
    try:
        url = urllib.parse.urlsplit(text)
        return re.fullmatch("http://[!-~]+", text) and url.hostname and url.port != 0 and "@" not in url.netloc
    except ValueError:
        return False


def read_settings(environment):
    """Returns the settings, and a sentence for each that is wrong."""
    url, output = environment.get("TARGET_URL", ""), environment.get("OUTPUT_FORMAT") or "text"
    settings, problems = {"TARGET_URL": url, "OUTPUT_FORMAT": output}, []
    if not is_http_url(url):
        problems.append("TARGET_URL: " + (f"not a plain http address (got {ascii(url)})" if url else "not set")
                        + "; expected http://host[:port][/path][?query]")
    if output not in ("text", "json"):
        problems.append(f"OUTPUT_FORMAT: neither text nor json (got {ascii(output)}); default text")
    whole, fraction = "[0-9]{1,9}", r"[0-9]{1,9}(\.[0-9]{1,9})?"
    for name, default, low, high, pattern in (
            ("RATE_PER_SECOND", 30, 0, 5000, fraction), ("TIMEOUT_SECONDS", 5, 0.01, 300, fraction),
            ("MAX_IN_FLIGHT", 256, 1, 4096, whole), ("REPORT_SECONDS", 10, 0.1, 3600, fraction),
            ("DURATION_SECONDS", 0, 0, 31536000, fraction), ("STOP_ON_STDIN_EOF", 0, 0, 1, whole)):
        text = environment.get(name) or str(default)
        settings[name] = float(text) if re.fullmatch(pattern, text) else -1
        if not low <= settings[name] <= high:
            kind = "whole number" if pattern == whole else "number"
            problems.append(f"{name}: not a {kind} from {low} to {high} (got {ascii(text)}); default {default}")
    return settings, problems


def stop_on_stdin_eof(stop):
    while os.read(0, 4096):  # not sys.stdin, whose lock a daemon thread would hold when the interpreter exits
        pass
    stop()


def main():
    settings, problems = read_settings(os.environ)
    if problems:
        print("\n".join("load_generator: " + problem for problem in problems), file=sys.stderr)
        return 1
    generator = Generator(settings)
    for number in (signal.SIGTERM, signal.SIGINT):  # as PID 1 of a container there is no default action for them
        signal.signal(number, generator.stop)
    if settings["STOP_ON_STDIN_EOF"]:
        threading.Thread(target=stop_on_stdin_eof, args=(generator.stop,), daemon=True).start()
    generator.say({"event": "start", "target": settings["TARGET_URL"], "rate": settings["RATE_PER_SECOND"]})
    generator.run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
