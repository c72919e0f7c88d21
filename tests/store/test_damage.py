"""Why: bytes that flip on the disk cost no draft and no unsent reply, and never pass for other text."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest

from qpost.models.errors import StoreFault
from qpost.store.account_store import AccountStore
from tests.store.letters import draft_bodies, fill, make_draft, make_entry, open_store, reply_bodies

DRAFTS, REPLIES = 24, 16
SEEDS = 200
PER_TEST = 25


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a store that was closed."""
    folder = tmp_path_factory.mktemp("closed")
    store = open_store(folder / "a.db")
    fill(store, drafts=DRAFTS, replies=REPLIES, inquiries=400)
    store.close()
    return folder


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a store as ``kill -9`` leaves them: half of what it holds is in the journal only."""
    folder, work = tmp_path_factory.mktemp("killed"), tmp_path_factory.mktemp("work")
    store = open_store(work / "a.db")
    fill(store, drafts=DRAFTS // 2, replies=REPLIES // 2, inquiries=400)
    store.close()
    store = open_store(work / "a.db")
    for number in range(DRAFTS // 2, DRAFTS):
        store.drafts.save(make_draft(number))
    for number in range(REPLIES // 2, REPLIES):
        store.outbox.add(make_entry(number))
    for file in work.iterdir():
        shutil.copy2(file, folder)
    store.close()
    assert (folder / "a.db-wal").stat().st_size > 100_000
    return folder


def flip(folder: Path, rnd: random.Random, *, is_heavy: bool) -> None:
    """Flip a few bytes anywhere; heavily: up to 64 sectors, often in the small file with the second copy."""
    files = [file for file in sorted(folder.iterdir()) if file.stat().st_size and file.suffix != ".open"]
    small = [file for file in files if file.suffix == ".letters"]
    sizes = [file.stat().st_size for file in files]
    flips = rnd.choice((1, 2, 4, 16, 64) if is_heavy else (1, 2, 4, 8))
    run = rnd.choice((1, 512)) if is_heavy else 1
    for _ in range(flips):
        is_small = is_heavy and rnd.random() < 0.2
        (file,) = small if is_small else rnd.choices(files, weights=sizes)
        content = bytearray(file.read_bytes())
        start = rnd.randrange(len(content))
        for place in range(start, min(start + run, len(content))):
            content[place] ^= rnd.randrange(1, 256)
        file.write_bytes(content)


def judge(folder: Path) -> str:
    """Open the damaged store, compare every letter with what was written, and name the outcome."""
    drafts = {f"i{number}": make_draft(number).body for number in range(DRAFTS)}
    entries = [make_entry(number) for number in range(REPLIES)]
    replies = {str(entry.row.id): entry.row.reply for entry in entries}
    store = open_store(folder / "a.db")
    try:
        kept, unsent = draft_bodies(store), reply_bodies(store)
        altered = [name for name, body in kept.items() if drafts.get(name) != body]
        for name, body in unsent.items():
            reply = replies.get(name)
            if reply is None or reply.body != body:
                altered.append(name)
        assert altered == []
        missing = (drafts.keys() - kept.keys()) | (replies.keys() - unsent.keys())
        if missing:
            assert store.recovered is not None, missing
            assert not store.recovered.is_complete, missing
            return "lost, and said"
        if not _can_write(store):
            store.close()
            store = open_store(folder / "a.db")
            assert store.recovered is not None
            assert draft_bodies(store) == drafts
            assert _can_write(store)
        if store.recovered is None:
            return "opened as it was"
        return "all saved" if store.recovered.is_complete else "all saved, not certain"
    finally:
        store.close()


def _can_write(store: AccountStore) -> bool:
    """Write a draft as it is; False when that met damage, which the next start mends."""
    try:
        store.drafts.save(make_draft(7))
    except StoreFault as error:
        if error.code != StoreFault.DAMAGED:
            raise
        return False
    return True


@pytest.mark.parametrize("first_seed", range(0, SEEDS // 4, PER_TEST))
@pytest.mark.parametrize(
    ("ending", "strength"),
    [("closed", "light"), ("killed", "light"), ("closed", "heavy"), ("killed", "heavy")],
)
def test_flipped_bytes_lose_nothing_silently(
    ending: str, strength: str, first_seed: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    source: Path = request.getfixturevalue(ending)
    is_heavy = strength == "heavy"
    outcomes: Counter[str] = Counter()
    for seed in range(first_seed, first_seed + PER_TEST):
        folder = tmp_path / str(seed)
        shutil.copytree(source, folder)
        flip(folder, random.Random(seed), is_heavy=is_heavy)  # noqa: S311 - repeatable on purpose
        outcomes[judge(folder)] += 1
    print(f"{strength}, {ending}: {dict(outcomes)}")
    assert outcomes.total() == PER_TEST
    assert is_heavy or outcomes["lost, and said"] <= PER_TEST // 3  # both copies were hit
