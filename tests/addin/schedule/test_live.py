"""The real thing: cron and a user's systemd run what was installed, at the minute it is due."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.scripts.clone import base_python
from tests.scripts.scheduled import Scheduled

JOB, STATUS = ".定时任务.json", ".定时任务状态.json"
PATIENCE = 150
HIERARCHIES = ("/sys/fs/cgroup/unified", "/sys/fs/cgroup")
# a mount namespace of its own, in which systemd believes that it started the machine
MANAGER = """
set -e
mount -t tmpfs tmpfs /run
mkdir -p /run/systemd/system "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
if test {hierarchy} != /sys/fs/cgroup; then mount --bind {hierarchy} /sys/fs/cgroup; fi
mkdir -p /sys/fs/cgroup/{group}
echo $$ > /sys/fs/cgroup/{group}/cgroup.procs
exec {systemd} --user
"""

pytestmark = pytest.mark.scheduler


def soon() -> datetime:
    """Return the minute in which a job can be fired that is installed now."""
    return (datetime.now() + timedelta(seconds=66)).replace(second=0, microsecond=0)


def awkwardly_placed(folder: Path, workshop: Path) -> Scheduled:
    """Return a copy of the program, and a sample year, under a name a scheduler may stumble over."""
    place = folder / "100% $HOME %h 'a'"
    place.mkdir()
    schedule = Scheduled(place, real=True)
    (schedule.place / "我的台账").mkdir()
    shutil.copy(workshop / "示例.xlsx", schedule.place / "我的台账" / "台账.xlsx")
    (schedule.programs / "crontab").unlink()  # the real one is meant
    return schedule


def wait(until: Callable[[], bool]) -> bool:
    """Wait for something to happen; tell whether it did."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if until():
            return True
        time.sleep(0.3)
    return False


def ended(schedule: Scheduled) -> bool:
    """Tell whether a run has ended."""
    place = schedule.place / STATUS
    return place.exists() and json.loads(place.read_text(encoding="utf-8"))["ended"] is not None


def assert_it_ran(schedule: Scheduled, at: datetime) -> None:
    status = json.loads((schedule.place / STATUS).read_text(encoding="utf-8"))
    assert status["code"] == 0, status
    assert timedelta() <= datetime.fromisoformat(status["started"]) - at < timedelta(seconds=45)
    assert list((schedule.place / "我的台账" / "自动生成").glob("*（送审稿）.docx"))
    assert "已重算" in Path(status["log"]).read_text(encoding="utf-8")


@contextmanager
def real_crontab() -> Iterator[Callable[[], bytes]]:
    """Give how the user's real crontab is read; afterwards it is as it was."""

    def read() -> bytes:
        return subprocess.run(["crontab", "-l"], capture_output=True, check=False).stdout

    before = read()
    try:
        yield read
    finally:
        if read() != before:
            give = ["crontab", "-"] if before else ["crontab", "-r"]
            subprocess.run(give, input=before, check=False)


