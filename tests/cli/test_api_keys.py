"""Why: scripts work by the same kept keys as the windows, and no key stands on a command line."""

from dataclasses import dataclass
from pathlib import Path

from tests.cli.conftest import MakeTerminal
from tests.qapi.stand_in import KEY, StandIn

QAPI = ("--connection", "qapi")


@dataclass
class Desk:
    """The stand-in as a terminal needs it."""

    url: str
    login: str
    password: str


def test_password_and_key_come_in_two_lines_and_the_keys_serve_from_then_on(
    make_terminal: MakeTerminal, stand_in: StandIn
) -> None:
    market = stand_in.market
    terminal = make_terminal(Desk(stand_in.url, market.login, market.password))
    nobody = terminal.run(*QAPI, "list")
    assert (nobody.code, nobody.errors[0]["error"]) == (3, "sign-in-needed")
    wrong = terminal.run(*QAPI, "login", stdin=f"{market.password}\nwrong-key\n")
    assert (wrong.code, wrong.errors[0]["error"]) == (3, "qapi-sign-in")
    done = terminal.run(*QAPI, "login", stdin=f"{market.password}\n{market.api_key}\n")
    assert done.code == 0
    assert [shop["id"] for shop in done.lines[0]["shops"]] == [market.login]
    assert terminal.run(*QAPI, "list").code == 0
    assert stand_in.counts[KEY] == 2
    ring = Path(terminal.environment["TEST_KEYRING"]).read_text(encoding="utf-8")
    assert market.api_key in ring
    assert market.password not in ring
