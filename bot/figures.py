"""Figures for whoever watches over the handbook: how fast, how much, what waits. No names, no
texts."""

from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from storage import deliveries, mailings, updates
from storage.engine import Database

QUICK = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15)  # seconds
LANES = {mailings.ANSWERS: "answers", mailings.NOTICES: "notices"}


class Figures:
    """The figures of this process and, asked for anew at each look, of the books."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.registry = CollectorRegistry()
        self.turns = Histogram(
            "sotay_turn_seconds",
            "from an update's arrival to its commit",
            buckets=QUICK,
            registry=self.registry,
        )
        self._missed = Counter(
            "sotay_files_not_shown",
            "files a messenger could not bring, so that a link or nothing stood there",
            ["messenger", "kind"],
            registry=self.registry,
        )
        self._deliveries = self._gauge("deliveries", "deliveries by state", "state")
        self._waiting = self._gauge("waiting_deliveries", "queued deliveries by lane", "lane")
        self._oldest = self._gauge(
            "oldest_delivery_seconds", "how long the oldest queued one is due", "lane"
        )
        self._paused = self._gauge("broadcasts_paused", "broadcasts that wait for their sender")
        self._aside = self._gauge("updates_set_aside", "updates that failed for good")
        self._pauses = self._gauge("pauses", "times the messenger said: too many requests")
        self._late = self._gauge("slots_late", "jobs that came too late and were skipped")
        self._overdue = self._gauge("slots_overdue", "jobs that are due and not done")
        if database.alone:
            self._journal = self._gauge("journal_bytes", "what was written first, beside the books")
            self._held = self._gauge("journal_held_bytes", "what somebody's reading keeps there")

    def is_not_shown(self, messenger: str, kind: str) -> None:
        """A file of that kind could not be brought there."""
        self._missed.labels(messenger, kind).inc()

    async def refresh(self, now: datetime, pauses: int, late: int, overdue: int) -> None:
        """Look into the books; `pauses`, `late` and `overdue` are counted elsewhere."""
        async with self._database.transaction() as store:
            states = await deliveries.by_state(store)
            lanes = await deliveries.lanes(store)
            paused = await mailings.paused(store)
            aside = await updates.aside(store)
        self._deliveries.clear()  # a state nothing is in any more would keep its last figure
        for state, count in states.items():
            self._deliveries.labels(state).set(count)
        for lane, name in LANES.items():
            count, oldest = lanes.get(lane, (0, now))
            self._waiting.labels(name).set(count)
            self._oldest.labels(name).set(max(0.0, (now - oldest).total_seconds()))
        self._paused.set(len(paused))
        self._aside.set(len(aside))
        self._pauses.set(pauses)
        self._late.set(late)
        self._overdue.set(overdue)
        if journal := await self._database.journal():
            self._journal.set(journal.size)
            self._held.set(journal.held)

    def _gauge(self, name: str, about: str, *labels: str) -> Gauge:
        return Gauge(f"sotay_{name}", about, labels, registry=self.registry)
