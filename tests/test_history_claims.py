"""Which program a session belongs to."""

from pathlib import Path

import pytest

from stridetimer.history.claim import Claim, is_claimed


def test_only_the_living_claim_a_session(tmp_path: Path) -> None:
    mine, other = Claim(tmp_path, "x"), Claim(tmp_path, "x")
    assert mine.stake()
    assert not other.stake()
    assert is_claimed(tmp_path, "x")
    mine.release()
    assert not is_claimed(tmp_path, "x")
    assert other.stake()
    other.release()


def test_what_killed_programs_left_behind_is_swept_away_and_the_living_keep_theirs(
    tmp_path: Path,
) -> None:
    (tmp_path / "dead.lock").touch()
    living, mine = Claim(tmp_path, "living"), Claim(tmp_path, "mine")
    assert living.stake()
    assert mine.stake()
    mine.sweep()
    assert sorted(path.stem for path in tmp_path.iterdir()) == ["living", "mine"]
    assert is_claimed(tmp_path, "living")
    living.release()
    mine.release()
    assert not list(tmp_path.iterdir())


def test_a_claim_swept_away_in_the_instant_it_was_made_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swept: list[Path] = []

    def lock_after_a_sweep(file: int) -> None:
        if not swept:
            swept.append(tmp_path / "x.lock")
            swept[0].unlink()

    monkeypatch.setattr("stridetimer.history.claim._lock", lock_after_a_sweep)
    claim = Claim(tmp_path, "x")
    assert claim.stake()
    assert (tmp_path / "x.lock").exists()
    claim.release()
