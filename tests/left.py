"""Deliveries with what they say, for tests to look at."""

from sqlalchemy import select

from storage.tables import deliveries, mailings

LEFT = select(deliveries, mailings.c.message).join(
    mailings, mailings.c.id == deliveries.c.mailing_id
)
