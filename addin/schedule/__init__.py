"""The reports regenerated with nobody at the desk: when, by which scheduler, and what came of it."""
