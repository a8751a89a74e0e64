"""Findings and populations to a level of urgency, by table."""
