"""The rules of the house that no type checker sees: floors, doors, names, and the mirror of src in tests."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from pmexport.model.report import Section

REPOSITORY = Path(__file__).resolve().parents[1]
PACKAGE = REPOSITORY / "src" / "pmexport"
TESTS = REPOSITORY / "tests"
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}

# Rooms, or folders of rooms, whose functions mean nothing without a whole text or a whole page, and the file that tests
# them through it.
TESTED_THROUGH: dict[str, str] = {
    "reader/importers/": "reader/importers/test_importers.py",
}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def places(module: str, offends: Callable[[ast.AST], bool]) -> list[str]:
    return [f"{module}:{getattr(node, 'lineno', 0)}" for node in ast.walk(tree(module)) if offends(node)]


def everywhere_but(*rooms: str) -> list[str]:
    """Return all modules except `rooms`; a room that does not exist is a mistake in this file."""
    assert set(rooms) <= set(MODULES)

    return [module for module in MODULES if module not in rooms]


def dotted(node: ast.AST) -> str:
    """Return ``os.environ`` for that expression, and the last names only where something computed stands before."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            return f"{dotted(value)}.{name}"
        case _:
            return ""


def test_imports_point_down_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(REPOSITORY)

    status = lint_imports(config_filename="pyproject.toml", no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_room_stands_on_a_floor() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    floors = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    housed = {room.strip() for floor in floors for room in floor.split("|")}
    rooms = {f"pmexport.{path.stem}" for path in PACKAGE.iterdir() if path.suffix == ".py" or _holds_modules(path)}

    assert housed == rooms - {"pmexport.__init__", "pmexport.__main__"}


def _holds_modules(folder: Path) -> bool:
    return folder.is_dir() and any(folder.glob("*.py"))


def test_no_room_has_a_name_that_says_nothing() -> None:
    refused = re.compile(r"_*(utils?|helpers?|managers?|misc|common|core|base)_*")

    assert [path for path in MODULES if any(refused.fullmatch(part) for part in Path(path).with_suffix("").parts)] == []


def test_every_room_says_in_its_first_line_what_it_is_for() -> None:
    assert [module for module in MODULES if not ast.get_docstring(tree(module))] == []


def has_logic(module: str) -> bool:
    """Tell whether the module computes: a function that does more than stand for a signature."""
    functions = (node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef))
    return any(not all(_is_idle(statement) for statement in function.body) for function in functions)


def _is_idle(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def own_tests(module: str) -> tuple[Path, ...]:
    """Return where the tests of a module may lie; a package's own stand inside its folder or beside it."""
    room = Path(module)
    if room.name != "__init__.py":
        return (TESTS / room.parent / f"test_{room.stem.strip('_')}.py",)
    if room.parent == Path():
        return (TESTS / "test_pmexport.py",)
    name = f"test_{room.parent.name}.py"
    return (TESTS / room.parent / name, TESTS / room.parent.parent / name)


@pytest.mark.parametrize("module", [module for module in MODULES if has_logic(module)])
def test_every_room_with_logic_has_its_test_file(module: str) -> None:
    wanted = (*own_tests(module), *through(module))

    assert any(path.is_file() for path in wanted), f"write {wanted[0].relative_to(REPOSITORY)}"


def through(module: str) -> list[Path]:
    return [TESTS / file for room, file in TESTED_THROUGH.items() if covers(room, module)]


def covers(room: str, module: str) -> bool:
    return module.startswith(room) if room.endswith("/") else module == room


def test_no_exception_from_the_mirror_is_out_of_date() -> None:
    needed = [module for module in MODULES if has_logic(module) and not any(p.is_file() for p in own_tests(module))]

    assert [room for room in TESTED_THROUGH if not any(covers(room, module) for module in needed)] == []


# Test files about a whole folder of rooms.
_OF_A_FLOOR = {"test_laws.py", "test_attacks.py"}


def test_no_test_file_speaks_of_a_room_that_is_gone() -> None:
    mirrored = {path for module in MODULES for path in (*own_tests(module), *through(module))}
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir()}
    strays = [
        path.relative_to(TESTS).as_posix()
        for path in TESTS.rglob("test_*.py")
        if path.relative_to(TESTS).parts[0] in folders and path.name not in _OF_A_FLOOR and path not in mirrored
    ]

    assert strays == []


