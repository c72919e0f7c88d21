"""Why: a test run that is killed leaves no database server and no folder behind."""

import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

PROGRAM = """
import sys
from tests.postgres import running_postgres
with running_postgres() as server:
    print(server.new_database(), flush=True)
    sys.stdin.read()
"""


@pytest.mark.postgresql
@pytest.mark.skipif(sys.platform != "linux", reason="PostgreSQL is tested on Linux only")
def test_the_server_ends_with_a_killed_parent() -> None:
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        url = parent.stdout.readline().strip()
        with psycopg.connect(url) as connection:
            process_id = connection.info.backend_pid
            watched = connection.execute("SELECT 1").fetchone()
            assert (watched, process_id > 0) == ((1,), True)
            parent.kill()
            parent.wait(30)
            with pytest.raises(psycopg.OperationalError):
                connection.execute("SELECT pg_sleep(60)")
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
