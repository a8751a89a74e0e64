"""The domain of Redakram: language, knowledge, triage, dialogue and answers.

Pure Python over frozen dataclasses. Nothing in here imports Rasa; clock, storage and
randomness are passed in by the callers (`bot`, `actions`).
"""
