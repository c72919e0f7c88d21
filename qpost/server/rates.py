"""Why: one client must not be able to take the service away from the others."""

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from qpost.server.problems import Problem

_REMEMBERED_CALLERS = 10_000


@dataclass(frozen=True)
class Rate:
    """So many requests a second on average, with ``burst`` of them at once; ``per_s`` 0 is no limit."""

    per_s: float
    burst: int


@dataclass
class _Bucket:
    tokens: float
    filled_at: datetime


class RateLimit:
    """A token bucket for each caller; thread-safe."""

    def __init__(self, rate: Rate, *, now: Callable[[], datetime]) -> None:
        self._rate = rate
        self._now = now
        self._buckets: dict[str, _Bucket] = {}
        self._lock = threading.Lock()

    def take(self, caller: str) -> None:
        """Count one request of ``caller``; raises ``rate-limited`` when it has had its share."""
        if self._rate.per_s <= 0:
            return
        now = self._now()
        with self._lock:
            bucket = self._buckets.get(caller)
            if bucket is None:
                self._forget_idle(now)
                bucket = self._buckets[caller] = _Bucket(self._rate.burst, now)
            elapsed_s = max(0.0, (now - bucket.filled_at).total_seconds())
            bucket.tokens = min(self._rate.burst, bucket.tokens + elapsed_s * self._rate.per_s)
            bucket.filled_at = now
            if bucket.tokens < 1:
                wait_s = (1 - bucket.tokens) / self._rate.per_s
                raise Problem("rate-limited", retry_after_s=max(1, math.ceil(wait_s)))
            bucket.tokens -= 1

    def _forget_idle(self, now: datetime) -> None:
        if len(self._buckets) < _REMEMBERED_CALLERS:
            return
        full_after_s = self._rate.burst / self._rate.per_s
        self._buckets = {
            caller: bucket
            for caller, bucket in self._buckets.items()
            if (now - bucket.filled_at).total_seconds() < full_after_s
        }
