"""Plants single mistakes (slips) in valid SQL and lets the engines judge them:

    python3 xtask/sql/slips.py [FOLDER [SEED]]

Two sets go to FOLDER (default: tests/data/sql/slips), one file for each dialect, each with the
engine's version and its verdicts:

- `<dialect>.jsonl`: slips in the valid samples; a token is dropped, doubled or swapped, or a comma
  is added. The kinds that people make more often are in the second set.
- `subqueries/<dialect>.txt`: slips of thirteen kinds in the queries of `subqueries.txt`. To stay
  small, a line holds the number of the query, where the slip begins and how many characters it
  replaces, the verdict (1: accepted), and the text that is put there.

SEED other than 1 makes a fresh set, to see whether rules were made to fit the committed one.
`tests/rust/sql_slips.rs` bounds how many of the invalid ones are missed and how many of the valid
ones are refused. `engines.py` lists what to install.
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
CLAUSES = "SELECT FROM WHERE GROUP HAVING ORDER LIMIT".split()
KEYWORDS = set(
    "SELECT FROM WHERE GROUP BY ORDER HAVING AND OR NOT IN IS NULL LIKE BETWEEN CASE WHEN THEN ELSE END AS JOIN LEFT "
    "RIGHT INNER OUTER CROSS ON UNION EXCEPT ALL DISTINCT OVER PARTITION LIMIT EXISTS CAST INTERVAL WITH RECURSIVE "
    "DESC ROWS PRECEDING CURRENT ROW EXTRACT TRIM BOTH TOP".split()
)
OPERATORS = set("+ - * / = < > <= >= <> AND OR LIKE IN".split())
ENDS = set(") , FROM WHERE GROUP THEN ELSE END AND OR ORDER AS WHEN LIMIT".split())
# How many slips of each kind of set, and how many for engines that came later.
EXPRESSIONS, LATER_EXPRESSIONS, SUBQUERIES = 1000, 400, 600
LATER = ["bigquery", "sqlserver"]


def split(sql):
    """All tokens, and the positions of those that are not whitespace or comments."""
    tokens = TOKEN.findall(sql)
    solid = [at for at, token in enumerate(tokens) if not re.fullmatch(r"\s+|--[^\n]*|/\*.*", token, re.S)]
    return tokens, solid


def slips(sql, chance):
    """One slip of each of the first four kinds, with the kind's name."""
    tokens, solid = split(sql)
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


def misspelled(word, chance):
    """Two letters swapped, one lost or one doubled."""
    at = chance.randrange(len(word) - 1)
    return chance.choice(
        [word[:at] + word[at + 1] + word[at] + word[at + 2 :], word[:at] + word[at + 1 :], word[: at + 1] + word[at:]]
    )


def reordered(tokens, solid, chance):
    """Two neighboring clauses of one query, in the other order."""
    starts, depth = [], 0
    for at in solid:
        depth += {"(": 1, ")": -1}.get(tokens[at], 0)
        if tokens[at].upper() in CLAUSES:
            starts.append((depth, at))
    pairs = [(one[1], two[1]) for one, two in zip(starts, starts[1:]) if one[0] == two[0]]
    if not pairs:
        return None
    first, second = chance.choice(pairs)
    end, depth = second + 1, 0
    while end < len(tokens):
        depth += {"(": 1, ")": -1}.get(tokens[end], 0)
        if depth < 0 or depth == 0 and tokens[end].upper() in CLAUSES + ["UNION", "EXCEPT"]:
            break
        end += 1
    return tokens[:first] + tokens[second:end] + [" "] + tokens[first:second] + tokens[end:]


def one_of_many(sql, kind, chance):
    """One slip of this kind, or None if the query has no place for it."""
    tokens, solid = split(sql)
    if kind < 4:
        return [found for _, found in slips(sql, chance)][kind]

    def change(fits, put):
        places = [at for at in solid if fits(tokens[at])]
        if not places:
            return None
        at = chance.choice(places)
        return tokens[:at] + [put(tokens[at])] + tokens[at + 1 :]

    is_keyword = lambda token: token.upper() in KEYWORDS
    if kind == 4:
        return change(lambda token: token == ",", lambda _: " ")
    if kind == 5:
        return change(is_keyword, lambda _: "")
    if kind == 6:
        return change(is_keyword, lambda token: f"{token} {token}")
    if kind == 7:
        return change(lambda token: token.upper() in OPERATORS, lambda _: " ")
    if kind == 8:
        return change(
            lambda token: is_keyword(token) and len(token) > 3,
            lambda token: misspelled(token, chance),
        )
    if kind == 9:
        return change(lambda token: token in "()" or token[0] in "'\"", lambda token: token[:-1])
    if kind == 10:
        return change(lambda token: token.upper() == "ON", lambda _: "")
    if kind == 11:
        return reordered(tokens, solid, chance)
    # An operator with nothing after it.
    places = [
        at
        for at, after in zip(solid, solid[1:])
        if tokens[after].upper() in ENDS and (re.match(r"[\w')]", tokens[at]) and not is_keyword(tokens[at]))
    ]
    if not places:
        return None
    at = chance.choice(places)
    return tokens[: at + 1] + [" " + chance.choice(["+", "-", "*", "=", "<", "AND", "OR"])] + tokens[at + 1 :]


def sources():
    """The valid samples by dialect."""
    found = {}
    for path in sorted((ROOT / "tests/data/sql/samples").glob("*.jsonl")):
        for line in path.read_text().splitlines():
            sample = json.loads(line)
            if sample["verdict"] == "valid":
                found.setdefault(sample["dialect"], []).append(sample["sql"])
    return found


def expressions(folder, dialect, engine, texts, seed):
    count = LATER_EXPRESSIONS if dialect in LATER else EXPRESSIONS
    chance = random.Random(f"{dialect} {seed}")
    valid = sorted({sql for sql in texts if engine.accepts(sql)})
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


def difference(before, after):
    """Where two texts differ, how many characters are replaced, and by what."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, len(before) - start - end, after[start : len(after) - end]


def subqueries(folder, dialect, engine, seed):
    queries = (ROOT / "tests/data/sql/slips/subqueries.txt").read_text().splitlines()
    chance = random.Random(f"{dialect} subqueries {seed}")
    valid = [number for number, sql in enumerate(queries) if engine.accepts(sql)]
    seen, lines = set(queries), []
    for turn in range(20 * SUBQUERIES):
        if len(lines) >= SUBQUERIES:
            break
        number = chance.choice(valid)
        tokens = one_of_many(queries[number], turn % 13, chance)
        sql = "".join(tokens) if tokens else ""
        if not sql or sql in seen:
            continue
        seen.add(sql)
        accepted = engine.accepts(sql)
        if accepted is not None:
            start, length, put = difference(queries[number], sql)
            lines.append(f"{number}\t{start}\t{length}\t{int(accepted)}\t{put}")
    folder = folder / "subqueries"
    folder.mkdir(exist_ok=True)
    (folder / f"{dialect}.txt").write_text("\n".join([engine.version, *lines]) + "\n")
    print(f"{dialect}: {len(valid)} queries, {len(lines)} slips")


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests/data/sql/slips"
    seed = sys.argv[2] if len(sys.argv) > 2 else "1"
    folder.mkdir(parents=True, exist_ok=True)
    texts = sources()
    for dialect, engine in engines().items():
        # SQLite is not a datasource.
        if dialect != "sqlite":
            expressions(folder, dialect, engine, texts[dialect], seed)
            subqueries(folder, dialect, engine, seed)


main()