@contextmanager
def cron_running() -> Iterator[None]:
    """Run the cron daemon unless it runs already; it lets nobody start it a second time."""
    daemon = shutil.which("cron", path=f"{os.environ['PATH']}:/usr/sbin")
    if daemon is None or os.geteuid():
        pytest.skip("cron can only be started by root")
    process = subprocess.Popen([daemon, "-f"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)


def test_cron_runs_what_was_installed_and_nothing_is_left(tmp_path: Path, workshop: Path) -> None:
    schedule = awkwardly_placed(tmp_path, workshop)
    with real_crontab() as read:
        before, at = read(), soon()
        done = schedule("install", "--every", "每天", "--at", f"{at:%H:%M}", "--with", "cron")
        assert done.returncode == 0, done.stderr
        assert read().startswith(before) and read() != before
        with cron_running():  # it looks for changes by the second, so it begins after this one
            assert wait(lambda: ended(schedule))
        assert_it_ran(schedule, at)
        assert schedule("show").returncode == 0
        assert schedule("remove").returncode == 0
        assert read() == before
    assert list(schedule.person.iterdir()) == []
    assert not (schedule.place / JOB).exists() and not (schedule.place / STATUS).exists()


class Manager:
    """A systemd of the person's own, in a mount namespace of its own."""

    def __init__(self, schedule: Scheduled, hierarchy: str) -> None:
        group = f"schedule-{os.getpid()}"
        self._group = Path(hierarchy, group)
        self._environment = {
            "HOME": str(schedule.person),
            "PATH": "/usr/bin:/bin:/usr/sbin:/sbin",
            "XDG_RUNTIME_DIR": "/run/of-the-test",
        }
        systemd = shutil.which("systemd") or "/lib/systemd/systemd"
        text = MANAGER.format(hierarchy=hierarchy, group=group, systemd=systemd)
        command = ["unshare", "--mount", "/bin/sh", "-c", text]
        self._process = subprocess.Popen(
            command, env=self._environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def __call__(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command where this systemd is at home."""
        enter = ["nsenter", "--mount", f"--target={self._process.pid}"]
        return subprocess.run(
            [*enter, *command], env=self._environment, cwd="/", capture_output=True, text=True, check=False
        )

    def answers(self) -> bool:
        said = self("systemctl", "--user", "is-system-running").stdout.strip()
        return said in ("running", "degraded")

    def end(self) -> None:
        """End it, and remove the control groups it made."""
        self._process.terminate()
        self._process.wait(timeout=30)
        groups = [*self._group.glob("**/"), self._group]
        wait(lambda: not any((place / "cgroup.procs").read_text() for place in groups if place.exists()))
        for place in sorted(groups, reverse=True):
            if place.exists():
                place.rmdir()


@contextmanager
def manager(schedule: Scheduled) -> Iterator[Manager]:
    """Run a systemd for the person while the test lasts."""
    hierarchy = next((each for each in HIERARCHIES if os.access(f"{each}/cgroup.procs", os.W_OK)), None)
    if hierarchy is None or subprocess.run(["unshare", "--mount", "true"], check=False).returncode:
        pytest.skip("a systemd of one's own can only be started by root, with unified control groups")
    systemd = Manager(schedule, hierarchy)
    try:
        yield systemd
    finally:
        systemd.end()


def test_systemd_runs_what_was_installed_catches_up_and_nothing_is_left(
    tmp_path: Path, workshop: Path
) -> None:
    schedule = awkwardly_placed(tmp_path, workshop)
    script = str(schedule.place / "scripts" / "schedule.py")
    with manager(schedule) as systemd:
        assert wait(systemd.answers)
        at = soon()
        done = systemd(base_python(), script, "install", "--every", "每天", "--at", f"{at:%H:%M}")
        assert done.returncode == 0 and "systemd" in done.stdout, done.stderr
        assert (
            "没有改动"
            in systemd(base_python(), script, "install", "--every", "每天", "--at", f"{at:%H:%M}").stdout
        )
        assert wait(lambda: ended(schedule))
        assert_it_ran(schedule, at)
        assert systemd(base_python(), script, "show").returncode == 0
        assert_a_missed_run_is_caught_up(schedule, systemd)
        assert systemd(base_python(), script, "remove").returncode == 0
        assert systemd("systemctl", "--user", "list-timers", "--all", "--no-legend").stdout == ""
    left = [path for path in schedule.person.rglob("*") if path.is_file() or path.is_symlink()]
    assert left == [] and not (schedule.place / JOB).exists()
    assert not (schedule.person / ".config").exists()


def assert_a_missed_run_is_caught_up(schedule: Scheduled, systemd: Manager) -> None:
    """See that a machine that was off for days runs what fell due as soon as it is on."""
    (timer,) = (schedule.person / ".config" / "systemd" / "user").glob("*.timer")
    systemd("systemctl", "--user", "stop", timer.name)
    stamp = schedule.person / ".local" / "share" / "systemd" / "timers" / f"stamp-{timer.name}"
    days_ago = time.time() - 3 * 24 * 3600
    os.utime(stamp, (days_ago, days_ago))
    (schedule.place / STATUS).unlink()
    systemd("systemctl", "--user", "start", timer.name)
    assert wait(lambda: ended(schedule))
