"""Why: Windows shows a program's name and version from a resource in its file, which must tell the truth."""

from __future__ import annotations

COMPANY = "The Qpost project"
COPYRIGHT = "Copyright The Qpost contributors. Apache License 2.0"
_ENGLISH_UNICODE = "040904B0"
_TEMPLATE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, flags={flags}, mask=0x3F, OS=0x40004, fileType=1),
  kids=[
    StringFileInfo([StringTable({table!r}, [
      StringStruct('CompanyName', {company!r}),
      StringStruct('FileDescription', {description!r}),
      StringStruct('FileVersion', {version!r}),
      StringStruct('InternalName', {name!r}),
      StringStruct('LegalCopyright', {copyright!r}),
      StringStruct('OriginalFilename', {file!r}),
      StringStruct('ProductName', 'Qpost'),
      StringStruct('ProductVersion', {version!r})])]),
    VarFileInfo([VarStruct('Translation', [0x0409, 0x04B0])])
  ]
)
"""


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """Return ``version`` as Windows counts: ``1.2.3``, ``1.2.3.dev4`` and ``1.2.3rc1`` are all 1.2.3.0."""
    numbers = []
    for part in version.split("."):
        digits = "".join(char for char in part[: _first_letter(part)] if char.isdigit())
        if not digits:
            break
        numbers.append(int(digits))
        if len(digits) < len(part):
            break
    major, minor, patch, *_ = (*numbers, 0, 0, 0)
    return (major, minor, patch, 0)


def version_info(version: str, *, name: str, description: str) -> str:
    """Return the text PyInstaller makes the resource of; ``description`` is what the Task Manager shows."""
    is_release = version.replace(".", "").isdigit()
    return _TEMPLATE.format(
        numbers=four_numbers(version),
        flags="0x0" if is_release else "0x2",
        table=_ENGLISH_UNICODE,
        company=COMPANY,
        description=description,
        version=version,
        name=name,
        copyright=COPYRIGHT,
        file=f"{name}.exe",
    )


def _first_letter(part: str) -> int:
    return next((place for place, char in enumerate(part) if not char.isdigit()), len(part))
