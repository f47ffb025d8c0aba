"""Compares pmexport with what a user would pick instead: same file, whole process, interleaved.

Every round runs every program once, so that a busy minute of the machine is everybody's. A ratio is the median of the
rounds' own ratios; memory is the peak of the largest process. Prints the tables of README.md, and writes them there
with ``--write``.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
HELP_BUDGET = 80  # milliseconds over a bare Python
START, END = "<!-- tables -->\n", "<!-- end of tables -->\n"


class Contender(NamedTuple):
    """A program and what it makes. `rival` is the name of the one that it is held against, at most `budget` times."""

    name: str
    command: Sequence[str | Path]
    rival: str = ""
    budget: float = 0.0


class Run(NamedTuple):
    """One whole process with its children: wall-clock and processor seconds, and the peak memory in MiB."""

    seconds: float
    processor: float
    mebibytes: float


def contenders(sample: Path, ours: Path, peers: Path, out: Path) -> Iterator[Contender]:
    """Yield the programs, all of which read `sample` and write into `out`."""
    pandoc = next(peers.parent.glob("lib/python*/site-packages/pypandoc/files/pandoc"), Path("pandoc"))
    pandoc_sample = (pandoc, sample, "--standalone", "--resource-path", sample.parent)
    pmexport = (ours / "pmexport", sample, "--quiet", "-o")
    yield Contender("pmexport, HTML", (*pmexport, out / "ours.html"), "pandoc, HTML", 1.0)
    yield Contender("pandoc, HTML", (*pandoc_sample, "--embed-resources", "-o", out / "pandoc.html"))
    yield Contender("pmexport, Word", (*pmexport, out / "ours.docx"), "pandoc, Word", 1.0)
    yield Contender("pandoc, Word", (*pandoc_sample, "-o", out / "pandoc.docx"))
    yield Contender("pmexport, PDF", (*pmexport, out / "ours.pdf"), "pandoc, PDF by WeasyPrint", 0.8)
    yield Contender(
        "pandoc, PDF by WeasyPrint", (*pandoc_sample, "--pdf-engine=weasyprint", "-o", out / "pandoc-weasyprint.pdf")
    )
    yield Contender("pandoc, PDF by Typst", (*pandoc_sample, "--pdf-engine=typst", "-o", out / "pandoc-typst.pdf"))
    yield Contender("md2pdf, PDF", (peers / "md2pdf", "-i", sample, "-o", out / "md2pdf.pdf"))
    yield Contender("pmexport, all three", (ours / "pmexport", sample, "--quiet", "--all", "-o", out / "ours"))
    yield Contender("pmexport --help", (ours / "pmexport", "--help"))
    yield Contender("python -c pass", (ours / "python", "-c", "pass"))


def typst_for(peers: Path, folder: Path) -> None:
    """Put a `typst` command into `folder`: the package index has the compiler as a library only."""
    command = folder / "typst"
    command.write_text(
        f"#!{peers / 'python'}\nimport sys\nimport typst\ntypst.compile(sys.argv[-2], output=sys.argv[-1])\n"
    )
    command.chmod(0o755)


def run(command: Sequence[str | Path], environment: Mapping[str, str]) -> Run:
    """Run `command` to its end. Raises CalledProcessError where it fails."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.stderr.write(said.read().decode(errors="replace"))
            raise subprocess.CalledProcessError(process.returncode, [str(word) for word in command])
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def measure(programs: Sequence[Contender], rounds: int, environment: Mapping[str, str]) -> dict[str, list[Run]]:
    """Return each program's runs, after one that is not counted and fills the caches."""
    runs: dict[str, list[Run]] = {program.name: [] for program in programs}
    for number in range(rounds + 1):
        for program in programs:
            taken = run(program.command, environment)
            if number:
                runs[program.name].append(taken)
        print(f"round {number} of {rounds}", file=sys.stderr)
    return runs


def table(rows: Sequence[Sequence[str]], alignment: str) -> str:
    """Return a Markdown table whose first row is its head; `alignment` has ``l`` or ``r`` for each column."""
    head, *body = rows
    rules = ["---:" if side == "r" else "---" for side in alignment]
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, rules, *body))


def medians(programs: Sequence[Contender], runs: Mapping[str, Sequence[Run]]) -> str:
    """Return the table of times and memory."""
    rows: list[tuple[str, ...]] = [("whole process", "median", "fastest", "slowest", "processor", "peak memory")]
    for program in programs:
        seconds = [each.seconds for each in runs[program.name]]
        memory = statistics.median(each.mebibytes for each in runs[program.name])
        processor = statistics.median(each.processor for each in runs[program.name])
        times = (f"{figure:.3f} s" for figure in (statistics.median(seconds), min(seconds), max(seconds), processor))
        rows.append((program.name, *times, f"{memory:.0f} MiB"))
    return table(rows, "lrrrrr")


def budgets(programs: Sequence[Contender], runs: Mapping[str, Sequence[Run]]) -> str:
    """Return the table that holds ours against the budgets."""
    rows = [("budget", "at most", "measured", "kept")]
    for program in programs:
        if program.rival:
            pairs = zip(runs[program.name], runs[program.rival], strict=True)
            ratio = statistics.median(ours.seconds / theirs.seconds for ours, theirs in pairs)
            kept = "yes" if ratio <= program.budget else "no"
            rows.append((f"{program.name} : {program.rival}", f"{program.budget:.2f}", f"{ratio:.2f}", kept))
    pairs = zip(runs["pmexport --help"], runs["python -c pass"], strict=True)
    over = 1000 * statistics.median(ours.seconds - bare.seconds for ours, bare in pairs)
    rows.append(
        (
            "pmexport --help − python -c pass",
            f"{HELP_BUDGET} ms",
            f"{over:.0f} ms",
            "yes" if over <= HELP_BUDGET else "no",
        )
    )
    return table(rows, "lrrl")


def arguments() -> argparse.Namespace:
    """Return the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", type=Path, required=True, help="bin folder of an environment with requirements.txt")
    parser.add_argument("--ours", type=Path, default=Path(sys.executable).parent, help="bin folder with pmexport")
    parser.add_argument("--sample", type=Path, default=HERE.parent / "samples" / "database-outage.md")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--write", action="store_true", help="put the tables into README.md")
    return parser.parse_args()


def main() -> None:
    """Measure, print, and write where asked."""
    asked = arguments()
    # Not resolved: an environment's python is a link, and following it would leave the environment.
    ours, peers = asked.ours.absolute(), asked.peers.absolute()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        (out / "ours").mkdir()
        typst_for(peers, out)
        path = os.pathsep.join((str(out), str(peers), os.environ["PATH"]))
        programs = tuple(contenders(asked.sample.resolve(), ours, peers, out))
        runs = measure(programs, asked.rounds, {**os.environ, "PATH": path, "PYTHONDONTWRITEBYTECODE": ""})
    machine = (
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    )
    text = f"`{asked.sample.name}`, {asked.rounds} rounds, {machine}.\n\n"
    text += f"{medians(programs, runs)}\n{budgets(programs, runs)}"
    print(text)
    if asked.write:
        page = HERE / "README.md"
        before, _, rest = page.read_text(encoding="utf-8").partition(START)
        page.write_text(before + START + "\n" + text + "\n" + END + rest.partition(END)[2], encoding="utf-8")


if __name__ == "__main__":
    main()
