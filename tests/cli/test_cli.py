"""Why: qpost-cli keeps its promises on a real service: lines, exit codes, and nothing sent twice."""

import csv
import io
import subprocess
import sys

import pytest

from tests.cli.conftest import MakeTerminal, Terminal
from tests.service_fixtures import MakeService, RunningService

BLOCKED = """
import sys
sys.modules["PySide6"] = None
sys.modules["shiboken6"] = None
from qpost.cli import main
sys.exit(main())
"""


@pytest.fixture(scope="module")
def shared(make_shared_service: MakeService) -> RunningService:
    """One service for tests that do not stop it."""
    return make_shared_service()


@pytest.fixture
def terminal(make_terminal: MakeTerminal, shared: RunningService) -> Terminal:
    """A signed-in, synchronised terminal."""
    terminal = make_terminal(shared)
    terminal.sign_in()
    return terminal


def test_a_reply_is_durable_first_and_then_sent(terminal: Terminal) -> None:
    (number,) = terminal.unanswered(1)
    body = "お問い合わせありがとうございます。👍 が\r\n二行目"
    outcome = terminal.run("reply", number, "--status", "answered", "--body-file", terminal.body(body))
    assert outcome.code == 0
    assert [line["state"] for line in outcome.lines] == ["queued", "sent"]
    assert outcome.lines[0]["reply"]["body"] == body
    assert terminal.shop_texts(number)[-1].replace("\r\n", "\n") == body.replace("\r\n", "\n")
    assert terminal.run("outbox").lines == []


def test_list_filters_and_limits(terminal: Terminal) -> None:
    everything = terminal.run("list").lines
    assert len(everything) == 300
    answered = terminal.run("list", "--status", "answered", "--status", "answering").lines
    assert {line["status"] for line in answered} == {"answered", "answering"}
    assert len(terminal.run("list", "--limit", "7").lines) == 7
    item = next(line["item"]["number"] for line in everything if line["item"])
    found = terminal.run("list", "--item", item[:-1]).lines
    assert found
    assert all(line["item"]["number"].startswith(item[:-1]) for line in found)
    assert terminal.run("list", "--from", "1999-01-01", "--to", "1999-12-31").lines == []


def test_export_has_the_messages(terminal: Terminal) -> None:
    lines = terminal.run("export", "--limit", "5").lines
    assert [len(line["messages"]) == line["message_count"] for line in lines] == [True] * 5


def test_export_writes_a_table(terminal: Terminal) -> None:
    target = terminal.folder / "お問い合わせ.csv"
    outcome = terminal.run("export", "--csv", str(target), "--status", "answered", "--limit", "5")
    assert (outcome.code, outcome.lines) == (0, [{"file": str(target), "inquiries": 5}])
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfNumber,Status,")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    listed = terminal.run("list", "--status", "answered", "--limit", "5").lines
    assert [row["Number"] for row in rows] == [line["number"] for line in listed]
    assert {row["Status"] for row in rows} == {"answered"}
    assert [path.name for path in terminal.folder.glob("*.part")] == []
    absent = terminal.run("export", "--csv", str(terminal.folder / "no" / "x.csv"))
    assert (absent.code, absent.errors[0]["error"]) == (8, "file-unwritable")


def test_auto_reply_and_hide(terminal: Terminal) -> None:
    public = next(
        line["number"]
        for line in terminal.run("list", "--status", "unanswered").lines
        if line["visibility"] == "public" and line["replied_at"] is None
    )
    words = ("--title", "非表示のお知らせ", "--reason", "個人情報が含まれていたため")
    early = terminal.run("hide", public, *words)
    assert (early.code, early.errors[0]["error"]) == (5, "not-replied")
    assert terminal.run("auto-reply", public).code == 0
    assert terminal.run("hide", public, *words).code == 0
    (shown,) = terminal.run("show", public).lines
    assert (shown["hidden"], shown["status"]) == (True, "answered")


def test_faults_have_their_own_codes(terminal: Terminal, shared: RunningService) -> None:
    assert terminal.run("show", "no-such-number").code == 6
    assert terminal.run("list", "--shop", "nowhere").code == 6
    assert terminal.run("list", "--status", "lost").code == 2
    (number,) = terminal.unanswered(1)
    absent = terminal.run("reply", number, "--status", "answered", "--body-file", "/does/not/exist")
    assert (absent.code, absent.errors[0]["error"]) == (8, "file-unreadable")
    empty = terminal.run("reply", number, "--status", "answered", "--body-file", terminal.body(" \n"))
    assert (empty.code, empty.errors[0]["error"]) == (5, "validation")
    assert terminal.run("outbox").lines == []


