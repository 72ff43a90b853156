"""Keeping what is typed: in its file when that is asked for, and until then as a draft."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from stridetimer import phrases
from stridetimer.editing.checking import Checked
from stridetimer.editing.drafts import Drafts, find_draft
from stridetimer.editing.saving import (
    ChangedError,
    Document,
    UnfitError,
    hash_now,
    open_document,
    save,
)
from stridetimer.files import why
from stridetimer.keys.command import KeyCommand
from stridetimer.keys.editor import (
    CHANGED,
    DISCARD,
    DRAFT,
    RELOAD,
    SAVE_FIRST,
    SAVE_OVER,
    SAVE_WRONG,
    TAKE_DRAFT,
    UNSAVED,
    WRONG,
)
from stridetimer.routines.problems import Problem


class Desk(Protocol):
    """Where a text is written, and whoever writes it can be asked."""

    @property
    def text(self) -> str:
        """What is written there."""

    def take(self, text: str) -> None:
        """Let ``text`` stand there in its place, so that it can be taken back."""

    async def checked(self) -> Checked:
        """What the text comes to as it is now."""

    async def ask(
        self, question: str, told: str, answers: tuple[KeyCommand, ...]
    ) -> KeyCommand | None:
        """Ask, and wait for one of ``answers``; ``told`` is what to know."""

    def say(self, words: str) -> None:
        """Say a sentence."""


class Keeper:
    """Keeps the text of ``desk``, which was read from ``document``."""

    def __init__(self, document: Document, desk: Desk, now: Callable[[], datetime]) -> None:
        self.document = document
        """The file as it was read or written last."""
        self.saved = False
        """Whether anything was written into it."""
        self.changed = False
        """Whether another program has changed the file, and what is typed is not in it."""
        self.draftless = False
        """Whether a draft is wanted, and cannot be kept."""
        self._desk = desk
        self._drafts = Drafts(document.path)
        self._now = now

    @property
    def unsaved(self) -> bool:
        """Whether anything is not in the file."""
        return self._desk.text != self.document.text

    async def save(self) -> bool:
        """Write the text into the file, unless the person would rather not; whether it was."""
        checked = await self._desk.checked()
        wrong = phrases.count(len(checked.problems), "problem") if checked.problems else ""
        if wrong and not await self._wants_it_wrong(wrong, checked.problems[0]):
            return False
        copied = f" as your own copy, {self.document.path}" if self.document.is_copy else ""
        if not await self._write(checked.text):
            return False
        self._desk.say(f"Saved{copied}{wrong and f', with {wrong}'}.")
        return True

    async def may_leave(self) -> bool:
        """Whether nothing is lost by leaving, or the person wants it lost."""
        if self.unsaved:
            told = "What you typed is not in the file."
            answer = await self._desk.ask("Leave the editor?", told, UNSAVED)
            if answer is SAVE_FIRST:
                return await self.save()
            if answer is not DISCARD:
                return False
        self._drafts.drop()
        # What is lost on purpose is not kept as a draft on the way out.
        self.document = replace(self.document, text=self._desk.text)
        return True

    async def _wants_it_wrong(self, wrong: str, first: Problem) -> bool:
        told = f"It can't be started until this is mended. Line {first.line}: {first.message}"
        answer = await self._desk.ask(f"Save with {wrong}?", told, WRONG)
        return answer is SAVE_WRONG

    async def _write(self, text: str) -> bool:
        """Write it; where another program has written meanwhile, as the person says."""
        while True:
            try:
                self.document = save(self.document, text)
            except ChangedError as error:
                if not error.hash:  # nothing is there that could be overwritten
                    self.document = replace(self.document, hash="")
                    continue
                told = "What you typed is not in the file, and what is there is not here."
                question = "Another program has changed the file."
                answer = await self._desk.ask(question, told, CHANGED)
                if answer is RELOAD:
                    self._reload("This is what is in the file; ctrl+z brings back what you had.")
                if answer is not SAVE_OVER:
                    return False
                # What was written after the question is asked about again.
                self.document = replace(self.document, hash=error.hash)
            except OSError as error:
                self._desk.say(f"Can't save: {why(error)}.")
                return False
            else:
                self.saved = True
                self.changed = self.draftless = False
                self._drafts.drop()
                return True

    def stirred(self) -> None:
        """Something happened to the file: take what another program wrote, or say so.

        What is typed stays; which of the two is kept is asked when it is saved.
        """
        try:
            there = hash_now(self.document.path)
        except OSError:
            return  # whoever saves hears why
        was, self.changed = self.changed, there != self.document.hash
        if not self.changed:
            if was:
                self._desk.say("The file is again what it was.")
        elif not there:
            self._desk.say("Another program has taken the file away; saving writes it anew.")
        elif self.unsaved:
            self._desk.say("Another program has changed the file; saving asks which to keep.")
        else:
            self._reload("Another program has changed the file; ctrl+z brings back what was here.")

    def _reload(self, told: str) -> None:
        try:
            self.document = open_document(self.document.path)
        except (OSError, UnfitError) as error:
            self._desk.say(f"What another program has written can't be read: {why(error)}.")
            return
        self.changed = False
        self._desk.take(self.document.text)
        self._desk.say(told)

    # -- drafts --------------------------------------------------------------------------------

    async def keep_draft(self) -> bool:
        """What is not in the file is kept for the case that the program is killed; if it can be.

        Once it cannot, that is said, and said again only after it could be.
        """
        if not self.unsaved:
            self._drafts.drop()
            self.draftless = False
            return True
        try:
            # In a thread, because nobody waits for a disk while typing.
            await asyncio.to_thread(self._following_draft())
        except OSError as error:
            was, self.draftless = self.draftless, True
            if not was:
                lost = "A closed terminal loses what you typed since you saved"
                self._desk.say(f"{lost}, as no draft of it can be kept: {why(error)}.")
        else:
            was, self.draftless = self.draftless, False
            if was:
                self._desk.say("A draft is kept again of what you typed.")
        return not self.draftless

    def ends(self) -> None:
        """However it ends, what is not in the file is kept for the next time."""
        if self.unsaved:
            with suppress(OSError):  # nobody is there any more to be told
                self._following_draft()()

    def _following_draft(self) -> Callable[[], None]:
        return self._drafts.following(self._desk.text, self.document.hash, self._now())

    async def offer_draft(self) -> None:
        """Where there is more than the file has, from before, ask what is to become of it."""
        draft = find_draft(self.document.path)
        if draft is None or draft.text == self.document.text:
            return
        told = f"It is from {draft.at.replace('T', ' at ')}, and was never saved."
        question = "There is more than the file has."
        if await self._desk.ask(question, told, DRAFT) is TAKE_DRAFT:
            # Whether the file was changed since will be seen when it is saved.
            self.document = replace(self.document, hash=draft.hash)
            self._desk.take(draft.text)
        else:
            self._drafts.drop()
