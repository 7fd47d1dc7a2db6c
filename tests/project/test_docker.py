"""The container image, without an engine: the steps of the Dockerfile are walked in clean folders."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Step:
    """One instruction of a Dockerfile."""

    stage: int
    word: str
    rest: str


def _steps() -> list[Step]:
    text = (ROOT / "docker" / "Dockerfile").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    steps: list[Step] = []
    stage = -1
    for line in filter(str.strip, joined.splitlines()):
        word, _, rest = line.strip().partition(" ")
        stage += word == "FROM"
        steps.append(Step(stage, word, rest.strip()))
    return steps


STEPS = _steps()


def _values(word: str, *, stage: int) -> list[str]:
    return [step.rest for step in STEPS if step.word == word and step.stage == stage]


def _environment() -> dict[str, str]:
    pairs = (pair.partition("=") for rest in _values("ENV", stage=1) for pair in shlex.split(rest))
    return {name: value for name, _, value in pairs}


@pytest.fixture(scope="module", name="image")
def _image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as the second stage installs it: from what is copied, and nothing else."""
    pytest.importorskip("hatchling", reason="building the wheel offline needs hatchling")
    source, wheels, installed = (tmp_path_factory.mktemp(name) for name in ("source", "wheel", "installed"))
    for rest in _values("COPY", stage=0):
        *origins, target = shlex.split(rest)
        for origin in origins:
            place = source / target
            if (ROOT / origin).is_dir():
                shutil.copytree(ROOT / origin, place, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy2(ROOT / origin, place)
    # the build that `pip wheel` runs, by the back end itself: a test may have no pip and no network
    code = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    built = subprocess.run(
        [sys.executable, "-c", code, str(wheels)], cwd=source, capture_output=True, text=True, timeout=120
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = wheels.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    return installed


@pytest.fixture(scope="module", name="container")
def _container(image: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, str], int]]:
    """The service as the image starts it, on another port and folder; its environment and port."""
    folder = tmp_path_factory.mktemp("container")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    path = os.pathsep.join([str(image), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")])
    environment = {
        **kept, **_environment(), "IMAGEGRAPH_DATA": str(folder / "data"), "IMAGEGRAPH_PORT": str(port),
        "HOME": str(folder), "PYTHONPATH": path,
    }  # fmt: skip
    (command,) = _values("CMD", stage=1)
    name, *arguments = json.loads(command)
    assert name == "imagegraph"
    start = [sys.executable, "-S", "-c", "from imagegraph.cli import main; main()", *arguments]
    process = subprocess.Popen(
        start, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        _await(port, process)
        yield environment, port
    finally:
        process.terminate()
        _, errors = process.communicate(timeout=30)
    assert b"Traceback" not in errors


def _await(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"the service ended: {process.communicate()[1].decode()}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the service did not start")


def test_the_first_stage_copies_what_the_build_reads() -> None:
    """Every path that is copied exists, and every folder that goes into the wheel is copied."""
    import tomllib

    copied = [origin for rest in _values("COPY", stage=0) for origin in shlex.split(rest)[:-1]]
    assert [origin for origin in copied if not (ROOT / origin).exists()] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    read = [*wheel["only-include"], project["project"]["readme"], *project["project"]["license-files"]]
    assert [path for path in read if path.split("/")[0] not in copied] == []


def test_the_second_stage_knows_only_the_wheel() -> None:
    """Nothing of the source is copied into the image that runs."""
    assert _values("COPY", stage=1) == ["--from=build /wheel /wheel"]
    assert any("install" in rest and "/wheel/*.whl" in rest for rest in _values("RUN", stage=1))


def test_the_image_runs_as_nobody_special() -> None:
    """A user of its own runs the service, keeps the data on a volume that it owns, and listens on a high port."""
    (user,) = _values("USER", stage=1)
    assert user not in ("root", "0")
    (volume,) = _values("VOLUME", stage=1)
    environment = _environment()
    assert environment["IMAGEGRAPH_DATA"] == volume
    assert any(f"chown {user}:{user} {volume}" in rest for rest in _values("RUN", stage=1))
    assert _values("EXPOSE", stage=1) == [environment["IMAGEGRAPH_PORT"]]
    words = [step.word for step in STEPS if step.stage == 1]
    assert words.index("USER") < words.index("CMD")


def test_the_environment_is_known() -> None:
    """Each variable of the image is a setting."""
    from imagegraph.settings import Settings

    assert {name.removeprefix("IMAGEGRAPH_").lower() for name in _environment()} <= set(Settings.model_fields)


def test_the_package_comes_from_the_wheel(image: Path) -> None:
    """The wheel built from the copied paths holds the package with its resources, and is what runs here."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", "import imagegraph; print(imagegraph.__file__)"],
        env={**os.environ, "PYTHONPATH": str(image)}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout.strip() == str(image / "imagegraph" / "__init__.py")
    assert (image / "imagegraph" / "_resources" / "shapes" / "profiles" / "gide.ttl").is_file()
    assert (image / "imagegraph" / "web").is_dir()


def test_the_health_check_is_content(container: tuple[dict[str, str], int]) -> None:
    """The command of HEALTHCHECK ends with 0 while the service runs, and with 1 where nobody listens."""
    environment, port = container
    (check,) = _values("HEALTHCHECK", stage=1)
    _, _, command = check.partition("CMD ")
    name, *arguments = json.loads(command)
    assert name == "python"
    written = f":{_environment()['IMAGEGRAPH_PORT']}/"
    assert written in arguments[-1]
    here = [argument.replace(written, f":{port}/") for argument in arguments]
    done = subprocess.run([sys.executable, *here], env=environment, capture_output=True, timeout=30)
    assert done.returncode == 0, done.stderr
    nobody = [argument.replace(written, ":1/") for argument in arguments]
    assert (
        subprocess.run([sys.executable, *nobody], env=environment, capture_output=True, timeout=30).returncode
        == 1
    )


def test_the_container_keeps_records(container: tuple[dict[str, str], int]) -> None:
    """The service of the wheel accepts a document and gives it back."""
    import httpx2

    _, port = container
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=30) as client:
        answer = client.post(
            "/records", content="type: Study\nname: A study\n", headers={"Content-Type": "application/yaml"}
        )
        assert answer.status_code == 201
        assert (
            client.get(f"/records/{answer.json()['id']}", headers={"Accept": "text/turtle"}).status_code
            == 200
        )


def test_compose_refers_to_what_exists() -> None:
    """The compose file builds this image, publishes its port to this machine only and keeps its volume."""
    composed = yaml.safe_load((ROOT / "docker" / "compose.yaml").read_text("utf-8"))
    service = composed["services"]["imagegraph"]
    context = (ROOT / "docker" / service["build"]["context"]).resolve()
    assert context == ROOT
    assert (context / service["build"]["dockerfile"]).is_file()
    assert service["ports"] == ["127.0.0.1:8000:{}".format(_environment()["IMAGEGRAPH_PORT"])]
    name, _, target = service["volumes"][0].partition(":")
    assert name in composed["volumes"]
    assert [target] == _values("VOLUME", stage=1)
    from imagegraph.settings import Settings

    assert {key.removeprefix("IMAGEGRAPH_").lower() for key in service["environment"]} <= set(
        Settings.model_fields
    )
