"""The only place that starts a background task: it keeps them, logs failures, ends them."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog

log = structlog.get_logger()


class Nursery:
    """Background tasks of one process."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        """Run `work` beside everything else; a failure is logged by its kind, never its words."""
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (problem := task.exception()):
            log.error("task failed", task=task.get_name(), kind=type(problem).__name__)

    async def settle(self, prefix: str = "") -> None:
        """Wait until no task of that name prefix runs any more."""
        while waiting := [one for one in self._tasks if one.get_name().startswith(prefix)]:
            await asyncio.wait(waiting)

    async def close(self) -> None:
        """Cancel what still runs and wait for its end."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
