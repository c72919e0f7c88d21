"""Why: one outbox row's way to the service: refresh, upload, send, and settle whatever came of it."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from msgspec import structs

from qpost.models.errors import Conflict, Offline, QpostError, Refused, SignInRejected, StoreFault, TryLater
from qpost.models.events import InquiriesChanged, OutboxChanged
from qpost.models.inquiry import Author, Inquiry, MessageId
from qpost.models.outbox import OutboxFile, OutboxRow, OutboxState
from qpost.models.outbox_rules import (
    CHANGED,
    LONGEST_NAMED_DELAY_S,
    Entry,
    Step,
    Verdict,
    backoff_s,
    is_done,
    next_step,
    own_message,
    verdict,
)
from qpost.services.exchange import Exchange
from qpost.services.link import Link
from qpost.services.publisher import Publisher
from qpost.store.account_store import AccountStore

PATIENT_CONFLICTS = 3
"""So many conflicts in a row are taken for chance; from then on there is a pause after each."""

UNCLEAR = "unclear"
"""The reason of a row whose fate cannot be read back; the seller decides."""

_log = logging.getLogger(__name__)


class Courier:
    """Delivers single rows; every step is on the disk before the next one is taken."""

    def __init__(
        self,
        *,
        store: AccountStore,
        link: Link,
        exchange: Exchange,
        publisher: Publisher,
        now: Callable[[], datetime],
        chance: Callable[[], float],
    ) -> None:
        self._store = store
        self._link = link
        self._exchange = exchange
        self._publisher = publisher
        self._now = now
        self._chance = chance

    def orphaned(self, entry: Entry) -> None:
        """Mark a row that was cut off while it was being sent: nobody knows what became of it."""
        self._move(entry, entry.moved(OutboxState.UNCONFIRMED, not_before=self._now()))

    def deliver(self, entry: Entry) -> float | None:
        """Bring a row as far as it goes now.

        Returns the seconds to leave the connection alone when it is what failed, None when other rows
        may go on. Raises ``StoreFault`` only; a row cut off by that is settled by the next pass.
        """
        try:
            self._advance(entry)
        except StoreFault:
            raise
        except QpostError as error:
            return self._after(entry, error)
        except Exception:  # a bug with one row must not keep the others from going
            _log.exception("delivering a row failed")
            return self._after(entry, QpostError())
        return None

    def _advance(self, entry: Entry) -> None:
        honours = self._link.call(lambda backend: backend.honours_idempotency)
        if entry.sent_version is not None and honours:
            self._send(
                entry, entry.sent_version, seen=entry.seen
            )  # the very same request, without looking first
            return
        fresh = self._read(entry.row)
        own = self._store.outbox.own_messages(entry.row.inquiry_id)
        match next_step(entry, fresh, own=own):
            case Step.CONFIRM:
                self._confirm(entry, fresh)
            case Step.STOP:
                self._move(entry, entry.moved(OutboxState.FAILED, reason=CHANGED))
            case Step.ASK:
                judged = Verdict(OutboxState.UNCONFIRMED, entry.row.reason or UNCLEAR, keeps_request=True)
                self._apply(structs.replace(entry, row=_tried(entry.row)), entry, judged)
            case Step.SEND:
                seen = entry.seen or frozenset(message.id for message in fresh.messages or ())
                self._send(self._with_uploads(entry), fresh.version, seen=seen)

    def _read(self, row: OutboxRow) -> Inquiry:
        """Read the inquiry anew and store it, so that what stops a write can be seen."""
        fresh = self._exchange.read(row.shop_id, row.inquiry_id)
        self._keep(row, fresh)
        return fresh

    def _keep(self, row: OutboxRow, fresh: Inquiry) -> None:
        stored = self._store.inquiries.get(row.inquiry_id)
        if stored is None or stored.inquiry.version < fresh.version:
            self._store.inquiry_writes.put(row.shop_id, [fresh])
            self._publisher.publish(InquiriesChanged(shop_id=row.shop_id, ids=frozenset({row.inquiry_id})))

    def _with_uploads(self, entry: Entry) -> Entry:
        """Upload what is not there yet; each upload is remembered at once and never repeated."""
        for place, file in enumerate(entry.row.files):
            if file.attachment_id is not None:
                continue
            files = list(entry.row.files)
            files[place] = self._uploaded(entry, file)
            after = structs.replace(entry, row=structs.replace(entry.row, files=tuple(files)))
            if not self._store.outbox.move(entry, after):
                return entry  # taken back meanwhile; sending will notice
            entry = after
        return entry

    def _uploaded(self, entry: Entry, file: OutboxFile) -> OutboxFile:
        content = self._store.files.content(file)
        key = entry.file_key(file)
        stored = self._link.call(
            lambda backend: backend.upload(
                entry.row.shop_id, file_name=file.file_name, content=content, key=key
            )
        )
        return structs.replace(file, attachment_id=stored.id)

    def _send(self, entry: Entry, version: int, *, seen: frozenset[MessageId]) -> None:
        sending = entry.moved(
            OutboxState.SENDING,
            seen=seen,
            sent_version=version,
            attempts=entry.row.attempts + 1,
            reason=None,
        )
        if not self._move(entry, sending):
            return  # taken back at the last moment
        try:
            inquiry = self._exchange.post(sending)
        except Refused as error:
            if isinstance(error, SignInRejected):
                raise
            self._settle(sending, error, is_repeat=entry.sent_version is not None)
        else:
            self._confirm(sending, inquiry)

    def _settle(self, sending: Entry, error: Refused, *, is_repeat: bool) -> None:
        """Act on a refusal. One of a repeated request may mean that the first had been accepted."""
        if is_repeat:
            try:
                fresh = self._read(sending.row)
            except SignInRejected:
                raise
            except Refused as unreadable:
                _log.info("a repeated write was refused and cannot be read back: %s", unreadable.code)
            else:
                own = self._store.outbox.own_messages(sending.row.inquiry_id)
                if is_done(sending, fresh, own=own):
                    self._confirm(sending, fresh)
                    return
        if isinstance(error, Conflict):  # nothing was changed: look again, then send what is a new request
            attempts = sending.row.attempts
            delay_s = 0.0 if attempts < PATIENT_CONFLICTS else backoff_s(attempts, chance=self._chance())
            after = sending.moved(
                OutboxState.QUEUED,
                sent_version=None,
                round=sending.round + 1,
                not_before=self._now() + timedelta(seconds=delay_s),
            )
        else:
            after = sending.moved(OutboxState.FAILED, sent_version=None, reason=error.code)
        self._move(sending, after)

    def _confirm(self, entry: Entry, inquiry: Inquiry) -> None:
        """Write down that it arrived, together with what the inquiry looks like now."""
        after = entry.moved(OutboxState.SENT, reason=None)

        def work(_: object) -> None:
            message = self._own_message(entry, inquiry)
            self._store.inquiry_writes.put(entry.row.shop_id, [inquiry])
            self._store.outbox.move(entry, after, sent_message=message)

        self._store.database.write(work)
        self._publisher.publish(OutboxChanged(row=after.row))
        self._publisher.publish(
            InquiriesChanged(shop_id=entry.row.shop_id, ids=frozenset({entry.row.inquiry_id}))
        )

    def _own_message(self, entry: Entry, inquiry: Inquiry) -> MessageId | None:
        """Return the message the row became; by what is new when the service reworded it."""
        own = self._store.outbox.own_messages(entry.row.inquiry_id)
        found = own_message(entry, inquiry, own=own)
        stored = self._store.inquiries.get(entry.row.inquiry_id)
        if found is not None or stored is None:
            return found
        known = entry.seen | own | {message.id for message in stored.inquiry.messages or ()}
        new = [m.id for m in inquiry.messages or () if m.author is Author.SHOP and m.id not in known]
        return new[0] if len(new) == 1 else None

    def _after(self, before: Entry, error: QpostError) -> float | None:
        """Write down what an error means; returns the pause when it is about the connection."""
        current = self._store.outbox.get(before.row.id)
        if current is None or current.row.state not in (OutboxState.SENDING, before.row.state):
            return None
        was_sending = current.row.state is OutboxState.SENDING
        judged = verdict(
            error,
            was_sending=was_sending,
            was_uncertain=before.row.state is OutboxState.UNCONFIRMED,
        )
        after = self._apply(current if was_sending else _with_attempt(current), current, judged)
        if isinstance(error, Offline | TryLater | SignInRejected):
            return max((after.row.not_before - self._now()).total_seconds(), 0.0)
        return None

    def _apply(self, tried: Entry, current: Entry, judged: Verdict) -> Entry:
        """Move ``current`` as judged; ``tried`` is the same with this attempt counted."""
        if judged.state is OutboxState.FAILED:
            after = tried.moved(OutboxState.FAILED, reason=judged.reason)
        else:
            named_s = min(judged.retry_after_s or 0.0, LONGEST_NAMED_DELAY_S)
            delay_s = max(backoff_s(tried.row.attempts, chance=self._chance()), named_s)
            state = judged.state
            if state is OutboxState.QUEUED and tried.row.state is OutboxState.UNCONFIRMED:
                state = OutboxState.UNCONFIRMED
            after = tried.moved(
                state,
                reason=judged.reason,
                not_before=self._now() + timedelta(seconds=delay_s),
                sent_version=tried.sent_version if judged.keeps_request else None,
            )
        self._move(current, after)
        return after

    def _move(self, before: Entry, after: Entry) -> bool:
        is_moved = self._store.outbox.move(before, after)
        if is_moved:
            self._publisher.publish(OutboxChanged(row=after.row))
        return is_moved


def _tried(row: OutboxRow) -> OutboxRow:
    return structs.replace(row, attempts=row.attempts + 1)


def _with_attempt(entry: Entry) -> Entry:
    return structs.replace(entry, row=_tried(entry.row))
