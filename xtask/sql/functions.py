"""Says which functions of pkg-template/src/completion/sql-functions.js an engine does not have: python3 xtask/sql/functions.py

Asks the engines that are available as packages; `engines.py` lists what to install. The functions of
the other databases come from their documentation.
"""

import json
import pathlib
import subprocess
import sys

from engines import ClickHouse, DuckDb, Spark

SOURCE = pathlib.Path(__file__).parent.parent.parent / "pkg-template/src/completion/sql-functions.js"

# Part of the grammar, and so in no list of functions.
GRAMMAR = {"trim", "ltrim", "rtrim", "cast", "try_cast", "extract", "coalesce", "nullif", "ifnull", "if", "position"}
GRAMMAR |= {"row_number", "rank", "dense_rank", "ntile", "lag", "lead", "first_value", "last_value", "nth_value"}
GRAMMAR |= {"percent_rank", "cume_dist", "current_date", "current_timestamp"}


def listed(datasource):
    program = f"import({json.dumps(SOURCE.as_uri())}).then(({{ vocabularyOf }}) => console.log(JSON.stringify(vocabularyOf('{datasource}').functions)))"
    output = subprocess.run(["node", "--input-type=module", "--eval", program], check=True, capture_output=True, text=True).stdout
    return [function["name"] for function in json.loads(output)]


missing = 0
for make, datasource in [(DuckDb, "csv"), (ClickHouse, "clickhouse"), (Spark, "databricks")]:
    try:
        engine = make()
    except ImportError as error:
        print(f"skipped {datasource}: {error}")
        continue
    known = engine.functions()
    unknown = [name for name in listed(datasource) if not known(name) and name.lower() not in GRAMMAR]
    print(f"{engine.version}: {', '.join(unknown) or 'all known'}")
    missing += len(unknown)
sys.exit(missing > 0)
