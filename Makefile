# `make` or `make help` lists what can be done; the text after ## is that list.
.DEFAULT_GOAL := help
.PHONY: help run test check bench eval-knowledge eval-points eval-nlu safety train ask shell clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## set everything up and run the bot with its web page (PORT=5005)
	@./redakram run

test: ## set up what is needed and run every test
	@./redakram test

check: ## format, lint, types, content and unit tests, under a minute
	@./redakram check

bench: ## measure against the stock Rasa bot, write docs/benchmarks.md
	@./redakram bench

eval-knowledge: ## answer the held-out questions about the knowledge, print how many are right per kind
	@./redakram evaluate knowledge

eval-points: ## answer held-out messages, print how many are told the point that they are about
	@./redakram evaluate points

eval-nlu: ## read the held-out messages, print how well intents, findings, denials and persons are understood
	@./redakram evaluate nlu

safety: ## play the vignettes of danger, print recall, false alarms and what slips cost
	@./redakram evaluate safety

train: ## train the model if its data changed
	@./redakram train

shell: ## chat in the terminal
	@./redakram shell

clean: ## remove environments, models and caches; conversations in var stay
	rm -rf .venv .tools build models .rasa .pytest_cache .mypy_cache .ruff_cache
