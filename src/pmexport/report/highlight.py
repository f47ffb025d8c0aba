"""Code to coloured pieces, where its language is known."""

from __future__ import annotations

from msgspec.structs import replace

from pmexport.model.prose import CodeBlock, CodePiece, CodeToken

_PLAIN = frozenset({"", "text", "txt", "plain", "plaintext", "console", "output", "log", "none"})
_LONGEST = 20_000


def highlighted(block: CodeBlock) -> CodeBlock:
    """Return `block` with its pieces; unchanged where the language is unknown, plain, or the code is very long."""
    language = block.language.lower()
    if language in _PLAIN or len(block.text) > _LONGEST:
        return block
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415 - only code in colour pays for the import
    from pygments.util import ClassNotFound  # noqa: PLC0415

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return block
    pieces: list[CodePiece] = []
    for token_type, text in lexer.get_tokens(block.text):
        token = _token(str(token_type))
        if pieces and pieces[-1].token is token:
            pieces[-1] = CodePiece(pieces[-1].text + text, token)
        else:
            pieces.append(CodePiece(text, token))
    # A lexer may drop or change characters; code on a page must be the code that was written.
    if "".join(piece.text for piece in pieces) != block.text:
        return block
    return replace(block, pieces=tuple(pieces))


_TOKENS = (
    ("Token.Comment", CodeToken.COMMENT),
    ("Token.Keyword", CodeToken.KEYWORD),
    ("Token.Name.Builtin", CodeToken.KEYWORD),
    ("Token.Name.Tag", CodeToken.KEYWORD),
    ("Token.Operator.Word", CodeToken.KEYWORD),
    ("Token.Literal.String", CodeToken.STRING),
    ("Token.Literal.Number", CodeToken.NUMBER),
)


def _token(name: str) -> CodeToken:
    return next((token for start, token in _TOKENS if name.startswith(start)), CodeToken.TEXT)
