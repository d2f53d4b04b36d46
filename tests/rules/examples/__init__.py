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
    explanations,
    groups,
    ideology,
    layout,
    life,
    people,
    plausible,
    points,
    readable,
    states,
    study,
    unread,
    words,
    works,
)

EXAMPLES = (
    *unread.EXAMPLES, *readable.EXAMPLES, *layout.EXAMPLES, *every.EXAMPLES, *explanations.EXAMPLES, *people.EXAMPLES,
    *activities.EXAMPLES, *dates.EXAMPLES, *works.EXAMPLES, *across.EXAMPLES, *words.EXAMPLES,
    *definitions.EXAMPLES, *decisions.EXAMPLES, *elections.EXAMPLES, *life.EXAMPLES, *study.EXAMPLES,
    *branch.EXAMPLES, *dues_rates.EXAMPLES, *points.EXAMPLES, *ideology.EXAMPLES, *plausible.EXAMPLES,
    *groups.EXAMPLES,
)  # fmt: skip
WITH_STATES = (states, branch, decisions, dues_rates, elections, groups, ideology, life, plausible, study)
STILL_POSSIBLE = tuple(each for module in WITH_STATES for each in module.STILL_POSSIBLE)
NOT_APPLICABLE = tuple(each for module in WITH_STATES for each in module.NOT_APPLICABLE)
