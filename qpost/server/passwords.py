"""Why: passwords are kept as argon2id hashes and checked at the same cost whether the login exists or not."""

import base64
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError


def _hash_of_nothing(hasher: PasswordHasher) -> str:
    """Return a well-formed hash no password has; checking it costs the same, making it costs nothing."""
    salt, tag = (_base64(secrets.token_bytes(size)) for size in (hasher.salt_len, hasher.hash_len))
    return f"$argon2id$v=19$m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}${salt}${tag}"


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii").rstrip("=")


_hasher = PasswordHasher()
_DUMMY = _hash_of_nothing(_hasher)


def hash_password(password: str) -> str:
    """Return the argon2id hash to store."""
    return _hasher.hash(_bytes(password))


def hash_printed_password(password: str) -> str:
    """Return a hash that costs next to nothing: for a demo's password, which is printed at its start."""
    return PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(_bytes(password))


def is_password(password: str, stored_hash: str | None) -> bool:
    """Tell whether ``password`` fits; without a stored hash the same work is done and the answer is no."""
    try:
        matches = _hasher.verify(stored_hash or _DUMMY, _bytes(password))
    except (VerificationError, InvalidHashError):
        return False
    return matches and stored_hash is not None


def _bytes(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")
