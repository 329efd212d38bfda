"""Formatted text and keyboards, as the server reads them."""
