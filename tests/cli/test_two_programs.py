"""Why: two programs at one outbox bring each reply to the customer once, and so does a damaged store."""

import subprocess

from tests.cli.conftest import MakeTerminal
from tests.service_fixtures import RunningService

REPLIES = 3


def test_syncs_at_once_deliver_each_reply_once(make_terminal: MakeTerminal, service: RunningService) -> None:
    terminal = make_terminal(service)
    terminal.sign_in()
    numbers = terminal.unanswered(REPLIES)
    service.kill()
    for number in numbers:
        words = ("reply", number, "--status", "answered", "--body-file", terminal.body(f"返信 {number}"))
        assert terminal.run(*words).code == 4
    service.restart()
    syncs = [
        subprocess.Popen(
            terminal.command("sync"),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=terminal.environment,
        )
        for _ in range(3)
    ]
    for sync in syncs:
        _, errors = sync.communicate(timeout=120)
        assert sync.returncode == 0, errors
    assert terminal.run("outbox").lines == []
    for number in numbers:
        assert terminal.shop_texts(number).count(f"返信 {number}") == 1


def test_a_damaged_store_is_said_and_its_replies_still_go_out_once(
    make_terminal: MakeTerminal, service: RunningService
) -> None:
    terminal = make_terminal(service)
    terminal.sign_in()
    (number,) = terminal.unanswered(1)
    service.kill()
    words = ("reply", number, "--status", "answered", "--body-file", terminal.body("損傷のあと"))
    assert terminal.run(*words).code == 4
    (path,) = (terminal.folder / "data").rglob("*.db")
    path.write_bytes(b"damaged" * 10_000)
    waiting = terminal.run("outbox")
    assert [line["reply"]["body"] for line in waiting.lines] == ["損傷のあと"]
    assert waiting.errors[0]["notice"] == "store-recovered"
    assert "unsent replies saved: 1" in waiting.errors[0]["message"]
    service.restart()
    synced = terminal.run("sync")
    assert (synced.code, synced.errors) == (0, [])
    assert terminal.shop_texts(number).count("損傷のあと") == 1
