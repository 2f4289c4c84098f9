"""Asks the engines which of the words in `src/sql/keyword.rs` they accept as names, and where:

    python3 xtask/sql/keywords.py

Each word is put in place of the `k` in each line of `tests/data/sql/keyword_shapes.txt`. The
verdicts go to `tests/data/sql/<dialect>/keywords.txt`: the engine and its version, then one line
for each word with one character for each shape (1: accepted, 0: refused, ?: the engine does not
say). `tests/rust/sql_keywords.rs` compares them. `engines.py` lists what to install.
"""

import pathlib
import re

from engines import engines

ROOT = pathlib.Path(__file__).parent.parent.parent
DATA = ROOT / "tests/data/sql"
FOLDERS = {"sqlserver": "mssql", "duckdb": "csv"}
VERDICTS = {True: "1", False: "0", None: "?"}


def words():
    text = (ROOT / "src/sql/keyword.rs").read_text().split("/// Aggregates by dialect")[0]
    lists = re.findall(r'"([a-z_0-9 \\\n]+)"', text)
    return sorted({word for part in lists for word in re.findall(r"\w+", part)})


def main():
    shapes = (DATA / "keyword_shapes.txt").read_text().splitlines()
    for dialect, engine in engines().items():
        # SQLite is not a datasource.
        if dialect == "sqlite":
            continue
        lines = [engine.version]
        for word in words():
            texts = [re.sub(r"\bk\b", word, shape) for shape in shapes]
            lines.append(word + " " + "".join(VERDICTS[engine.accepts(text)] for text in texts))
        path = DATA / FOLDERS.get(dialect, dialect) / "keywords.txt"
        path.write_text("\n".join(lines) + "\n")
        print(f"{dialect}: {engine.version}, {len(lines) - 1} words")


main()
