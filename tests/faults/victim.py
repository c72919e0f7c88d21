"""Why: a program that writes and sends one reply, and kills itself at the point it is told.

Points are every commit of the local database, right before it is durable and right after, and every
request, before it leaves and after its answer came. What is done is told on standard output.
"""

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any
from unittest import mock

import apsw

from qpost.api.transport import Answer, Transport
from qpost.models.inquiry import InquiryId, Status
from qpost.models.outbox import Draft, OutboxFile
from tests.faults.desk import Desk, Ring, new_key, now

_send = Transport.send
KILL = signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL


class Points:
    """Counts the points and does not come back from number ``last``."""

    def __init__(self, last: int) -> None:
        self.last = last
        self.count = 0

    def reach(self, name: str) -> None:
        """Come to the next point."""
        self.count += 1
        if self.count == self.last:
            tell(f"killed {name}")
            os.kill(os.getpid(), KILL)

    def watch(self, connection: apsw.Connection) -> None:
        """Make the commits of a new database connection points."""

        def before() -> bool:
            self.reach("before a commit")
            return False

        def after(_: apsw.Connection, name: str, pages: int) -> int:
            self.reach("after a commit")
            return apsw.SQLITE_OK

        connection.set_commit_hook(before)
        connection.set_wal_hook(after)

    def send(self, transport: Transport, method: str, path: str, **options: Any) -> Answer:
        """Make the beginning and the end of a request points."""
        self.reach(f"before {method} {path}")
        answer = _send(transport, method, path, **options)
        self.reach(f"after {method} {path}")
        return answer


def tell(line: str) -> None:
    """Say what is done; it is read even when nothing follows."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def run(desk: Desk, inquiry_id: InquiryId, body: str, content: bytes) -> None:
    """Write a reply in several steps, attach a file, send and deliver it."""
    desk.resume()
    replies = desk.workspace.replies

    def save(text: str, *files: OutboxFile) -> None:
        replies.save_draft(
            Draft(
                inquiry_id=inquiry_id,
                title="[Re] 件名",
                body=text,
                status=Status.ANSWERED,
                files=files,
                updated_at=now(),
            )
        )
        tell(f"saved {len(text)} {len(files)}")

    save(body[: len(body) // 3])
    save(body[: len(body) // 2])
    file = replies.attach(content, "写真.txt")
    save(body[: len(body) // 2], file)
    save(body, file)
    thread = desk.workspace.inbox.thread(inquiry_id)
    assert thread is not None
    assert thread.draft is not None
    (stored,) = desk.workspace.store.inquiries.by_number(thread.inquiry.number)
    replies.send(
        key=new_key(),
        shop=stored.shop_id,
        inquiry_id=inquiry_id,
        expected_version=thread.inquiry.version,
        title=thread.draft.title,
        body=thread.draft.body,
        status=Status.ANSWERED,
        files=thread.draft.files,
    )
    tell("decided")
    desk.workspace.delivery.deliver_due()
    assert replies.waiting() == ()
    tell("delivered")


def main() -> None:
    """Take the orders from standard input and carry them out as far as the point named there."""
    orders = json.loads(sys.stdin.buffer.read())
    points = Points(orders["last"])
    apsw.connection_hooks.append(points.watch)
    ring = Ring({(service, name): secret for service, name, secret in orders["ring"]})
    desk = Desk(Path(orders["folder"]), ring)
    with mock.patch.object(Transport, "send", lambda *call, **options: points.send(*call, **options)):
        run(desk, InquiryId(orders["inquiry"]), orders["body"], orders["content"].encode())
    tell(f"survived {points.count}")


if __name__ == "__main__":
    main()
