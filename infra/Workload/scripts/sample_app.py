"""The workload that KEDA scales: a threaded HTTP/1.1 server, standard library only.

Environment (empty counts as unset):
  PORT               8000     TCP port; 0 takes any free one. The first line of output says which.
  HOST               0.0.0.0  address to listen on, IPv4 or IPv6.
  WORK_MILLISECONDS  0        work per counted request, 0 to 60000. It is time slept, as in an app that waits for its
                              database: latency and requests in flight grow, CPU does not.
  READ_SECONDS       10       time a client has to send a request's head, and again its body; 1 to 300.
  DRAIN_SECONDS      20       longest time from SIGTERM to exit, 1 to 600; keep it under the pod's grace period.
  STOP_ON_STDIN_EOF  0        1 = the end of standard input acts as SIGTERM, so that the app does not outlive a parent
                              that was killed. Leave it 0 in a container, where stdin is at its end from the start.

/metrics (Prometheus text format) and /healthz (probes) are not counted. Every other path is, in
http_requests_total{method,code} and http_request_duration_seconds; GET, HEAD and POST get 200.
Output: "listening on HOST:PORT" first, "served N" last (N = requests counted with code 200).
Exit code: 0 after SIGTERM or SIGINT, 1 when it cannot start.
"""
import email.utils
import http
import os
import re
import signal
import socket
import socketserver
import sys
import threading
import time
from bisect import bisect_left

METHODS = ("GET", "HEAD", "POST")
REJECTIONS = (400, 408, 411, 413, 431, 501, 505)  # counted as method="other": a client must not invent label values
BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
MAX_HEAD_BYTES = 16 * 1024
MAX_BODY_BYTES = 1024 * 1024
MAX_CONNECTIONS = 200  # a thread each; further clients wait in the listen backlog
LISTEN_BACKLOG = 1024
TICK_SECONDS = 0.25  # SIGTERM is noticed within it
IDLE_SECONDS = 75  # how long a connection may stay open without a request, and the same after SIGTERM
DRAIN_IDLE_SECONDS = 2
LINGER_SECONDS = 2
REQUEST_LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+) ([\x21-\x7e]+) HTTP/([0-9])\.([0-9])")
HEADER_LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):([^\x00-\x08\x0a-\x1f\x7f]*)")


class Reject(Exception):
    """Carries the status of a request that is refused; its connection closes."""


class Metrics:
    """Counter and histogram. All label sets exist from the start: rate() needs the 0 before the first request."""

    def __init__(self):
        self._lock = threading.Lock()  # += is not atomic
        self._requests = {(method, 200): 0 for method in METHODS}
        self._requests.update({("other", code): 0 for code in REJECTIONS})
        self._buckets = [0] * (len(BUCKETS) + 1)
        self._seconds = 0.0

    def count(self, method, code, seconds=None):
        with self._lock:
            self._requests[method, code] += 1
            if seconds is not None:
                self._buckets[bisect_left(BUCKETS, seconds)] += 1
                self._seconds += seconds

    def served(self):
        with self._lock:
            return sum(self._buckets)

    def exposition(self):
        with self._lock:
            requests, buckets, seconds = dict(self._requests), list(self._buckets), self._seconds
        lines = ["# HELP http_requests_total HTTP requests answered, without probes and scrapes.",
                 "# TYPE http_requests_total counter"]
        lines += [f'http_requests_total{{method="{m}",code="{c}"}} {n}' for (m, c), n in requests.items()]
        lines += ["# HELP http_request_duration_seconds Time from request head to answer, code 200 only.",
                  "# TYPE http_request_duration_seconds histogram"]
        lines += [f'http_request_duration_seconds_bucket{{le="{bound}"}} {sum(buckets[:i + 1])}'
                  for i, bound in enumerate(BUCKETS + ("+Inf",))]
        lines += [f"http_request_duration_seconds_sum {seconds}", f"http_request_duration_seconds_count {sum(buckets)}"]
        return "\n".join(lines) + "\n"


