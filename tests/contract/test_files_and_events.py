"""Why: files must come back byte by byte, and colleagues must see each other."""

import hashlib
import io
import itertools
import threading
import zlib
from collections.abc import Callable, Iterator

import pytest

from qpost.models.account import ShopId
from qpost.models.errors import Offline, Refused
from qpost.models.inquiry import Attachment, Inquiry, PresenceState, ServerEvent, Status
from qpost.models.reply import ATTACHMENT_LIMIT_BYTES, ReplyText
from tests.contract.ground import Ground, new_key, some_text


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = chunk(b"IHDR", (1).to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


FILES = [
    ("写真 1.png", _png(), "image/png"),
    ("lies.txt", _png(), "image/png"),
    ("書類.pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\r\n1 0 obj\n<<>>\nendobj\n%%EOF\n", "application/pdf"),
    ("メモ.txt", "一行目\r\n二行目 🎁\n".encode(), "text/plain"),
    ("a.zip", b"PK\x05\x06" + bytes(18), "application/zip"),
]


@pytest.mark.parametrize(("name", "content", "media_type"), FILES)
def test_files_travel_both_ways_byte_by_byte(
    ground: Ground, name: str, content: bytes, media_type: str
) -> None:
    shop, row = ground.take()
    key = new_key()
    stored = ground.backend.upload(shop, file_name=name, content=content, key=key)
    assert (stored.file_name, stored.size) == (name, len(content))
    assert stored.media_type.partition(";")[0] == media_type
    assert stored.sha256 == hashlib.sha256(content).hexdigest()
    assert ground.backend.upload(shop, file_name=name, content=content, key=key) == stored
    text = ReplyText(title="t", body="files", status=Status.ANSWERED, attachment_ids=(stored.id,))
    sent = ground.backend.reply(shop, row.id, text, expected_version=row.version, key=new_key())
    assert sent.messages is not None
    assert sent.messages[-1].attachments == (stored,)
    assert _downloaded(ground, shop, stored) == content


def test_the_customers_files_are_there(ground: Ground) -> None:
    shop, row = ground.take(lambda each: any(message.attachments for message in each.messages or ()))
    for message in row.messages or ():
        for stored in message.attachments:
            content = _downloaded(ground, shop, stored)
            assert (len(content), hashlib.sha256(content).hexdigest()) == (stored.size, stored.sha256)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"MZ\x90\x00" + bytes(200), "unsupported-media"),
        (b"\x7fELF" + bytes(200), "unsupported-media"),
        (b"%PDF-1.4\n" + bytes(ATTACHMENT_LIMIT_BYTES), "too-large"),
        (b"", "validation"),
    ],
    ids=["exe", "elf", "large", "empty"],
)
def test_unfit_files_are_refused(ground: Ground, content: bytes, code: str) -> None:
    with pytest.raises(Refused) as caught:
        ground.backend.upload(ground.shops[0], file_name="写真.png", content=content, key=new_key())
    assert caught.value.code == code


def test_a_file_of_the_largest_size_is_taken(ground: Ground) -> None:
    content = b"%PDF-1.4\n".ljust(ATTACHMENT_LIMIT_BYTES, b"\n")
    stored = ground.backend.upload(ground.shops[0], file_name="a.pdf", content=content, key=new_key())
    assert _downloaded(ground, ground.shops[0], stored) == content


def test_the_same_key_with_another_file_is_a_mismatch(ground: Ground) -> None:
    key = new_key()
    ground.backend.upload(ground.shops[0], file_name="a.txt", content=b"one", key=key)
    with pytest.raises(Refused) as caught:
        ground.backend.upload(ground.shops[0], file_name="a.txt", content=b"two", key=key)
    assert caught.value.code == "idempotency-mismatch"


def test_a_file_belongs_to_its_shop(ground: Ground) -> None:
    first, second = ground.shops[:2]
    stored = ground.backend.upload(first, file_name="a.txt", content=b"one", key=new_key())
    with pytest.raises(Refused) as caught:
        _downloaded(ground, second, stored)
    assert caught.value.code == "not-found"
    shop, row = ground.take(shop=second)
    text = ReplyText(title="t", body="b", status=Status.ANSWERED, attachment_ids=(stored.id,))
    with pytest.raises(Refused):
        ground.backend.reply(shop, row.id, text, expected_version=row.version, key=new_key())


