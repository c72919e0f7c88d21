"""Why: the one place that knows the signature library; a release is believed only through here."""

from collections.abc import Sequence
from datetime import datetime

from qpost.models.errors import UpdateFault
from qpost.models.release import (
    Manifest,
    ReleaseKey,
    check_key,
    keys_by_id,
    open_envelope,
    read_manifest,
    signed_bytes,
)


def verified_manifest(envelope: bytes, *, keys: Sequence[ReleaseKey], now: datetime) -> Manifest:
    """Return the manifest in ``envelope`` once a known, living key proved to have signed these very bytes.

    Signatures of unknown keys are passed over (a next key may sign along); a bad one of a known key is not.
    Raises ``UpdateFault``: ``UNREADABLE``, ``UNSIGNED`` or ``KEY_EXPIRED``.
    """
    content, signatures = open_envelope(envelope)
    known = keys_by_id(keys)
    signers = [(known[name], signature) for name, signature in signatures if name in known]
    if not signers:
        raise UpdateFault(UpdateFault.UNSIGNED, "no signature of a known key")
    for key, signature in signers:
        if not is_signed(signed_bytes(content), signature, public=key.public):
            raise UpdateFault(UpdateFault.UNSIGNED, key.id)
    manifest = read_manifest(content)
    fault: UpdateFault | None = None
    for key, _ in signers:
        try:
            check_key(key, manifest=manifest, now=now)
        except UpdateFault as error:
            fault = error
        else:
            return manifest
    raise fault or UpdateFault(UpdateFault.UNSIGNED)


def is_signed(message: bytes, signature: bytes, *, public: str) -> bool:
    """Tell whether ``signature`` (Ed25519) over ``message`` is that of the key ``public`` (hex)."""
    from nacl.exceptions import BadSignatureError  # costs 90 ms that only a check for a release should pay
    from nacl.signing import VerifyKey

    try:
        VerifyKey(bytes.fromhex(public)).verify(message, signature)
    except BadSignatureError:
        return False
    return True
