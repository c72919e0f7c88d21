"""Why: the real window at work for a long time, weighed from inside once a second.

Run as ``python -m benchmarks._soak_desk ACCESS DIR SECONDS``; prints one JSON object a second.
"""

import json
import os
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks._memory import own_kib
from qpost.app import Application, Options
from qpost.models.events import InquiriesChanged
from qpost.models.settings import Connection, SignInForm
from qpost.store.credentials import Credentials
from qpost.ui.collector import Collector
from qpost.ui.shell import Shell

_SAMPLE_MS, _WORK_MS = 1_000, 1_700


class _Ring:
    """A keyring for this run."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._kept.pop((service, username), None)


class Seller:
    """Opens one inquiry after the other, scrolls, filters, and answers every third."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._turns = 0
        self.replies = 0

    def work(self) -> None:
        """Do the next thing."""
        self._turns += 1
        page = self._shell.inquiries
        rows = page.list.model.rowCount()
        if not rows:
            return
        view = page.list.view
        view.selectRow(self._turns * 7 % rows)
        view.scrollTo(view.currentIndex())
        reply = page.conversation.reply
        if self._turns % 3 == 0 and reply.inquiry is not None:
            reply.editor.insert(f"ご連絡ありがとうございます。{self._turns}")
            reply.send_button.click()
            self.replies += 1


def weigh() -> dict[str, float]:
    """Return this process's proportional memory in MB, its threads and its open handles."""
    handles = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - a listing of handles, not of files
    return {"pss_mb": own_kib() / 1024, "threads": threading.active_count(), "handles": handles}


def main() -> int:
    """Sign in, work for the time given, and print what it weighs."""
    access, folder, limit_s = json.loads(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    qt = QApplication([])
    ring = _Ring()
    credentials = Credentials(ring=lambda: ring)
    application = Application(qt, Options(data=folder, language="ja"), credentials=credentials)
    form = SignInForm(login=access["login"], extension="A1", connection=Connection(address=access["url"]))
    workspace = application.sessions.sign_in(form, access["password"]).workspace
    changes = [0]

    def count(event: InquiriesChanged) -> None:
        changes[0] += len(event.ids)

    application.kit.bridge.inquiries_changed.connect(count)
    shell = Shell(workspace, application.kit)
    shell.show_shop(None)
    shell.show()
    workspace.start()
    collector = Collector()
    collector.start()
    seller = Seller(shell)
    begun = time.monotonic()

    def sample() -> None:
        line = {"s": time.monotonic() - begun, "changes": changes[0], "replies": seller.replies, **weigh()}
        print(json.dumps(line), flush=True)
        if line["s"] >= limit_s:
            qt.quit()

    for interval_ms, slot in ((_SAMPLE_MS, sample), (_WORK_MS, seller.work)):
        timer = QTimer(qt, interval=interval_ms)
        timer.timeout.connect(slot)
        timer.start()
    print(json.dumps({"started": datetime.now(UTC).isoformat()}), flush=True)
    qt.exec()
    shell.close()
    workspace.close()
    application.close()
    collector.stop()
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
