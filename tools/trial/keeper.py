"""Why: the tour takes its service away and back; under Wine a service on this side obeys it."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tools.checkout import PYTHON, ROOT

INQUIRIES = 600


class Service:
    """A demo seller's service on one port; what it knows outlives a stop."""

    def __init__(self, folder: Path, *, inquiries: int = INQUIRIES) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        python = PYTHON if PYTHON.exists() else sys.executable  # tests may run in an environment of their own
        self._command = [str(python), "-m", "qpost.server", "--port", str(port), "--data", str(folder)]
        self._command += ["--seed", "1", "--inquiries", str(inquiries)]
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> bytes:
        """Start it anew; return the line it prints when it answers: address, login and password as JSON."""
        with self._lock:
            self._end()
            self._process = subprocess.Popen(self._command, cwd=ROOT, stdout=subprocess.PIPE)
            return b"" if self._process.stdout is None else self._process.stdout.readline()

    def stop(self) -> None:
        """End it; requests are refused from now on."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()


@contextlib.contextmanager
def demo_service(*, inquiries: int = INQUIRIES) -> Iterator[Service]:
    """Yield a service over a folder of its own, which is not started yet and is gone after the block."""
    with tempfile.TemporaryDirectory(prefix="qpost-trial-", ignore_cleanup_errors=True) as place:
        service = Service(Path(place) / "service", inquiries=inquiries)
        try:
            yield service
        finally:
            service.stop()


@contextlib.contextmanager
def keeper_of(service: Service) -> Iterator[str]:
    """Yield the address at which POST /start and /stop start and stop ``service``."""

    class Door(BaseHTTPRequestHandler):
        """Obeys two requests and says nothing about it."""

        def do_POST(self) -> None:
            answer = service.start() if self.path == "/start" else b""
            if self.path == "/stop":
                service.stop()
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        thread = threading.Thread(target=server.serve_forever, name="keeper", daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()
