"""What a worker takes from itself before it sees anything that was handed in.

On Linux (x86-64, aarch64) a seccomp filter refuses the network, other programs and other processes:
https://www.kernel.org/doc/html/latest/userspace-api/seccomp_filter.html. Everywhere on POSIX the limits of
address space, CPU time and core files hold.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import signal
import struct
import sys
from collections.abc import Sequence

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_SECCOMP = 22
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_MODE_FILTER = 2

# classic BPF, linux/bpf_common.h; the data is struct seccomp_data {int nr; u32 arch; u64 ip; u64 args[6];}
_LOAD_WORD, _JUMP_EQUAL, _JUMP_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_AT_NUMBER, _AT_ARCHITECTURE, _AT_FIRST_ARGUMENT = 0, 4, 16
_KILL_PROCESS, _ALLOW, _REFUSE = 0x80000000, 0x7FFF0000, 0x00050000 | 1  # errno EPERM
_X32_BIT = 0x40000000
_AF_UNIX = 1

#: workers give way to the process that answers requests
_NICENESS = 5

#: machine -> (AUDIT_ARCH_…, socket, refused system calls)
_MACHINES: dict[str, tuple[int, int, dict[str, int]]] = {
    "x86_64": (0xC000003E, 41, {
        "execve": 59, "execveat": 322, "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311,
        "bpf": 321, "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427,
        "pidfd_open": 434, "pidfd_getfd": 438, "userfaultfd": 323, "perf_event_open": 298, "unshare": 272,
        "setns": 308, "mount": 165, "kexec_load": 246, "init_module": 175, "keyctl": 250,
    }),
    "aarch64": (0xC00000B7, 198, {
        "execve": 221, "execveat": 281, "ptrace": 117, "process_vm_readv": 270, "process_vm_writev": 271,
        "bpf": 280, "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427,
        "pidfd_open": 434, "pidfd_getfd": 438, "userfaultfd": 282, "perf_event_open": 241, "unshare": 97,
        "setns": 268, "mount": 40, "kexec_load": 104, "init_module": 105, "keyctl": 219,
    }),
}  # fmt: skip


class _Program(ctypes.Structure):
    """`struct sock_fprog` of linux/filter.h."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def confine(*, memory_mb: int, parent: int) -> str | None:
    """Give up everything a worker does not need; call it before any thread is started.

    Args:
        memory_mb: address space, MiB.
        parent: process that started this one; when it is gone, so is the worker.

    Returns:
        None when the network is out of reach, else why it is not.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(_NICENESS)
    _die_with(parent)
    if sys.platform == "linux":  # macOS refuses to lower the address space
        space = memory_mb * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (space, space))
    return _refuse_network()


def allow_cpu(seconds: float) -> None:
    """Let this process use so much CPU time from now on; the kernel ends it after that.

    It backs the wall-clock limit up, for the case that nobody is left to enforce it.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime + seconds * (os.cpu_count() or 1)) + 2
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (limit if hard < 0 else min(limit, hard), hard))


def _die_with(parent: int) -> None:
    """Ask the kernel to kill this process when the thread that started it ends."""
    if sys.platform == "linux":
        _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        _prctl(_PR_SET_DUMPABLE, 0)
    if os.getppid() != parent:
        raise SystemExit(0)


def _refuse_network() -> str | None:
    machine = {"arm64": "aarch64", "AMD64": "x86_64"}.get(platform.machine(), platform.machine())
    if sys.platform != "linux" or machine not in _MACHINES:
        return f"there is no seccomp filter for {sys.platform} on {machine}"
    rules = _rules(machine)
    text = ctypes.create_string_buffer(b"".join(rules))
    program = _Program(len(rules), ctypes.cast(text, ctypes.c_void_p))
    if _prctl(_PR_SET_NO_NEW_PRIVS, 1) != 0:
        return f"prctl(PR_SET_NO_NEW_PRIVS) failed: {os.strerror(ctypes.get_errno())}"
    if _prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(program)) != 0:
        return f"prctl(PR_SET_SECCOMP) failed: {os.strerror(ctypes.get_errno())}"
    return None


def _rules(machine: str) -> Sequence[bytes]:
    """The filter: allowed unless it is on the list; a foreign calling convention ends the process."""
    architecture, socket, refused = _MACHINES[machine]
    numbers = sorted(refused.values())
    after = len(numbers)
    return [
        _rule(_LOAD_WORD, _AT_ARCHITECTURE),
        _rule(_JUMP_EQUAL, architecture, yes=1),
        _rule(_RETURN, _KILL_PROCESS),
        _rule(_LOAD_WORD, _AT_NUMBER),
        _rule(_JUMP_AT_LEAST, _X32_BIT, yes=after + 4),
        *(_rule(_JUMP_EQUAL, number, yes=after - place + 3) for place, number in enumerate(numbers)),
        _rule(_JUMP_EQUAL, socket, no=2),
        _rule(_LOAD_WORD, _AT_FIRST_ARGUMENT),
        _rule(_JUMP_EQUAL, _AF_UNIX, no=1),
        _rule(_RETURN, _ALLOW),
        _rule(_RETURN, _REFUSE),
    ]


def _rule(code: int, value: int, *, yes: int = 0, no: int = 0) -> bytes:
    """One `struct sock_filter`; `yes` and `no` count the rules that are left out."""
    return struct.pack("=HBBI", code, yes, no, value)


def _prctl(option: int, *arguments: int) -> int:
    library = ctypes.CDLL(None, use_errno=True)
    library.prctl.argtypes = [ctypes.c_int] + [ctypes.c_ulong] * 4
    padded = [*arguments, 0, 0, 0, 0][:4]
    return int(library.prctl(option, *padded))
