"""Why: killed at any commit or request between the first letter and the confirmation, nothing is lost."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from qpost.models.account import ShopId
from qpost.models.inquiry import Inquiry
from qpost.models.outbox import Draft, OutboxRow
from tests.faults.desk import Desk, Office, Ring, send
from tests.faults.fault_proxy import FaultProxy

ROOT = Path(__file__).parents[2]
LEAST_POINTS = 28
MOST_POINTS = 120
AT_ONCE = 2


@dataclass(frozen=True)
class Life:
    """How far a program came, by its own words."""

    folder: Path
    inquiry: Inquiry
    body: str
    content: str
    lines: list[str]
    code: int

    @property
    def has_survived(self) -> bool:
        return self.lines[-1].startswith("survived")

    @property
    def has_decided(self) -> bool:
        return "decided" in self.lines

    @property
    def saved(self) -> tuple[int, int]:
        """Letters and files of the draft as last said to be saved."""
        told = [line.split() for line in self.lines if line.startswith("saved")]
        return (int(told[-1][1]), int(told[-1][2])) if told else (0, 0)


def _live(synced: Desk, folder: Path, inquiry: Inquiry, last: int) -> Life:
    """Run a program on a copy of the folder until it kills itself at point ``last``."""
    shutil.copytree(synced.folder, folder)
    body = f"強制終了の点 {last} です。👍\n二行目もあります。"
    content = f"添付 {last}"
    orders = {
        "folder": str(folder),
        "ring": [(*name, secret) for name, secret in synced.ring.items()],
        "last": last,
        "inquiry": inquiry.id,
        "body": body,
        "content": content,
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.victim"],
        input=json.dumps(orders).encode(),
        capture_output=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.stderr == b"", done.stderr.decode()
    return Life(folder, inquiry, body, content, done.stdout.decode().splitlines(), done.returncode)


def _assert_kept(life: Life, row: OutboxRow | None, draft: Draft | None) -> None:
    """What was said to be done is there to the letter, in one place."""
    if row is not None:
        assert draft is None
        assert row.reply is not None
        assert row.reply.body == life.body
        assert [file.sha256 for file in row.files] == [hashlib.sha256(life.content.encode()).hexdigest()]
        return
    assert not life.has_decided
    letters, files = life.saved
    if draft is None:
        assert (letters, files) == (0, 0)
        return
    assert life.body.startswith(draft.body)
    assert (len(draft.body), len(draft.files)) >= (letters, files)


def _assert_whole(life: Life, ring: Ring, office: Office, shop: ShopId) -> None:
    """After a new start everything is there, and the customer gets it exactly once."""
    desk = Desk(life.folder, ring).resume()
    try:
        workspace, inquiry_id = desk.workspace, life.inquiry.id
        assert workspace.store.database.read(lambda c: c.execute("PRAGMA integrity_check").fetchall()) == [
            ("ok",)
        ]
        row = next(iter(workspace.replies.waiting()), None)
        draft = workspace.store.drafts.get(inquiry_id)
        delivered = office.delivered(shop, inquiry_id).count(life.body)
        if row is None and delivered:  # confirmed right before the end
            assert (delivered, draft) == (1, None)
        else:
            _assert_kept(life, row, draft)
        if draft is not None:
            for file in draft.files:
                assert workspace.store.files.content(file) == life.content.encode()
            assert delivered == 0
            send(desk, shop, inquiry_id, draft.body, *draft.files)
        workspace.delivery.hasten()
        workspace.delivery.deliver_due()
        assert workspace.replies.waiting() == ()
        if row is not None or delivered:
            assert office.delivered(shop, inquiry_id).count(life.body) == 1
            assert office.file_names(shop, inquiry_id, life.body) == ["写真.txt"]
        elif draft is not None:
            assert office.delivered(shop, inquiry_id).count(draft.body) == 1
    finally:
        desk.close()


def test_killed_at_every_commit_and_every_request(
    synced: Desk, proxy: FaultProxy, office: Office, shop: ShopId, some: Iterator[Inquiry], tmp_path: Path
) -> None:
    names: list[str] = []
    with ThreadPoolExecutor(AT_ONCE) as workers:
        for first in range(1, MOST_POINTS, AT_ONCE):
            begun = [
                workers.submit(_live, synced, tmp_path / f"point{last}", next(some), last)
                for last in range(first, first + AT_ONCE)
            ]
            lives = [each.result() for each in begun]
            for life in lives:
                _assert_whole(life, Ring(synced.ring), office, shop)
                if not life.has_survived:
                    assert life.code != 0
                    names.append(life.lines[-1])
            if any(life.has_survived for life in lives):
                break
        else:
            raise AssertionError("it never survived")
    assert len(names) >= LEAST_POINTS, names
    assert sum("a commit" in name for name in names) >= 18, names
    assert any("POST" in name and "/replies" in name for name in names), names