_WRITING = {
    *("write_text", "write_bytes", "mkdir", "makedirs", "rename", "unlink", "touch", "rmdir", "rmtree"),
    *("mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryDirectory", "TemporaryFile", "symlink_to", "hardlink_to"),
}
_WRITING_OF_OS = {"os.replace", "os.open", "os.remove", "os.link", "os.symlink", "shutil.copy", "shutil.move"}


def writes_a_file(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = dotted(node.func)
    last = name.rpartition(".")[2]
    return last in _WRITING or name in _WRITING_OF_OS or (last == "open" and _opens_for_writing(node))


def _opens_for_writing(call: ast.Call) -> bool:
    arguments = [*call.args, *(keyword.value for keyword in call.keywords)]
    words = [argument.value for argument in arguments if isinstance(argument, ast.Constant)]
    return any(isinstance(word, str) and re.fullmatch(r"[rwaxbt+]*[wax+][bt+]*", word) for word in words)


def prints(node: ast.AST) -> bool:
    names = {"print", "click.echo", "click.secho", "click.echo_via_pager", "sys.stdout", "sys.stderr"}
    return isinstance(node, ast.Name | ast.Attribute) and dotted(node) in names


def reads_the_environment(node: ast.AST) -> bool:
    names = {"os.environ", "os.getenv", "os.environb", "Path.home", "os.path.expanduser", "os.path.expandvars"}
    spells = isinstance(node, ast.Name | ast.Attribute) and dotted(node) in names
    calls = isinstance(node, ast.Call) and dotted(node.func).endswith(".expanduser")
    taken = isinstance(node, ast.ImportFrom) and node.module == "os" and {"environ", "getenv"} & _imported(node)
    return spells or calls or bool(taken)


def imports_by_name(node: ast.AST) -> bool:
    calls = isinstance(node, ast.Call) and dotted(node.func).rpartition(".")[2] in {"import_module", "__import__"}
    return calls or (isinstance(node, ast.ImportFrom) and "import_module" in _imported(node))


def reads_the_clock(node: ast.AST) -> bool:
    clocks = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.localtime")
    return isinstance(node, ast.Call) and dotted(node.func).endswith(clocks)


def _imported(node: ast.ImportFrom) -> set[str]:
    return {alias.name for alias in node.names}


DOORS = {
    "only publish writes files": (writes_a_file, ("publish.py",)),
    "only the terminal prints, and the press to its parent": (prints, ("cli/terminal.py", "press.py")),
    "only the settings read the environment": (reads_the_environment, ("settings/sources.py", "settings/values.py")),
    "only the registries import by name": (imports_by_name, ("writers/__init__.py", "cli/__init__.py")),
    "only the command line may ask for the day": (reads_the_clock, ("cli/new.py",)),
}


@pytest.mark.parametrize(("offends", "rooms"), DOORS.values(), ids=DOORS)
def test_each_door_to_the_outside_is_one_file(offends: Callable[[ast.AST], bool], rooms: tuple[str, ...]) -> None:
    assert [place for module in everywhere_but(*rooms) for place in places(module, offends)] == []


@pytest.mark.parametrize(
    ("offends", "code"),
    [
        (writes_a_file, "Path(name).write_bytes(content)"),
        (writes_a_file, "with open(name, 'wb') as target: pass"),
        (writes_a_file, "Path(name).open(mode='x')"),
        (writes_a_file, "os.replace(draft, name)"),
        (prints, "print('done')"),
        (prints, "sys.stderr.write('done')"),
        (reads_the_environment, "os.environ.get('PMEXPORT_THEME')"),
        (reads_the_environment, "from os import environ"),
        (reads_the_environment, "Path(name).expanduser()"),
        (imports_by_name, "importlib.import_module('pmexport.model.postmortem')"),
        (imports_by_name, "from importlib import import_module as load"),
        (reads_the_clock, "dt.datetime.now(dt.UTC)"),
    ],
)
def test_a_planted_fault_is_seen(offends: Callable[[ast.AST], bool], code: str) -> None:
    assert any(offends(node) for node in ast.walk(ast.parse(code)))


@pytest.mark.parametrize(
    ("offends", "code"),
    [
        (writes_a_file, "text.replace('a', 'b')"),
        (writes_a_file, "Path(name).open('rb')"),
        (prints, "terminal.say('done')"),
        (reads_the_clock, "dt.datetime(2026, 3, 11)"),
    ],
)
def test_honest_code_is_left_alone(offends: Callable[[ast.AST], bool], code: str) -> None:
    assert not any(offends(node) for node in ast.walk(ast.parse(code)))


SECTIONS = {re.sub(r"(?<!^)(?=[A-Z])", "_", member.__name__).lower() for member in get_args(Section)}


def test_every_section_has_its_template_and_no_template_is_left_over() -> None:
    folder = REPOSITORY / "templates" / "sections"

    assert {path.name.removesuffix(".html.j2") for path in folder.glob("*.j2")} == SECTIONS


def test_every_section_has_its_function_in_the_word_writer() -> None:
    functions = {
        node.name.strip("_").removeprefix("add_").removeprefix("write_")
        for module in MODULES
        if module.startswith("writers/docx/")
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef)
    }

    assert functions & SECTIONS == SECTIONS


