"""Why: ``dev.py build windows`` on Linux: the very command of Windows, run by a Windows Python under Wine."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tools import checkout
from tools.building import BuildFailed
from tools.checkout import ROOT
from tools.wine import prefix as wine
from tools.wine.prefix import Prefix, WineFailed
from tools.wine.python import make_python

BUILDER = ROOT / "build" / "wine" / "builder"
PROJECT = "qpost"
_NOT_COPIED = frozenset({".git", ".venv", "build", "dist", "__pycache__"})
_KEPT_THERE = frozenset({".venv", "build", "dist"})

Change = Callable[[Path], None]


def freeze_under_wine(dist: Path, more: Sequence[object] = (), *, change: Change | None = None) -> Path:
    """Freeze this checkout for Windows; return the folder, ``dist``/Qpost. Raises ``BuildFailed``.

    ``change`` alters the copy that is frozen, and that only.
    """
    project = run_under_wine("dev.py", "build", *more, change=change)
    frozen = project / "dist" / "Qpost"
    if not (frozen / "Qpost.exe").exists():
        raise BuildFailed("freezing under Wine left no program behind; the message above says why")
    shutil.rmtree(dist, ignore_errors=True)
    shutil.copytree(frozen, dist / "Qpost")
    for parts in (project / "dist").glob("*.cdx.json"):
        shutil.copy2(parts, dist.parent)
    return dist / "Qpost"


def run_under_wine(*words: object, change: Change | None = None) -> Path:
    """Run Python with ``words`` in a copy of this checkout under Wine and return it; raises ``BuildFailed``.

    The first time takes minutes longer: Wine, a Windows Python and the locked packages are set up;
    they stay in build/wine/builder.
    """
    checkout.set_up(packages=(*checkout.WINDOW_LIBRARIES, *wine.PACKAGES))
    builder = Prefix(BUILDER)
    project = builder.drive / PROJECT
    try:
        _prepare(builder, project)
        copy_checkout(project)
        if change is not None:
            change(project)
        with builder.switched_on():
            python = project / ".venv" / "Scripts" / "python.exe"
            ended = builder.run(python, *words, folder=project, limit_s=3600, shown=True)
    except WineFailed as error:
        raise BuildFailed(str(error)) from error
    if ended.code:
        raise BuildFailed(f"Python under Wine ended with exit code {ended.code}; the message above says why")
    return project


def _prepare(builder: Prefix, project: Path) -> None:
    """Make the prefix and its Python, unless those of the same sources are there."""
    stamp, wanted = builder.folder / "qpost-stamp", _fingerprint()
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    shutil.rmtree(builder.folder, ignore_errors=True)
    print("set-up: making a Windows Python under Wine", flush=True)
    builder.make()
    make_python(builder, project)
    builder.settle()
    stamp.write_text(wanted, encoding="ascii")


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for path in (*sorted(wine.SOURCES.glob("*.*")), Path(make_python.__code__.co_filename)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def copy_checkout(target: Path) -> None:
    """Make ``target`` the checkout as it is now, but for what was made there."""
    target.mkdir(parents=True, exist_ok=True)
    for path in target.iterdir():
        if path.name not in _KEPT_THERE:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in _files():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, target / path)


def _files() -> Iterator[Path]:
    """Yield the checkout's files: those git knows or would take, or all that nothing made."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        names = {Path(name) for name in listed.stdout.decode().split("\0") if name}
        yield from sorted(name for name in names if (ROOT / name).is_file())
        return
    for path in sorted(ROOT.rglob("*")):
        relative = path.relative_to(ROOT)
        if path.is_file() and not _NOT_COPIED & set(relative.parts):
            yield relative
