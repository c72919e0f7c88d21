"""Why: a full disk and a read-only one are staged with a real file system, small enough to fill."""

import errno
import subprocess
from pathlib import Path

import pytest

_BLOCK = bytes(65536)


class SmallDisk:
    """A file system of its own in memory, a few MiB large."""

    def __init__(self, folder: Path, *, size_kib: int) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"
        folder.mkdir()
        options = ["-t", "tmpfs", "-o", f"size={size_kib}k", "tmpfs", str(folder)]
        try:
            done = subprocess.run(["mount", *options], capture_output=True, text=True, check=False)
        except FileNotFoundError:
            pytest.skip("a disk that can be filled needs mount, which this system does not have")
        if done.returncode:
            pytest.skip(f"a disk that can be filled needs the right to mount one: {done.stderr.strip()}")

    def fill(self, *, leave_bytes: int = 0) -> None:
        """Use up all room but ``leave_bytes``."""
        with self._ballast.open("wb", buffering=0) as ballast:
            for block in (_BLOCK, bytes(4096), bytes(512)):
                try:
                    while ballast.write(block) == len(block):
                        pass
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise
            ballast.truncate(max(ballast.tell() - leave_bytes, 0))

    def free(self) -> None:
        """Give the room back."""
        self._ballast.unlink()

    def remount(self, option: str) -> None:
        """Make it read-only (``ro``) or writable again (``rw``)."""
        subprocess.run(["mount", "-o", f"remount,{option}", str(self.folder)], check=True)

    def close(self) -> None:
        """Unmount it."""
        subprocess.run(["umount", "-l", str(self.folder)], check=True)
