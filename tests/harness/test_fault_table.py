"""The page of faults says what the tests say."""

from tests.harness.fault_table import FAULTS, OPEN, PAGE, marked, page


def test_the_page_of_faults_is_what_the_tests_make_it() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make faults-table`"


def test_every_line_is_covered_or_says_why_not() -> None:
    every = set(range(1, len(FAULTS) + 1))

    assert set(marked()) | set(OPEN) == every
    assert not set(marked()) & set(OPEN), "what is covered is not open any more"


def test_most_of_what_can_go_wrong_is_tested() -> None:
    assert len(FAULTS) == 48
    assert len(marked()) >= 40
