"""The benchmark: this bot, the stock bot of Rasa and the least that Rasa can be, on one machine."""
