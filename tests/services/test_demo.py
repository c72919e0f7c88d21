"""Why: the demo service must not outlive the program, not even one that was killed."""

import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

PROGRAM = """
import sys
from pathlib import Path
from qpost.services.demo import DemoService, demo_command
print(DemoService(demo_command(Path(sys.argv[1]))).start().url, flush=True)
sys.stdin.read()
"""
GONE_WITHIN_S = 60.0


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_the_service_ends_when_its_program_is_killed(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert program.stdout is not None
    assert program.stdin is not None
    with program.stdout, program.stdin:
        port = urlsplit(program.stdout.readline().decode().strip()).port
        assert port is not None
        assert _answers(port)
        program.kill()
        program.wait()
    deadline = time.monotonic() + GONE_WITHIN_S
    while _answers(port):
        assert time.monotonic() < deadline
        threading.Event().wait(0.05)  # nothing tells of another program's end but asking
