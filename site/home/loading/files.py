"""Reading YAML so that every value still knows its file and line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

MAX_FILE_BYTES = 1_000_000
#: libyaml reads the same text many times faster; PyYAML is built without it on some systems.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ContentError(ValueError):
    """Content that cannot be loaded: file, line (from 1) and reason."""

    def __init__(self, file: Path | str, line: int, reason: str) -> None:
        self.file, self.line, self.reason = file, line, reason
        super().__init__(f"{file}:{line}: {reason}")


@dataclass(frozen=True)
class Node:
    """A value with its place. `value` is a scalar, a dict of nodes in file order, or a list of nodes."""

    value: Any
    file: Path
    line: int

    def error(self, reason: str) -> ContentError:
        """Return an error at this place."""
        return ContentError(self.file, self.line, reason)

    @property
    def mapping(self) -> dict[str, "Node"]:
        """Return the value as a mapping, or refuse."""
        if not isinstance(self.value, dict):
            raise self.error("expected `key: …` lines here")
        return self.value

    @property
    def items(self) -> list["Node"]:
        """Return the value as a list, or refuse."""
        if not isinstance(self.value, list):
            raise self.error("expected a list here")
        return self.value

    def plain(self) -> Any:
        """Return the value without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


def read(path: Path) -> Node:
    """Return the mapping in a file.

    Raises:
        ContentError: when the file is missing, too large, not UTF-8, not YAML, or holds a key twice.
    """
    if not path.is_file():
        raise ContentError(path, 1, "the file is missing")
    if path.stat().st_size > MAX_FILE_BYTES:
        raise ContentError(path, 1, f"the file is larger than {MAX_FILE_BYTES} bytes")
    try:
        text = path.read_text(encoding="utf-8")
        loader = _Loader(text)
        try:
            root = loader.get_single_node()
            if root is None:
                raise ContentError(path, 1, "the file is empty")
            node = _convert(loader, root, path)
        finally:
            loader.dispose()
    except UnicodeDecodeError as error:
        raise ContentError(path, 1, f"not UTF-8 text: {error}") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ContentError(
            path, mark.line + 1 if mark else 1, f"not YAML: {getattr(error, 'problem', error)}"
        ) from error
    if not isinstance(node.value, dict):
        raise node.error("expected `key: …` lines")
    return node


def languages_of(source: Path, languages: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    """Yield (language, path) of the translations beside a source file `<name>.uz.yaml`."""
    stem = source.name.removesuffix(".yaml").rpartition(".")[0]
    for language in languages:
        yield language, source.with_name(f"{stem}.{language}.yaml")


def _convert(loader: Any, node: yaml.Node, path: Path) -> Node:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Node] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in mapping:
                raise ContentError(path, key_node.start_mark.line + 1, f"`{key}` stands here twice")
            mapping[key] = _convert(loader, value_node, path)
        return Node(mapping, path, line)
    if isinstance(node, yaml.SequenceNode):
        return Node([_convert(loader, item, path) for item in node.value], path, line)
    return Node(loader.construct_object(node), path, line)
