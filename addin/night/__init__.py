"""The night shift: what a run that nobody watches knows beside the straight line."""
