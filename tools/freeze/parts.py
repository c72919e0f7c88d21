"""Why: a frozen program carries what it uses and nothing else; here is what stays, what goes, and why.

Plugins stay by name: Qt loads them at run time, so that only ``--selftest`` sees a missing one. Libraries go
by name: PyInstaller brings what something is linked to, and also what only a dropped plugin needs.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
"""A line of PyInstaller's tables: the name in the folder, the file, the kind."""

LANGUAGES = ("ja", "zh_CN", "ko", "en")

KEPT_PLUGINS = {
    "platforms/qwindows": "the screen on Windows",
    "platforms/qcocoa": "the screen on macOS",
    "platforms/qxcb": "the screen on Linux with X11",
    "platforms/qwayland": "the screen on Linux with Wayland",
    "platforms/qoffscreen": "--selftest and the tour on a machine without a screen",
    "styles/qmodernwindowsstyle": "Windows 11's look",
    "styles/qmacstyle": "macOS' look",
    "imageformats/qsvg": "the program's own icons",
    "imageformats/qjpeg": "pictures of items",
    "imageformats/qgif": "pictures of items",
    "imageformats/qwebp": "pictures of items",
    "iconengines/qsvgicon": "the window's and the tray's icon, sharp at every size",
    "networkinformation/qglib": "tells that the network is back (GNOME's portal)",
    "networkinformation/qnetworkmanager": "tells that the network is back (NetworkManager)",
    "networkinformation/qapplenetworkinformation": "tells that the network is back (macOS)",
    "platforminputcontexts/composeplatforminputcontextplugin": "dead keys and XIM on X11",
    "platforminputcontexts/ibusplatforminputcontextplugin": "Japanese, Chinese and Korean input on Linux",
    "platformthemes/qxdgdesktopportal": "the desktop's own file dialogs and colours on Linux",
    "wayland-shell-integration/xdg-shell": "windows on Wayland",
    "wayland-decoration-client/bradient": "window frames where the Wayland desktop draws none",
}

LEFT_OUT_LIBRARIES = {
    "opengl32sw": "OpenGL in software; nothing here draws with OpenGL",
    "d3dcompiler": "shaders, for OpenGL and Qt Quick",
    "Qt6OpenGL": "nothing here draws with OpenGL",
    "Qt6EglFSDeviceIntegration": "screens without a desktop",
    "Qt6EglFsKmsSupport": "screens without a desktop",
    "Qt6Pdf": "shows PDF; it is only written here, which Qt6Gui does",
    "Qt6Qml": "Qt Quick's language; the windows are widgets",
    "Qt6Quick": "Qt Quick; the windows are widgets",
    "Qt6VirtualKeyboard": "the system has one",
    "Qt6WaylandCompositor": "for programs that are a desktop themselves",
    "Qt6WaylandEglClientHwIntegration": "OpenGL on Wayland",
    "Qt6WlShellIntegration": "a protocol before xdg-shell",
    **dict.fromkeys(
        (
            *(
                "gtk-3",
                "gdk-3",
                "gdk_pixbuf",
                "atk",
                "atspi",
                "cairo",
                "pango",
                "epoxy",
                "pixman",
                "harfbuzz",
            ),
            *("graphite2", "fribidi", "thai", "datrie", "jpeg", "Xcomposite", "Xcursor", "Xdamage", "Xext"),
            *("Xfixes", "Xi", "Xrandr", "Xrender"),
        ),
        "GTK's look and what it draws with; the theme replaces it",
    ),
}

