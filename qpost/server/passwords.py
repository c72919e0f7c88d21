"""Why: passwords are kept as argon2id hashes and checked at the same cost whether the login exists or not."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()
_DUMMY = _hasher.hash("nobody has this password")


def hash_password(password: str) -> str:
    """Return the argon2id hash to store."""
    return _hasher.hash(_bytes(password))


def is_password(password: str, stored_hash: str | None) -> bool:
    """Tell whether ``password`` fits; without a stored hash the same work is done and the answer is no."""
    try:
        matches = _hasher.verify(stored_hash or _DUMMY, _bytes(password))
    except (VerificationError, InvalidHashError):
        return False
    return matches and stored_hash is not None


def _bytes(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")
