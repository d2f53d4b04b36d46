"""The rules, gathered explicitly: a rule not named here does not run, and a test says so."""