def test_commands_need_a_sign_in(make_terminal: MakeTerminal, shared: RunningService) -> None:
    terminal = make_terminal(shared)
    outcome = terminal.run("list")
    assert (outcome.code, outcome.errors[0]["error"]) == (3, "sign-in-needed")
    rejected = terminal.run("login", stdin="wrong\n")
    assert (rejected.code, rejected.errors[0]["error"]) == (3, "invalid-credentials")


def test_without_a_keyring_everything_stays_in_memory_and_is_said(
    make_terminal: MakeTerminal, shared: RunningService
) -> None:
    terminal = make_terminal(shared, has_keyring=False)
    outcome = terminal.run("--password-stdin", "list", "--limit", "3", stdin=terminal.password + "\n")
    assert outcome.code == 0
    assert len(outcome.lines) == 3
    assert outcome.errors[0]["notice"] == "keyring-missing"
    assert not list((terminal.folder / "data").rglob("*.db*"))
    assert terminal.run("list").code == 3


def test_a_password_on_standard_input_leaves_the_saved_login_alone(terminal: Terminal) -> None:
    assert terminal.run("--password-stdin", "list", "--limit", "1", stdin=terminal.password).code == 0
    assert terminal.run("list", "--limit", "1").code == 0


def test_nothing_on_disk_can_be_read_without_the_key(terminal: Terminal) -> None:
    text = terminal.run("list", "--limit", "1").lines[0]["title"].encode()
    for path in (terminal.folder / "data").rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert text not in content
            assert terminal.password.encode() not in content


def test_a_reply_without_network_waits_for_the_next_sync(
    make_terminal: MakeTerminal, service: RunningService
) -> None:
    terminal = make_terminal(service)
    terminal.sign_in()
    (number,) = terminal.unanswered(1)
    service.kill()
    outcome = terminal.run("reply", number, "--status", "answered", "--body-file", terminal.body("あとで"))
    assert (outcome.code, outcome.errors[0]["error"]) == (4, "offline-unreachable")
    (waiting,) = terminal.run("outbox").lines
    assert (waiting["state"], waiting["reply"]["body"]) == ("queued", "あとで")
    assert terminal.run("sync").code == 4
    service.restart()
    synced = terminal.run("sync")
    assert (synced.code, synced.lines[-1]["delivered"]) == (0, 1)
    assert terminal.shop_texts(number)[-1] == "あとで"
    assert terminal.run("outbox").lines == []


def test_points_and_qcash_are_printed_exactly_and_as_last_read_without_network(
    make_terminal: MakeTerminal, service: RunningService
) -> None:
    terminal = make_terminal(service)
    terminal.sign_in()
    shops = [shop.id for shop in service.shops]
    points, qcash = terminal.run("points"), terminal.run("qcash")
    assert [(outcome.code, outcome.errors) for outcome in (points, qcash)] == [(0, [])] * 2
    assert [line["shop"] for line in points.lines] == [line["shop"] for line in qcash.lines] == shops
    for line in points.lines:
        months = line["months"]["value"]
        assert len(months) == 12
        assert months[-1]["points"] == line["conversion"]["value"]["last_month_points"]
        assert line["in_doubt_since"] is None
    assert all(line["qcash"]["value"]["balance"] > 0 for line in qcash.lines)
    (one,) = terminal.run("points", "--shop", shops[1]).lines
    assert one["grade"]["value"] == points.lines[1]["grade"]["value"]
    service.kill()
    offline = terminal.run("qcash")
    assert (offline.code, offline.errors[0]["error"]) == (4, "offline-unreachable")
    assert offline.lines == qcash.lines


def test_it_runs_where_qt_is_missing(terminal: Terminal) -> None:
    command = terminal.command("list", "--limit", "1")
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED, *command[3:]],
        capture_output=True,
        env=terminal.environment,
        check=True,
    )
    assert done.stdout.count(b"\n") == 1


def test_the_text_filter_knows_the_operators_and_says_what_it_cannot_look_for(terminal: Terminal) -> None:
    (first,) = terminal.run("list", "--limit", "1").lines
    found = terminal.run("list", "--text", f'from:"{first["customer"]["name"]}" after:2000').lines
    assert first["number"] in [line["number"] for line in found]
    assert {line["customer"]["name"] for line in found} == {first["customer"]["name"]}
    assert terminal.run("list", "--text", "before:2000").lines == []
    outcome = terminal.run("list", "--text", "before:xyz")
    assert (outcome.code, outcome.errors[0]["error"]) == (2, "usage")
    assert "before:xyz" in outcome.errors[0]["message"]