def template_files() -> Iterator[Path]:
    for folder in ("templates", "themes"):
        yield from (path for path in (REPOSITORY / folder).rglob("*.j2"))


def test_no_template_switches_escaping_off() -> None:
    unsafe = re.compile(r"\|\s*safe\b|autoescape\s+false|\bMarkup\b")

    assert [path.name for path in template_files() if unsafe.search(path.read_text(encoding="utf-8"))] == []


def test_shipped_folders_hold_data_and_no_code() -> None:
    code = [path for folder in ("templates", "themes") for path in (REPOSITORY / folder).rglob("*.py")]

    assert code == []


def project_files() -> list[Path]:
    """Return what is or would be in the repository; skip where this is an unpacked archive."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    names = (REPOSITORY / name for name in listed.stdout.decode().split("\0") if name)
    return [path for path in names if path.is_file()]


def test_no_file_of_the_project_names_a_path_of_a_machine() -> None:
    machine = re.compile(rb"(?<![\w./-])/(work|root|home|Users|mnt|opt)/\w|index-ur[l]|registr[y]=")

    named = {path.relative_to(REPOSITORY).as_posix() for path in project_files() if machine.search(_content(path))}
    # The sentences that guards are tried on are full of made-up paths.
    assert [name for name in sorted(named) if not name.startswith("tests/customer/guards/rounds/")] == []


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    return b"" if b"\0" in content[:8192] else content


def makers(name: str) -> set[str]:
    """Return the modules that make a value of the type `name`."""
    return {
        module
        for module in MODULES
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and dotted(node.func).rpartition(".")[2] == name
    }


@pytest.mark.parametrize(
    ("name", "room"),
    [
        ("Cleared", "customer/gate.py"),
        ("Wording", "customer/gate.py"),
        ("CustomerReport", "customer/gate.py"),
        ("Sealed", "customer/leakcheck.py"),
    ],
)
def test_what_may_leave_is_made_in_one_place(name: str, room: str) -> None:
    assert makers(name) == {room}


def test_the_gate_is_one_screen_to_read() -> None:
    admit = next(
        node
        for node in ast.walk(tree("customer/gate.py"))
        if isinstance(node, ast.FunctionDef) and node.name == "admit"
    )

    assert (admit.end_lineno or 0) - admit.lineno < 40


def test_no_customer_file_is_written_without_its_seal() -> None:
    callers = {
        module
        for module in MODULES
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and dotted(node.func).rpartition(".")[2] == "publish_to_customers"
    }

    assert callers == {"cli/dispatch.py"}
    assert not any(
        isinstance(node, ast.Call) and dotted(node.func) in {"publish", "publish.publish"}
        for node in ast.walk(tree("cli/dispatch.py"))
    )
