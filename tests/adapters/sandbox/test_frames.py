"""Frames over real pipes."""

from __future__ import annotations

import os
import struct
import time
from collections.abc import Iterator

import pytest

from imagegraph.adapters.sandbox.frames import DeadlinePassed, Frame, FramePipe, PipeClosed


@pytest.fixture(name="ends")
def _ends() -> Iterator[tuple[int, int]]:
    reading, writing = os.pipe()
    yield reading, writing
    for descriptor in (reading, writing):
        try:
            os.close(descriptor)
        except OSError:
            continue


def test_frames_arrive_as_they_were_sent(ends: tuple[int, int]) -> None:
    """Several frames in one read come out one by one."""
    pipe = FramePipe(incoming=ends[0], outgoing=ends[1])
    frames = [Frame("item", {"n": n, "text": "é"}, [b"a" * n, b""]) for n in range(20)]
    for frame in frames:
        pipe.send(frame)
    assert [pipe.receive() for _ in frames] == frames


def test_silence_ends_at_the_deadline(ends: tuple[int, int]) -> None:
    """Half a frame is not waited for longer than the deadline."""
    os.write(ends[1], b"\x00\x00")
    started = time.monotonic()
    with pytest.raises(DeadlinePassed):
        FramePipe(incoming=ends[0], outgoing=ends[1]).receive(deadline=started + 0.1)
    assert time.monotonic() - started < 1.0


def test_a_full_pipe_ends_at_the_deadline(ends: tuple[int, int]) -> None:
    """A reader that does not read cannot hold the sender."""
    os.set_blocking(ends[1], False)
    pipe = FramePipe(incoming=ends[0], outgoing=ends[1])
    with pytest.raises(DeadlinePassed):
        pipe.send(Frame("task", {}, [b"x" * 1_000_000]), deadline=time.monotonic() + 0.1)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\x00",
        struct.pack(">II", 0xFFFFFFFF, 0),
        struct.pack(">II", 2, 0xFFFFFFFF),
        struct.pack(">II", 3, 0) + b"{}x",
        struct.pack(">II", 2, 1) + struct.pack(">Q", 1 << 60),
    ],
)
def test_what_is_no_frame_is_refused(ends: tuple[int, int], said: bytes) -> None:
    """Lengths beyond reason and broken headers close the conversation instead of filling memory."""
    os.write(ends[1], said)
    os.close(ends[1])
    with pytest.raises(PipeClosed):
        FramePipe(incoming=ends[0], outgoing=ends[1]).receive()
