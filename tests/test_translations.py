"""Every text of the interface exists in every language, whole and with the same fields."""

import shutil
from pathlib import Path

import pytest

from tools import catalogues

SCRIPTS = catalogues.running_scripts()


def catalogue(folder: Path, source: str, translation: str, *, is_plural: bool = False) -> Path:
    """Write a catalogue with one message."""
    path = folder / "qpost_ja.ts"
    kind = ' numerus="yes"' if is_plural else ""
    form = f"<numerusform>{translation}</numerusform>" if is_plural else translation
    path.write_text(
        '<?xml version="1.0" encoding="utf-8"?><TS version="2.1" language="ja_JP"><context><name>Page</name>'
        f"<message{kind}><source>{source}</source>"
        f"<translation>{form}</translation></message></context></TS>",
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_every_text_is_translated_with_its_fields(language: str) -> None:
    assert catalogues.faults(catalogues.CATALOGUES / f"qpost_{language}.ts") == []


def test_the_catalogues_follow_the_sources() -> None:
    assert catalogues.stale(scripts=SCRIPTS) == []


def test_no_text_is_formatted_before_it_is_translated() -> None:
    assert catalogues.loose_calls() == []


@pytest.mark.parametrize(
    ("source", "translation", "fault"),
    [
        ("Sent", "", "empty"),
        ("{count} left", "残り {number}", "named fields"),
        ("{count} left", "残り {count", "named fields"),
        ("&amp;File", "ファイル", "mnemonics"),
        ("Sending…", "送信中", "punctuation"),
        ("Name:", "名前", "punctuation"),
        ("Sent", "送信しました。", "punctuation"),
        ("Sent ", "送信しました", "white space"),
    ],
)
def test_a_mismatched_translation_is_found(tmp_path: Path, source: str, translation: str, fault: str) -> None:
    (found,) = catalogues.faults(catalogue(tmp_path, source, translation))
    assert fault in found


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Sent", "送信しました"),
        ("{count} of {total}", "{total} 件中 {count} 件"),
        ("&amp;File", "ファイル(&amp;F)"),
        ("&amp;Save as…", "名前を付けて保存(&amp;S)…"),
        ("Name:", "名前\uff1a"),
        ("It is gone.", "削除されました。"),
        ("Order no.", "注文番号"),
    ],
)
def test_a_matching_translation_passes(tmp_path: Path, source: str, translation: str) -> None:
    assert catalogues.faults(catalogue(tmp_path, source, translation)) == []


def test_a_plural_without_its_number_is_found(tmp_path: Path) -> None:
    assert catalogues.faults(catalogue(tmp_path, "%n file(s)", "%n 件", is_plural=True)) == []
    (found,) = catalogues.faults(catalogue(tmp_path, "%n file(s)", "件", is_plural=True))
    assert "%n" in found


def test_a_text_without_context_is_found(tmp_path: Path) -> None:
    path = catalogue(tmp_path, "Sent", "送信しました")
    path.write_text(path.read_text(encoding="utf-8").replace("Page", ""), encoding="utf-8")
    (found,) = catalogues.faults(path)
    assert "context" in found


def test_a_new_text_makes_the_catalogues_stale(tmp_path: Path) -> None:
    sources = tmp_path / "program"
    sources.mkdir()
    page = sources / "page.py"
    page.write_text("class Page:\n    def words(self):\n        return self.tr('Sent')\n", encoding="utf-8")
    folder = tmp_path / "translations"
    catalogues.update(scripts=SCRIPTS, folder=folder, sources=sources)
    assert catalogues.stale(scripts=SCRIPTS, folder=folder, sources=sources) == []
    assert "not translated yet" in catalogues.faults(folder / "qpost_ja.ts")[0]
    page.write_text(page.read_text(encoding="utf-8").replace("Sent", "Queued"), encoding="utf-8")
    stale = catalogues.stale(scripts=SCRIPTS, folder=folder, sources=sources)
    assert len(stale) == len(catalogues.LANGUAGES) - len(catalogues.PLURALS_ONLY)


@pytest.mark.parametrize("text", ['f"{name}"', '"a".format(1)', '"a" % 1', '"a" + b'])
def test_a_text_formatted_too_early_is_found(tmp_path: Path, text: str) -> None:
    (tmp_path / "page.py").write_text(f"self.tr({text})\ntranslate('Page', {text})\n", encoding="utf-8")
    assert len(catalogues.loose_calls(tmp_path)) == 2


def test_compiling_makes_every_catalogue_loadable(tmp_path: Path) -> None:
    shutil.copytree(catalogues.CATALOGUES, tmp_path / "translations")
    target = tmp_path / "compiled"
    folder = tmp_path / "translations"
    compiled = catalogues.compile_all(scripts=SCRIPTS, folder=folder, target=target)
    assert [path.name for path in compiled] == [f"qpost_{language}.qm" for language in catalogues.LANGUAGES]
    assert all(path.read_bytes()[:4] == b"\x3c\xb8\x64\x18" for path in compiled)
