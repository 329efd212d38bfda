"""One heap for every thread.

The C library keeps a heap for each, and what one has freed no other may use. Two chapters at work
would take a third more memory than they need.
"""

import ctypes
import sys

M_ARENA_MAX = -8  # malloc.h


def share_one_heap() -> None:
    """From now on; nothing where the C library has no such switch."""
    if sys.platform == "linux" and (switch := getattr(ctypes.CDLL(None), "mallopt", None)):
        switch(M_ARENA_MAX, 1)