def test_colleagues_see_who_reads_and_who_replies(ground: Ground) -> None:
    shop, row = ground.take()
    colleague = ground.signed_in("佐藤")
    colleague.set_presence(shop, row.id, PresenceState.VIEWING)
    colleague.set_presence(shop, row.id, PresenceState.REPLYING)
    seen = ground.backend.inquiry(shop, row.id)
    assert [(each.extension, each.state) for each in seen.presence] == [("佐藤", "replying")]
    assert seen.version == row.version
    colleague.clear_presence(shop, row.id)
    colleague.clear_presence(shop, row.id)
    assert ground.backend.inquiry(shop, row.id).presence == ()


class Listener:
    """Collects notices of one desk on its own thread."""

    def __init__(self, ground: Ground, *, last_event_id: str | None = None) -> None:
        self._backend = ground.signed_in("L")
        self._stream = self._backend.events(last_event_id=last_event_id)
        self._seen: list[ServerEvent] = []
        self._news = threading.Condition()
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def wait_for(self, where: Callable[[ServerEvent], bool]) -> ServerEvent:
        with self._news:
            assert self._news.wait_for(lambda: any(map(where, self._seen)), 30), self._seen
            return next(each for each in self._seen if where(each))

    def has_heard(self, wait_s: float) -> bool:
        with self._news:
            return self._news.wait_for(lambda: bool(self._seen), wait_s)

    def stop(self) -> None:
        self._backend.close()
        self._thread.join(10)
        assert not self._thread.is_alive()

    def _listen(self) -> None:
        try:
            for notice in self._stream:
                with self._news:
                    self._seen.append(notice)
                    self._news.notify_all()
        except Offline:
            pass  # closed by stop(); anything else fails the test as an unhandled thread exception


@pytest.fixture
def listen(ground: Ground) -> Iterator[Callable[..., Listener]]:
    """Start listeners; all end with the test."""
    started: list[Listener] = []

    def start(**options: str | None) -> Listener:
        started.append(Listener(ground, **options))
        return started[-1]

    yield start
    for each in started:
        each.stop()


def _is_update(row: Inquiry, version: int) -> Callable[[ServerEvent], bool]:
    return lambda event: (event.type, event.inquiry_id, event.version) == ("inquiry.updated", row.id, version)


def _live(ground: Ground, listener: Listener) -> None:
    """Return once the stream is open: stir until a notice comes through."""
    shop, row = ground.take()
    states = itertools.cycle((PresenceState.VIEWING, PresenceState.REPLYING))
    while not listener.has_heard(0.5):
        ground.backend.set_presence(shop, row.id, next(states))


def test_a_reply_is_noticed_by_others(ground: Ground, listen: Callable[..., Listener]) -> None:
    listener = listen()
    _live(ground, listener)
    shop, row = ground.take()
    sent = ground.backend.reply(shop, row.id, some_text(), expected_version=row.version, key=new_key())
    notice = listener.wait_for(_is_update(row, sent.version))
    assert notice.shop == shop
    assert notice.id


def test_the_stream_resumes_where_it_broke_off(ground: Ground, listen: Callable[..., Listener]) -> None:
    first = listen()
    _live(ground, first)
    shop, row = ground.take()
    one = ground.backend.reply(shop, row.id, some_text(), expected_version=row.version, key=new_key())
    known = first.wait_for(_is_update(row, one.version))
    first.stop()
    two = ground.backend.reply(shop, row.id, some_text(), expected_version=one.version, key=new_key())
    second = listen(last_event_id=known.id)
    notice = second.wait_for(_is_update(row, two.version))
    assert notice.id != known.id


def _downloaded(ground: Ground, shop: ShopId, stored: Attachment) -> bytes:
    sink = io.BytesIO()
    ground.backend.download(shop, stored.id, sink)
    return sink.getvalue()
