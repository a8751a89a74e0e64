"""The starter project of ``rasa init``, made and trained in `build/`, to compare with."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.processes import Children
from kram.errors import RedakramError

_MAKE = "import sys; from rasa.cli.scaffold import create_initial_project; create_initial_project(sys.argv[1])"
# What Rasa itself fills in where `rasa init` leaves the configuration open.
_STOCK_CONFIG = "engine/recipes/config_files/default_config.yml"
_INPUTS = ("config.yml", "domain.yml", "data/nlu.yml", "data/rules.yml", "data/stories.yml")
_TRAINING_SECONDS = 900.0
_TELL_SECONDS = 15.0

_FLOOR_CONFIG = """\
recipe: default.v1
assistant_id: floor
language: en
pipeline:
  - name: KeywordIntentClassifier
policies:
  - name: RulePolicy
"""

# Stories need a policy that learns. These rules say the same, so that every message has its answer.
_FLOOR_RULES = """\
version: "3.1"
rules:
- rule: greet
  steps: [{intent: greet}, {action: utter_greet}]
- rule: goodbye
  steps: [{intent: goodbye}, {action: utter_goodbye}]
- rule: affirm
  steps: [{intent: affirm}, {action: utter_happy}]
- rule: deny
  steps: [{intent: deny}, {action: utter_goodbye}]
- rule: great
  steps: [{intent: mood_great}, {action: utter_happy}]
- rule: unhappy
  steps: [{intent: mood_unhappy}, {action: utter_cheer_up}, {action: utter_did_that_help}]
- rule: challenge
  steps: [{intent: bot_challenge}, {action: utter_iamabot}]
"""


class StarterError(RedakramError):
    """A starter project cannot be made or trained. The message has the last lines of the log."""


def make_stock(folder: Path, env: Mapping[str, str], tell: Callable[[str], None]) -> Path:
    """The starter bot with the pipeline and policies that Rasa suggests for it.

    Args:
        folder: where the project is, or will be.
        env: variables for Rasa.
        tell: gets a line before each slow step.

    Returns:
        The trained model, in ``folder/models``.

    Raises:
        StarterError: it cannot be made or trained.
    """
    _scaffold(folder, env)
    shutil.copyfile(_rasa_folder() / _STOCK_CONFIG, folder / "config.yml")
    return _trained(folder, env, tell)


def make_floor(folder: Path, env: Mapping[str, str], tell: Callable[[str], None]) -> Path:
    """The same domain and examples with the least that understands and answers: key words and rules.

    Args:
        folder: where the project is, or will be.
        env: variables for Rasa.
        tell: gets a line before each slow step.

    Returns:
        The trained model, in ``folder/models``.

    Raises:
        StarterError: it cannot be made or trained.
    """
    _scaffold(folder, env)
    (folder / "config.yml").write_text(_FLOOR_CONFIG, encoding="utf-8")
    (folder / "data" / "rules.yml").write_text(_FLOOR_RULES, encoding="utf-8")
    (folder / "data" / "stories.yml").unlink(missing_ok=True)
    return _trained(folder, env, tell)


def _rasa_folder() -> Path:
    """Where Rasa is installed, without the seconds that importing it takes."""
    spec = importlib.util.find_spec("rasa")
    if spec is None or spec.origin is None:
        raise StarterError("Rasa is not installed. Run this as ./redakram bench")
    return Path(spec.origin).parent


def _scaffold(folder: Path, env: Mapping[str, str]) -> None:
    """The files as ``rasa init`` writes them; models from before stay."""
    folder.mkdir(parents=True, exist_ok=True)
    _run("init", [sys.executable, "-c", _MAKE, str(folder)], folder, env)


def _trained(folder: Path, env: Mapping[str, str], tell: Callable[[str], None]) -> Path:
    model = folder / "models" / f"{folder.name}-{_fingerprint(folder)}.tar.gz"
    if model.exists():
        return model
    shutil.rmtree(model.parent, ignore_errors=True)
    tell(f"{folder.name}: training (not part of what is measured) ...")
    partial = model.parent / "partial.tar.gz"
    command = [sys.executable, "-m", "rasa", "train", "--fixed-model-name", partial.name.removesuffix(".tar.gz")]
    _run("train", command, folder, env, lambda seconds: tell(f"{folder.name}: still training, {seconds:.0f} s ..."))
    if not partial.exists():
        raise StarterError(f"training left no model in {model.parent}")
    os.replace(partial, model)
    return model


def _fingerprint(folder: Path) -> str:
    """Sixteen hexadecimal digits for what the model is made from."""
    digest = hashlib.sha256(importlib.metadata.version("rasa").encode())
    for file in (folder / name for name in _INPUTS):
        if file.exists():
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _run(
    name: str,
    command: list[str],
    folder: Path,
    env: Mapping[str, str],
    still_running: Callable[[float], None] = lambda seconds: None,
) -> None:
    """One step to its end, bounded in time.

    Raises:
        StarterError: it failed or took too long.
    """
    began = told = time.monotonic()
    with Children(folder / "log") as children:
        child = children.start(name, command, folder, env)
        while not child.ended:
            now = time.monotonic()
            if now - began > _TRAINING_SECONDS:
                raise StarterError(f"{folder.name}: '{name}' took over {_TRAINING_SECONDS:.0f} s")
            if now - told > _TELL_SECONDS:
                told = now
                still_running(now - began)
            time.sleep(0.2)
        if child.process.returncode != 0:
            raise StarterError(f"{folder.name}: '{name}' failed. Its last lines:\n{child.tail()}")
