"""Why: the published document and the running service agree, whatever is thrown at them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from qpost.models.account import Capability
from qpost.server.database import create_schema, open_engine, sqlite_url
from tests.server.staging import Staged, running

SIGN_IN, SIGN_OUT = "/v1/sessions", "/v1/sessions/current"
CONFIGURATION = Path(__file__).parents[2] / "schemathesis.toml"


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staged]:
    engine = open_engine(sqlite_url(tmp_path_factory.mktemp("fuzzed") / "qpost.db"))
    create_schema(engine)
    with running(engine) as staged:
        yield staged
    engine.dispose()


@pytest.mark.parametrize(
    "scope",
    [
        pytest.param(["--exclude-path", SIGN_OUT, "--exclude-path", SIGN_IN], id="signed in"),
        pytest.param(["--include-path", SIGN_OUT, "--include-path", SIGN_IN], id="signing in and out"),
    ],
)
def test_every_operation_keeps_the_document(fuzzed: Staged, tmp_path: Path, scope: list[str]) -> None:
    seller = fuzzed.new_seller()
    fuzzed.new_inquiry(seller, visibility="public")
    fuzzed.open_books(seller, settlement=100_000)
    fuzzed.earn(seller, 12_352)
    options = [
        "--phases",
        "examples,coverage,fuzzing,stateful",
        "-n",
        "3",
        "--seed",
        "1",
        "--generation-deterministic",
    ]
    options += ["--header", f"Authorization: {seller.client.headers['Authorization']}", "--no-color"]
    program = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(CONFIGURATION)]
    done = subprocess.run(
        [*program, "run", f"{fuzzed.url}/v1/openapi.json", *options, *scope],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-1000:]
    assert "Tested: 0" not in done.stdout
    if "--exclude-path" in scope:  # a session that ends early would leave nothing but 401 to check
        assert "Authentication failed" not in done.stdout


def test_document_names_every_path_of_the_contract_and_no_other(fuzzed: Staged) -> None:
    document = fuzzed.new_client().get("/v1/openapi.json").json()
    written = {(method, path) for path, methods in document["paths"].items() for method in methods}
    expected = (Path(__file__).parent / "operations.txt").read_text(encoding="utf-8").split("\n")
    assert written == {tuple(line.split()) for line in expected if line}
    assert document["components"]["securitySchemes"] == {"bearer": {"type": "http", "scheme": "bearer"}}


def test_every_capability_of_the_contract_is_offered(fuzzed: Staged) -> None:
    offered = fuzzed.new_client().get("/v1/health").json()["capabilities"]
    of_qoo10_only = {Capability.SETTLES_ONLY}
    assert sorted(offered) == sorted(word.value for word in set(Capability) - of_qoo10_only)
