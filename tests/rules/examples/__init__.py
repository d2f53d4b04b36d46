"""All examples, gathered explicitly."""

from tests.rules.examples import (
    across,
    activities,
    branch,
    dates,
    decisions,
    definitions,
    dues_rates,
    elections,
    every,
    ideology,
    layout,
    life,
    people,
    plausible,
    points,
    readable,
    study,
    unread,
    words,
    works,
)

EXAMPLES = (
    *unread.EXAMPLES, *readable.EXAMPLES, *layout.EXAMPLES, *every.EXAMPLES, *people.EXAMPLES,
    *activities.EXAMPLES, *dates.EXAMPLES, *works.EXAMPLES, *across.EXAMPLES, *words.EXAMPLES,
    *definitions.EXAMPLES, *decisions.EXAMPLES, *elections.EXAMPLES, *life.EXAMPLES, *study.EXAMPLES,
    *branch.EXAMPLES, *dues_rates.EXAMPLES, *points.EXAMPLES, *ideology.EXAMPLES, *plausible.EXAMPLES,
)  # fmt: skip
NOT_APPLICABLE = (*decisions.ELSEWHERE, *elections.ELSEWHERE)
