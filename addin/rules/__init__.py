"""The rules, gathered explicitly: a rule not named here does not run, and a test says so."""

from addin.rule import Rule
from addin.rules import (
    activities,
    basics,
    changes,
    dates,
    decisions,
    definitions,
    documents,
    dues,
    every,
    honours,
    hours,
    indicators,
    layout,
    links,
    lists,
    members,
    names,
    narrative,
    outcomes,
    readable,
    secrecy,
    self_checks,
    talks,
    texts,
    themes,
    twice,
    unread,
    votes,
    works,
)

RULES: tuple[Rule, ...] = (
    *unread.RULES, *readable.RULES, *layout.RULES, *every.RULES, *basics.RULES,
    *names.RULES, *members.RULES, *changes.RULES, *dates.RULES,
    *activities.RULES, *hours.RULES, *outcomes.RULES, *twice.RULES, *links.RULES,
    *works.RULES, *lists.RULES, *documents.RULES, *self_checks.RULES, *honours.RULES,
    *talks.RULES, *dues.RULES, *votes.RULES, *decisions.RULES, *themes.RULES, *texts.RULES, *secrecy.RULES,
    *definitions.RULES, *indicators.RULES, *narrative.RULES,
)  # fmt: skip
