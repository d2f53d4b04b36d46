"""What the entries mean: rules, figures, the summary and the document."""
