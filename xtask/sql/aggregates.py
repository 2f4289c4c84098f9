"""Updates the lists of aggregates that come from engines: python3 xtask/sql/aggregates.py

`tests/data/sql/aggregates/<datasource>.txt` has sections: a line with the source, then the names.
The first section is the engine's catalog and is rewritten with the engine's version; sections from
documentation are kept, and a list without an engine is maintained by hand (PostgreSQL:
`SELECT proname FROM pg_proc WHERE prokind = 'a'`). Afterwards,
`UPDATE_EXPECT=1 cargo test --test rust sql_aggregates` regenerates the module's table from the
lists. `engines.py` lists what to install.
"""

import pathlib

from engines import ClickHouse, DuckDb, Spark

FOLDER = pathlib.Path(__file__).parent.parent.parent / "tests/data/sql/aggregates"
SOURCES = [
    (DuckDb, "csv", "duckdb_functions()"),
    (ClickHouse, "clickhouse", "system.functions"),
    (Spark, "databricks", "agg_funcs of the function registry"),
]

for make, datasource, catalog in SOURCES:
    try:
        engine = make()
    except ImportError as error:
        print(f"skipped {datasource}: {error}")
        continue
    path = FOLDER / f"{datasource}.txt"
    kept = path.read_text().split("\n# ")[1:]
    names = sorted({name.lower() for name in engine.aggregates()})
    sections = ["\n".join([f"# {engine.version}, {catalog}", *names]), *kept]
    path.write_text("\n# ".join(sections).rstrip() + "\n")
    print(f"{datasource}: {len(names)} of {engine.version}")
