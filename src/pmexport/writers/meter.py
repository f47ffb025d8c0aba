"""What somebody else's template may use up while it is drawn: counted, not timed, so that it ends alike everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sized
from typing import TypeVar

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.visitor import NodeTransformer
from msgspec import Struct

_ALLOWED = 100_000_000
_TURN, _CHARACTER, _CALL, _GIVEN = 100, 5, 1_000, 10
_LARGEST_NUMBER = 10**15
_T = TypeVar("_T")
MARK = "\0{}:{}\0"
"""Stands before what a template writes, where that is traced: the template's place in a list, and the line."""


class Meter:
    """Counts one drawing; raises SecurityError when it has used up what a template may."""

    def __init__(self) -> None:
        self.used = 0

    def start(self) -> None:
        """Begin a drawing."""
        self.used = 0

    def turn(self, characters: int) -> str:
        """Count one turn of a loop, or one passage through a part, that writes so many characters."""
        self._count(_TURN + characters * _CHARACTER)
        return ""

    def weighed(self, value: _T) -> _T:
        """Count looking through `value`; return it."""
        self._count(_size(value) * _CHARACTER)
        return value

    def grown(self, size: int) -> None:
        """Count making a value of `size`, before it is made."""
        self._count(size * _CHARACTER)

    def called(self, of: object, arguments: tuple[object, ...]) -> None:
        """Count a call of a method of `of`."""
        self._count(_CALL + sum(map(_size, (of, *arguments))) * _CHARACTER)

    def given(self, value: _T) -> _T:
        """Count what a function of the page has drawn; return it."""
        self._count(_size(value) * _GIVEN)
        return value

    def number(self, value: _T) -> _T:
        """Return `value`, a figure of a size that a report may hold."""
        if isinstance(value, int | float) and abs(value) > _LARGEST_NUMBER:
            raise SecurityError("a number grows too large")
        return value

    def _count(self, cost: int) -> None:
        self.used += cost
        if self.used > _ALLOWED:
            raise SecurityError("takes more than a template may: too many turns, or too much text")


def _size(value: object) -> int:
    return len(value) if isinstance(value, Sized) and not isinstance(value, Struct) else 1


class Metered(NodeTransformer):
    """Puts into a template's tree what the meter must see: turns of loops, parts entered, values looked through.

    With `mark` what stands in the template has a mark before it that says where: its argument is the line.
    """

    def __init__(self, mark: Callable[[int], str] | None = None) -> None:
        self._mark = mark

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802  the visitor finds it by this name
        """Weigh what is looped over, count each turn."""
        self._entered(node)
        node.iter = _asked("weighed", node.iter, node.lineno)
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:  # noqa: N802  as above
        """Count each call."""
        return self._entered(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.CallBlock:  # noqa: N802  as above
        """Count each call."""
        return self._entered(node)

    def visit_Block(self, node: nodes.Block) -> nodes.Block:  # noqa: N802  as above
        """Count each drawing."""
        return self._entered(node)

    def visit_Template(self, node: nodes.Template) -> nodes.Template:  # noqa: N802  as above
        """Count each inclusion."""
        return self._entered(node)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:  # noqa: N802  as above
        """Weigh both sides."""
        self.generic_visit(node)
        node.expr = _asked("weighed", node.expr, node.lineno)
        for operand in node.ops:
            operand.expr = _asked("weighed", operand.expr, node.lineno)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Getitem:  # noqa: N802  as above
        """Weigh what a part is cut from."""
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _asked("weighed", node.node, node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802  as above
        """Join within measure."""
        self.generic_visit(node)
        return _asked("joined", nodes.List(node.nodes, lineno=node.lineno), node.lineno)

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802  as above
        """Mark what is written."""
        self.generic_visit(node)
        if self._mark is not None:
            marked = [(nodes.TemplateData(self._mark(one.lineno), lineno=one.lineno), one) for one in node.nodes]
            node.nodes = [part for pair in marked for part in pair]
        return node

    def _entered(self, node: _Body) -> _Body:
        written = sum(len(text.data) for text in node.find_all(nodes.TemplateData))
        self.generic_visit(node)
        turn = _asked("turn", nodes.Const(written, lineno=node.lineno), node.lineno)
        node.body.insert(0, nodes.ExprStmt(turn, lineno=node.lineno))
        return node


_Body = TypeVar("_Body", nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block, nodes.Template)


def _asked(name: str, argument: nodes.Node, line: int) -> nodes.Call:
    """Return a call of the environment's function `name`, which no template can name."""
    function = nodes.EnvironmentAttribute(name, lineno=line)
    return nodes.Call(function, [argument], [], None, None, lineno=line)
