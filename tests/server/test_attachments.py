"""Why: files arrive as they are, are judged by their content, and never run anywhere."""

import hashlib

import httpx
import pytest

from qpost.models.reply import ATTACHMENT_LIMIT_BYTES
from tests.server.staging import Seller, Staged, keyed, reply_body, slug

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def upload(seller: Seller, content: bytes, *, name: str = "a.bin", key: str | None = None) -> httpx.Response:
    files = {"file": (name, content, "image/png")}
    return seller.client.post(f"{seller.path}/attachments", files=files, headers=keyed(key))


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0" + bytes(9), "image/jpeg"),
        (b"GIF89a" + bytes(9), "image/gif"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"PK\x03\x04" + bytes(9), "application/zip"),
        ("<script>alert(1)</script> 日本語\r\n".encode(), "text/plain"),
    ],
)
def test_type_is_judged_by_content(seller: Seller, content: bytes, media_type: str) -> None:
    stored = upload(seller, content, name="photo.exe")
    assert stored.status_code == 201, stored.text
    assert stored.json() | {"id": ""} == {
        "id": "",
        "file_name": "photo.exe",
        "media_type": media_type,
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    got = seller.client.get(f"{seller.path}/attachments/{stored.json()['id']}")
    assert got.content == content
    assert got.headers["content-type"].partition(";")[0] == media_type
    assert got.headers["content-disposition"].startswith("attachment;")
    assert got.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("content", [b"MZ\x90\x00", b"\x7fELF\x02", b"\xff\xfe\x00bad", b"a\x00b"])
def test_other_content_is_refused_whatever_its_name(seller: Seller, content: bytes) -> None:
    assert slug(upload(seller, content, name="photo.png")) == "unsupported-media"


@pytest.mark.parametrize(
    ("name", "kept"),
    [("../../etc/passwd", "passwd"), ("C:\\x\\写真.png", "写真.png"), ("a\u202egnp.exe", "agnp.exe")],
)
def test_names_are_made_harmless(seller: Seller, name: str, kept: str) -> None:
    assert upload(seller, PNG, name=name).json()["file_name"] == kept


def test_ten_mebibytes_are_the_limit(seller: Seller) -> None:
    assert upload(seller, b"a" * ATTACHMENT_LIMIT_BYTES).status_code == 201
    assert slug(upload(seller, b"a" * (ATTACHMENT_LIMIT_BYTES + 1))) == "too-large"
    assert slug(upload(seller, b"")) == "validation"


def test_large_bodies_are_refused_unread(staged: Staged, seller: Seller) -> None:
    inquiry = staged.new_inquiry(seller)
    answer = seller.client.post(
        f"{seller.path}/inquiries/{inquiry}/replies", json=reply_body(body="あ" * 300_000), headers=keyed()
    )
    assert slug(answer) == "too-large"


def test_upload_is_stored_once_and_sent_with_a_reply(staged: Staged, seller: Seller) -> None:
    key = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"
    stored = upload(seller, PNG, key=key).json()
    assert upload(seller, PNG, key=key).json() == stored
    assert slug(upload(seller, PNG + b"x", key=key)) == "idempotency-mismatch"
    inquiry = staged.new_inquiry(seller)
    body = reply_body(attachment_ids=[stored["id"]])
    path = f"{seller.path}/inquiries/{inquiry}/replies"
    assert slug(seller.client.post(path, json=body, headers=keyed(key))) == "idempotency-mismatch"
    answer = seller.client.post(path, json=body, headers=keyed())
    assert answer.json()["inquiry"]["messages"][1]["attachments"] == [stored]


def test_wrong_kinds_of_body_are_refused(staged: Staged, seller: Seller) -> None:
    path = f"{seller.path}/inquiries/{staged.new_inquiry(seller)}/replies"
    plain = seller.client.post(path, content=b"x", headers=keyed() | {"Content-Type": "text/plain"})
    assert slug(plain) == "unsupported-media"
    broken = seller.client.post(path, content=b"{", headers=keyed() | {"Content-Type": "application/json"})
    assert slug(broken) == "validation"
    assert slug(seller.client.patch(path)) == "method-not-allowed"
    assert slug(seller.client.get("/v1/nothing")) == "not-found"