LEFT_OUT_MODULES = {
    "PySide6.QtQml": "the windows are widgets",
    "PySide6.QtQuick": "the windows are widgets",
    "PySide6.QtOpenGL": "nothing here draws with OpenGL",
    "PySide6.QtDBus": "the session bus is spoken to by Qt6Network and jeepney themselves",
    "faker": "made-up data for tests of other people's programs; Litestar asks for it in vain",
    "polyfactory": "the same",
    "hypothesis": "tests",
    "pytest": "tests",
    "rich": "coloured help of Litestar's command line, which is not used",
    "rich_click": "the same",
    "pygments": "the same",
    "markdown_it": "the same",
    "requests": "another HTTP library, of a tool nobody calls",
    "urllib3": "the same",
    "charset_normalizer": "the same",
    "pydoc_data": "help for programmers",
    "sqlalchemy.ext": "the service speaks SQLAlchemy Core",
    "sqlalchemy.orm": "the service speaks SQLAlchemy Core",
    "sqlalchemy.testing": "tests of drivers",
    "psycopg": "a team's service is installed, not frozen; the demo keeps its data in a file",
    "sqlalchemy.dialects.mssql": "the demo keeps its data in SQLite",
    "sqlalchemy.dialects.mysql": "the demo keeps its data in SQLite",
    "sqlalchemy.dialects.oracle": "the demo keeps its data in SQLite",
    "uvicorn.protocols.http.httptools_impl": "the service reads HTTP with h11",
    "uvicorn.protocols.websockets": "the service has no web sockets",
    "uvicorn.workers": "for another program that starts services",
    "anyio._backends._trio": "the service runs on asyncio",
    "httpx._main": "httpx' command line",
    "_pydecimal": "decimal in Python, for where there is none in C",
    "ftplib": "nothing is fetched by FTP",
    "smtplib": "nothing is mailed from here",
    "statistics": "nothing is computed so",
    "xmlrpc": "another way to speak to services",
    "tkinter": "another set of windows",
    "cffi": "makes bindings; those made need _cffi_backend only",
    "pycparser": "the same",
    "distutils": "builds packages",
    "doctest": "tests",
    "unittest": "tests",
    "pydoc": "for programmers",
    "lib2to3": "rewrites Python 2",
    "pip": "installs packages",
    "setuptools": "installs packages",
}

LEFT_OUT_FILES = {
    "certifi/cacert.pem": "a list of certificates; the system's own are asked",
    "*.dist-info/RECORD": "the hashes of files as pip wrote them, which lie elsewhere here",
}
"""By their path within the folder's libraries; ``*`` stands for any name."""

KEYRING_BACK_ENDS = (
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.chainer",
    "keyring.backends.fail",
)
"""Found through entry points at run time, which nobody sees by reading the code."""

SERVICE_PARTS = ("uvicorn.loops.asyncio", "uvicorn.protocols.http.h11_impl", "uvicorn.lifespan.on")
"""Named as text in the service's settings. It comes along for the demo."""

COMMAND_LINE_LACKS = (
    *("PySide6", "shiboken6", "pyi_rth_pyside6", "qpost.ui", "qpost.app", "qpost.__main__", "qpost.selftest"),
    *("qpost.server", "litestar", "uvicorn", "sqlalchemy", "argon2", "multipart", "litestar_htmx"),
    *("click", "yaml", "anyio", "sniffio", "multiprocessing", "pyi_rth_multiprocessing", "multidict", "pdb"),
)
"""What ``qpost-cli`` never imports (our own is held by import-linter); its own archive does without."""


def own_modules(package: Path) -> list[str]:
    """Return the names of all modules of ``package``, found as files: importing each of them takes long."""
    found = []
    for path in sorted(package.rglob("*.py")):
        names = path.relative_to(package.parent).with_suffix("").parts
        found.append(".".join(names[:-1] if names[-1] == "__init__" else names))
    return found


def is_wanted(entry: Entry) -> bool:
    """Tell whether a file goes into the folder."""
    name = entry[0].replace("\\", "/")
    path = PurePosixPath(name)
    stem = path.name.split(".")[0]
    if any(path.match(left_out) for left_out in LEFT_OUT_FILES):
        return False
    if "PySide6" in path.parts and path.suffix == ".qm":
        return stem in {f"qtbase_{language}" for language in LANGUAGES}
    if "PySide6" in path.parts and "plugins" in path.parts:
        return f"{path.parent.name}/{stem.removeprefix('lib')}" in KEPT_PLUGINS
    bare = stem.removeprefix("lib")
    return not any(_is_of(bare, left_out.removeprefix("lib")) for left_out in LEFT_OUT_LIBRARIES)


def is_of_command_line(entry: Entry) -> bool:
    """Tell whether a module belongs into the archive of ``qpost-cli``."""
    return not any(_is_inside(entry[0], lack) for lack in COMMAND_LINE_LACKS)


def _is_of(stem: str, library: str) -> bool:
    """``Qt6Qml`` stands for ``Qt6QmlModels`` too; ``d3dcompiler`` for ``d3dcompiler_47``."""
    return stem.lower().startswith(library.lower())


def _is_inside(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")
