"""Plants single mistakes (slips) in the valid samples and lets the engines judge them:

    python3 xtask/sql/slips.py [FOLDER [COUNT]]

A slip drops, doubles or swaps a token, or adds a comma. `FOLDER/<dialect>.jsonl` (default:
tests/data/sql/slips) gets the engine's version and COUNT slips of each dialect, each with the
engine's verdict; `tests/rust/sql_slips.rs` bounds how many of the invalid ones are missed and how
many of the valid ones are refused. `engines.py` lists what to install.
"""

import json
import pathlib
import random
import re
import sys

from engines import engines

ROOT = pathlib.Path(__file__).parent.parent.parent
TOKEN = re.compile(
    r"""\s+ | --[^\n]* | /\*.*?\*/ | '(?:[^']|'')*' | "(?:[^"]|"")*" | `[^`]*` | \$\$.*?\$\$
    | \d+(?:\.\d+)?(?:[eE][+-]?\d+)? | [^\W\d]\w* | <=> | ->> | :: | => | -> | <= | >= | <> | != | \|\| | := | .""",
    re.X | re.S,
)


def slips(sql, chance):
    """One slip of each kind, with the kind's name."""
    tokens = [token for token in TOKEN.findall(sql)]
    solid = [at for at, token in enumerate(tokens) if not re.fullmatch(r"\s+|--[^\n]*|/\*.*", token, re.S)]
    if len(solid) < 3:
        return
    at = chance.choice(solid)
    yield "drop", tokens[:at] + tokens[at + 1 :]
    at = chance.choice(solid)
    yield "double", tokens[: at + 1] + [" ", tokens[at]] + tokens[at + 1 :]
    place = chance.randrange(len(solid) - 1)
    first, second = solid[place], solid[place + 1]
    swapped = list(tokens)
    swapped[first], swapped[second] = tokens[second], tokens[first]
    yield "swap", swapped
    at = chance.choice(solid)
    yield "comma", tokens[: at + 1] + [","] + tokens[at + 1 :]


def sources():
    """The valid samples by dialect."""
    found = {}
    for path in sorted((ROOT / "tests/data/sql/samples").glob("*.jsonl")):
        for line in path.read_text().splitlines():
            sample = json.loads(line)
            if sample["verdict"] == "valid":
                found.setdefault(sample["dialect"], []).append(sample["sql"])
    return found


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests/data/sql/slips"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    folder.mkdir(parents=True, exist_ok=True)
    texts = sources()
    for dialect, engine in engines().items():
        # SQLite is not a datasource.
        if dialect == "sqlite":
            continue
        chance = random.Random(f"{dialect} 1")
        valid = sorted({sql for sql in texts[dialect] if engine.accepts(sql)})
        seen, lines = set(valid), []
        for _ in range(20 * count):
            if len(lines) >= count:
                break
            for kind, tokens in slips(chance.choice(valid), chance):
                sql = "".join(tokens)
                if not sql.strip() or sql in seen:
                    continue
                seen.add(sql)
                accepted = engine.accepts(sql)
                if accepted is not None:
                    verdict = "valid" if accepted else "invalid"
                    line = {"sql": sql, "verdict": verdict, "kind": kind}
                    lines.append(json.dumps(line, ensure_ascii=False))
        source = json.dumps({"source": engine.version})
        (folder / f"{dialect}.jsonl").write_text("\n".join([source, *lines[:count]]) + "\n")
        print(f"{dialect}: {engine.version}, {len(valid)} expressions, {count} slips")


main()
