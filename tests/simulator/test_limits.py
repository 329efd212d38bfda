"""Limits: who is too fast is told how long to wait, and waiting that long is enough."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator import Simulator
from simulator.chats import Phone
from simulator.errors import ApiError
from simulator.limits import Limits


async def send(http, chat_id: int) -> tuple[int, int]:
    """(status, seconds to wait)"""
    status, answer = await http.call("sendMessage", chat_id=chat_id, text="x")
    return status, answer.get("parameters", {}).get("retry_after", 0)


async def test_a_person_gets_a_small_burst_then_one_a_second(http, clock, hoa: Phone):
    await http.ask("POST", "/limits", json={"on": True, "burst": 5})
    assert [await send(http, hoa.id) for _ in range(6)] == [(200, 0)] * 5 + [(429, 1)]
    clock.move(1)
    assert [await send(http, hoa.id) for _ in range(2)] == [(200, 0), (429, 1)]


async def test_everybody_together_gets_thirty_a_second(http, sim: Simulator, clock):
    await http.ask("POST", "/limits", json={"on": True})
    people = [sim.world.add_phone(f"Người {number}") for number in range(31)]
    for person in people:
        sim.world.chat_of(person).known = True
    assert [(await send(http, person.id))[0] for person in people] == [200] * 30 + [429]
    clock.move(1)
    assert await send(http, people[-1].id) == (200, 0)


async def test_a_group_gets_twenty_a_minute(http, sim: Simulator, clock):
    await http.ask("POST", "/limits", json={"on": True})
    group = sim.world.add_group("Tổ 3")
    sent = [await send(http, group.id) for _ in range(21)]
    assert sent == [(200, 0)] * 20 + [(429, 60)]
    clock.move(60)
    assert await send(http, group.id) == (200, 0)


async def test_limits_can_be_switched_off(http, hoa: Phone):
    await http.ask("POST", "/limits", json={"on": True, "burst": 1})
    await http.ask("POST", "/limits", json={"on": False})
    assert {(await send(http, hoa.id))[0] for _ in range(40)} == {200}


async def test_a_limit_of_nought_is_refused(http):
    status, answer = await http.ask("POST", "/limits", json={"on": True, "overall": 0})
    assert status == 400
    assert "above nought" in answer["error"]


async def test_rates_and_refusals_are_counted(http, sim, clock, hoa: Phone, stranger: Phone):
    sim.world.chat_of(stranger).known = True
    await http.ask("POST", "/limits", json={"on": True, "burst": 2})
    for person in (hoa, hoa, hoa, stranger):
        await send(http, person.id)
    clock.move(5)
    await send(http, hoa.id)
    _, stats = await http.ask("GET", "/stats")
    _, brief = await http.ask("GET", "/stats?people=0")
    assert brief == {**stats, "highest_rate_per_person": {}}
    assert (stats["429s"], stats["highest_rate"]) == (1, 3)
    assert stats["highest_rate_per_person"] == {str(hoa.id): 2, str(stranger.id): 1}
    assert stats["calls"]["sendMessage"] == 5


@given(
    steps=st.lists(st.floats(0, 3), min_size=1, max_size=60),
    burst=st.integers(1, 5),
    chats=st.integers(1, 3),
)
def test_waiting_as_long_as_told_is_always_enough(steps, burst, chats):
    limits, now = Limits(on=True, overall=4, burst=burst), 1000.0
    for number, step in enumerate(steps):
        now += step
        try:
            limits.take(number % chats, now, 1)
        except ApiError as refusal:
            now += refusal.retry_after or 0
            limits.take(number % chats, now, 1)