class Connection(socketserver.BaseRequestHandler):
    """One client. It parses by hand because http.server lets malformed headers and megabytes of good ones pass."""

    def handle(self):
        self.buffer = bytearray()
        self.request.settimeout(TICK_SECONDS)
        self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            try:
                while self.request_begins() and self.serve_request():
                    pass
            except Reject as reject:
                self.refuse(*reject.args)
        except OSError:
            pass  # the client has gone, or does not read its answer

    def receive(self, deadline):
        """Adds what arrives to the buffer; False at the end of the stream or when deadline() has passed."""
        while time.monotonic() < deadline():
            try:
                data = self.request.recv(MAX_HEAD_BYTES)
            except socket.timeout:
                continue
            self.buffer += data
            return bool(data)
        return False

    def receive_more(self):
        # The deadline is for a whole head or body, so that a client sending a byte now and then cannot stay for ever.
        if not self.receive(lambda: self.deadline):
            raise Reject(408)

    def request_begins(self):
        """Waits for a request's first byte; False when the connection is to be closed instead."""
        since = time.monotonic()
        while not self.buffer.lstrip(b"\r\n"):  # RFC 9112, 2.2: ignore empty lines before a request
            self.buffer.clear()
            if not self.receive(lambda: self.server.idle_deadline(since)):
                return False
        self.buffer = self.buffer.lstrip(b"\r\n")
        return True

    def read_line(self):
        while (end := self.buffer.find(b"\n")) < 0 and len(self.buffer) < self.head_left:
            self.receive_more()
        if not 0 <= end < self.head_left:
            raise Reject(431)
        line = bytes(self.buffer[:end])
        del self.buffer[:end + 1]
        self.head_left -= end + 1
        return line[:-1] if line.endswith(b"\r") else line

    def read_head(self):
        self.deadline = time.monotonic() + self.server.read_seconds
        self.head_left = MAX_HEAD_BYTES
        request = REQUEST_LINE.fullmatch(self.read_line())
        if not request:
            raise Reject(400)
        method, target, major, minor = (part.decode("ascii") for part in request.groups())
        if major != "1":
            raise Reject(505)
        headers = {}
        while line := self.read_line():
            header = HEADER_LINE.fullmatch(line)
            if not header or (header[1].lower() in headers and header[1].lower() in (b"host", b"content-length")):
                raise Reject(400)
            headers[header[1].lower()] = header[2].strip(b" \t").lower()
        # A target may be a whole URL (RFC 9112, 3.2.2).
        path = re.sub("^http://[^/?#]+", "", target, flags=re.IGNORECASE).split("?")[0] or "/"
        if not path.startswith("/") or (minor != "0" and b"host" not in headers):
            raise Reject(400)
        close = minor == "0" or b"close" in re.split(rb"[ \t,]+", headers.get(b"connection", b""))
        return method, path, headers, close

    def discard_body(self, headers):
        """Reads past the body, keeping none of it, to where the connection's next request begins."""
        length = headers.get(b"content-length", b"0")
        if not re.fullmatch(rb"[0-9]{1,18}", length):
            raise Reject(400)
        left = int(length)
        if b"transfer-encoding" in headers or left > MAX_BODY_BYTES:
            raise Reject(411 if b"transfer-encoding" in headers else 413)
        if left > len(self.buffer) and headers.get(b"expect") == b"100-continue":
            self.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        self.deadline = time.monotonic() + self.server.read_seconds
        while left > len(self.buffer):
            left -= len(self.buffer)
            self.buffer.clear()
            self.receive_more()
        del self.buffer[:left]

    def serve_request(self):
        """Serves one request; True when the connection stays open for another."""
        method, path, headers, close = self.read_head()
        if method not in METHODS:
            raise Reject(501)
        started = time.monotonic()
        self.discard_body(headers)
        if path == "/metrics":
            body = self.server.metrics.exposition()
        elif path == "/healthz":
            body = "ok\n"
        else:
            body = f"hello from {socket.gethostname()}\n"
            time.sleep(self.server.work_seconds)
            # Before the answer goes out, so that whoever has the answer finds it counted.
            self.server.metrics.count(method, 200, time.monotonic() - started)
        # While draining, a connection closes after the last request that it has already sent.
        close = close or (self.server.stopping_since is not None and not self.buffer)
        self.respond(200, body, close, method == "HEAD", "; version=0.0.4" if path == "/metrics" else "")
        return not close

    def respond(self, code, body, close, head_only=False, version=""):
        head = (f"HTTP/1.1 {code} {http.HTTPStatus(code).phrase}\r\nDate: {email.utils.formatdate(usegmt=True)}\r\n"
                f"Content-Type: text/plain{version}; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
                + ("Connection: close\r\n\r\n" if close else "\r\n"))
        self.send((head if head_only else head + body).encode("ascii"))

    def send(self, data):
        self.request.settimeout(self.server.read_seconds)
        self.request.sendall(data)
        self.request.settimeout(TICK_SECONDS)

    def refuse(self, code):
        self.server.metrics.count("other", code)
        self.respond(code, f"{code} {http.HTTPStatus(code).phrase}\n", close=True)
        # Closing with input unread resets the connection, and the client might never see the answer.
        self.request.shutdown(socket.SHUT_WR)
        deadline = time.monotonic() + LINGER_SECONDS
        while self.receive(lambda: deadline):
            self.buffer.clear()


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """Accepts while there is room for a connection, and leaves without losing one."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name == "posix"  # on Windows it would let two servers share a port
    request_queue_size = LISTEN_BACKLOG
    timeout = TICK_SECONDS

    def __init__(self, settings):
        self.address_family = socket.AF_INET6 if ":" in settings["HOST"] else socket.AF_INET
        super().__init__((settings["HOST"], settings["PORT"]), Connection, bind_and_activate=False)
        self.work_seconds = settings["WORK_MILLISECONDS"] / 1000
        self.read_seconds = settings["READ_SECONDS"]
        self.drain_seconds = settings["DRAIN_SECONDS"]
        self.metrics = Metrics()
        self.stopping_since = None
        self.changed = threading.Condition()
        self.connections = 0

    def stop(self, *_):
        # Runs in signal handlers, where waiting for a lock could be for ever; hence a plain attribute and TICK_SECONDS.
        self.stopping_since = self.stopping_since or time.monotonic()

    def idle_deadline(self, since):
        stopping = self.stopping_since
        return since + IDLE_SECONDS if stopping is None else max(since, stopping) + DRAIN_IDLE_SECONDS

    def accept_one(self):
        """Takes one connection from the backlog; False when none came within a tick."""
        self.backlog_empty = False
        with self.changed:
            room = self.changed.wait_for(lambda: self.connections < MAX_CONNECTIONS, TICK_SECONDS)
        if room:
            self.handle_request()
        return not self.backlog_empty

    def handle_timeout(self):
        self.backlog_empty = True

    def process_request(self, request, client_address):
        with self.changed:
            self.connections += 1
        super().process_request(request, client_address)

    def shutdown_request(self, request):  # socketserver calls it once for each connection, whatever happened
        super().shutdown_request(request)
        with self.changed:
            self.connections -= 1
            self.changed.notify_all()

    def drain(self):
        """Serves the backlog and what is in flight; returns how many connections were still open at the deadline."""
        deadline = self.stopping_since + self.drain_seconds
        refuse_new_handshakes(self.socket)
        # Where new clients cannot be kept out, half of the time is left for those already in.
        while self.accept_one() and time.monotonic() < deadline - self.drain_seconds / 2:
            pass
        self.server_close()
        with self.changed:
            self.changed.wait_for(lambda: not self.connections, max(0, deadline - time.monotonic()))
            return self.connections


def refuse_new_handshakes(listener):
    """Ties the listener to a network interface that does not exist: new clients are refused at once, while what is in
    the backlog and handshakes under way still come through. Without it the backlog of a busy server never gets empty,
    and whoever connects between the last accept() and close() is reset together with its request. Linux 5.7 or later;
    elsewhere it takes those who route to this server to stop doing so before SIGTERM."""
    if sys.platform == "linux":
        so_bindtoifindex = 62
        try:
            listener.setsockopt(socket.SOL_SOCKET, so_bindtoifindex, 0x7FFFFFFF)
        except OSError:
            pass  # an older kernel, or a sandbox that is not quite Linux


def read_settings(environment):
    """Returns the settings, and a sentence for each that is wrong."""
    settings, problems = {"HOST": environment.get("HOST") or "0.0.0.0"}, []
    for name, default, low, high in (("PORT", 8000, 0, 65535), ("WORK_MILLISECONDS", 0, 0, 60000),
                                     ("READ_SECONDS", 10, 1, 300), ("DRAIN_SECONDS", 20, 1, 600),
                                     ("STOP_ON_STDIN_EOF", 0, 0, 1)):
        text = environment.get(name) or str(default)
        settings[name] = int(text) if re.fullmatch("[0-9]{1,9}", text) else -1
        if not low <= settings[name] <= high:
            problems.append(f"{name}: not a whole number from {low} to {high} (got {ascii(text)}); default {default}")
    return settings, problems


def stop_on_stdin_eof(stop):
    while os.read(0, 4096):  # not sys.stdin, whose lock a daemon thread would hold when the interpreter exits
        pass
    stop()


def say(line):
    try:
        print(line, flush=True)
    except OSError:  # whoever read our output has gone; the requests matter more
        sys.stdout = open(os.devnull, "w")


def main():
    settings, problems = read_settings(os.environ)
    if problems:
        print("\n".join("sample_app: " + problem for problem in problems), file=sys.stderr)
        return 1
    server = Server(settings)
    for number in (signal.SIGTERM, signal.SIGINT):  # as PID 1 of a container there is no default action for them
        signal.signal(number, server.stop)
    try:
        server.server_bind()
        server.server_activate()
    except (OSError, UnicodeError) as error:
        print(f"sample_app: cannot listen on {settings['HOST']} port {settings['PORT']}: "
              f"{getattr(error, 'strerror', None) or error}; "
              "set HOST and PORT to an address that is free, PORT=0 for any port", file=sys.stderr)
        return 1
    say("listening on {}:{}".format(*server.server_address))
    if settings["STOP_ON_STDIN_EOF"]:
        threading.Thread(target=stop_on_stdin_eof, args=(server.stop,), daemon=True).start()
    while server.stopping_since is None:
        server.accept_one()
    left = server.drain()
    if left:
        print(f"sample_app: {left} connections still open after DRAIN_SECONDS={settings['DRAIN_SECONDS']}",
              file=sys.stderr)
    say(f"served {server.metrics.served()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
