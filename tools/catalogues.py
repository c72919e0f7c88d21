"""Why: dev.py, the tests and the wheel extract, compile and judge the interface's words the same way."""

from __future__ import annotations

import ast
import re
import shutil
import string
import subprocess
import sysconfig
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "qpost"
CATALOGUES = ROOT / "translations"
COMPILED = ROOT / "qpost" / "ui" / "translations"
"""Where the program looks for ``qpost_LANGUAGE.qm``, in a checkout, a wheel and a frozen folder."""

LANGUAGES = ("ja", "zh_CN", "ko", "en")
PLURALS_ONLY = frozenset({"en"})
"""The source text is English: its catalogue holds plural forms and nothing else."""

_ENDINGS = (("…", "..."), (":", "\uff1a"), (".", "。", "\uff0e"), ("!", "\uff01"))
_ABBREVIATION = re.compile(r"\bno\.$")
"""A full stop that ends no sentence, as in "Order no."; other languages write no stop there."""


def update(*, scripts: Path, folder: Path = CATALOGUES, sources: Path = SOURCES) -> None:
    """Bring every catalogue in ``folder`` up to date with the texts in ``sources``."""
    folder.mkdir(exist_ok=True)
    files = sorted(str(path.relative_to(sources.parent)) for path in sources.rglob("*.py"))
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en"]
    for group in (set(LANGUAGES) - PLURALS_ONLY, PLURALS_ONLY):
        chosen = [*options, "-pluralonly"] if group == PLURALS_ONLY else options
        catalogues = [str((folder / f"qpost_{language}.ts").resolve()) for language in sorted(group)]
        _run(scripts, "pyside6-lupdate", *chosen, *files, "-ts", *catalogues, cwd=sources.parent)


def compile_all(*, scripts: Path, folder: Path = CATALOGUES, target: Path = COMPILED) -> list[Path]:
    """Compile every catalogue that is newer than its compiled file; return all compiled files."""
    target.mkdir(parents=True, exist_ok=True)
    compiled = []
    for language in LANGUAGES:
        catalogue = folder / f"qpost_{language}.ts"
        output = target / f"qpost_{language}.qm"
        if not output.exists() or output.stat().st_mtime < catalogue.stat().st_mtime:
            _run(scripts, "pyside6-lrelease", "-silent", str(catalogue), "-qm", str(output), cwd=folder)
        compiled.append(output)
    return compiled


def stale(*, scripts: Path, folder: Path = CATALOGUES, sources: Path = SOURCES) -> list[str]:
    """Return what an update would change, as sentences: empty when the catalogues follow the sources."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch)
        for catalogue in folder.glob("qpost_*.ts"):
            shutil.copy2(catalogue, fresh)
        update(scripts=scripts, folder=fresh, sources=sources)
        return [
            f"{path.name} does not follow the sources; run: python3 dev.py translate"
            for path in sorted(fresh.glob("qpost_*.ts"))
            if not (folder / path.name).exists() or path.read_bytes() != (folder / path.name).read_bytes()
        ]


def faults(catalogue: Path) -> list[str]:
    """Return every unfinished or mismatched translation in ``catalogue``, one sentence each."""
    found = []
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        name = context.findtext("name") or ""
        if not name:
            found.append(f"{catalogue.name}: a text has no context; use self.tr() or translate(CONTEXT, ...)")
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            for problem in _message_faults(message, source):
                found.append(f"{catalogue.name}: {name}: {source!r}: {problem}")
    return found


def texts(catalogue: Path) -> list[tuple[str, str, str]]:
    """Return (context, source, translation) of every text in ``catalogue`` without plural forms."""
    return [
        (
            context.findtext("name") or "",
            message.findtext("source") or "",
            message.findtext("translation") or "",
        )
        for context in ElementTree.parse(catalogue).getroot().iter("context")
        for message in context.iter("message")
        if message.get("numerus") != "yes"
    ]


def loose_calls(sources: Path = SOURCES) -> list[str]:
    """Return the calls of ``tr`` and ``translate`` whose text is computed, so that nothing can extract it."""
    found = []
    for path in sorted(sources.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _is_computed(node):
                where = path.relative_to(sources.parent).as_posix()
                found.append(f"{where}:{node.lineno}: format after translating, not before")
    return found


def _is_computed(call: ast.Call) -> bool:
    function = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    position = {"tr": 0, "translate": 1}.get(str(function))
    if position is None or len(call.args) <= position:
        return False
    return isinstance(call.args[position], ast.JoinedStr | ast.BinOp | ast.Call)


def _message_faults(message: ElementTree.Element, source: str) -> Iterator[str]:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        yield "not translated yet"
        return
    is_plural = message.get("numerus") == "yes"
    forms = translation.findall("numerusform") if is_plural else [translation]
    if not forms:
        yield "has no plural form"
    for form in forms:
        yield from _text_faults(source, form.text or "", is_plural=is_plural)


def _text_faults(source: str, text: str, *, is_plural: bool) -> Iterator[str]:
    if not text.strip():
        yield "the translation is empty"
        return
    if _fields(source) != _fields(text):
        yield f"the named fields differ: {text!r}"
    if is_plural and ("%n" in source) != ("%n" in text):
        yield f"%n differs: {text!r}"
    if _mnemonics(source) != _mnemonics(text):
        yield f"the mnemonics (&) differ: {text!r}"
    if _margins(source) != _margins(text):
        yield f"the white space around the text differs: {text!r}"
    if _ending(source) != _ending(text):
        yield f"the final punctuation differs: {text!r}"


def _fields(text: str) -> Counter[str] | None:
    """Count the named fields of ``text``; None when its braces do not pair."""
    try:
        return Counter(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    except ValueError:
        return None


def _mnemonics(text: str) -> int:
    return len(re.findall(r"&\w", text.replace("&&", "")))


def _margins(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _ending(text: str) -> int | None:
    """Return the kind of mark that ends ``text``, before a mnemonic such as ``(&F)``; None for none."""
    bare = _ABBREVIATION.sub("", re.sub(r"\s*\(&\w\)", "", text).rstrip())
    for kind, marks in enumerate(_ENDINGS):
        if bare.endswith(marks):
            return kind
    return None


def _run(scripts: Path, program: str, *arguments: str, cwd: Path) -> None:
    executable = shutil.which(program, path=str(scripts))
    if executable is None:
        raise FileNotFoundError(f"{program} is not in {scripts}; PySide6-Essentials brings it")
    result = subprocess.run([executable, *arguments], cwd=cwd, capture_output=True, text=True, check=False)
    if result.returncode:
        raise RuntimeError(f"{program} failed:\n{result.stdout}{result.stderr}")


def running_scripts() -> Path:
    """Return the folder with the programs of the Python that runs this."""
    return Path(sysconfig.get_path("scripts"))
