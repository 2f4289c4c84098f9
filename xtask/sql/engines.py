"""Asks SQL engines whether their own parser accepts a text as one expression.

Uses every installed engine and skips the others:

    pip install duckdb chdb pglast pyspark pymysql zetasql     (pyspark needs Java)
    MariaDB: a running server, MARIADB_SOCKET=/path/to/socket
    SQL Server: SCRIPTDOM=/path/to/program, built from `scriptdom.cs`
    SQLite comes with Python.

An expression is tried in two places, because one is not enough: `x) + (y` fits between the parentheses of a select
list, and `a, b` fits into it without any.
"""

import base64
import logging
import os
import sqlite3
import subprocess

WRAPPERS = [
    "SELECT (\n{}\n) AS r FROM orders",
    "SELECT CASE WHEN 1 = 1 THEN\n{}\nELSE NULL END AS r FROM orders",
]


class Engine:
    """`parses` expects a statement; `version` identifies the engine in the results."""

    def accepts(self, sql):
        """None if the engine cannot decide."""
        verdicts = [self.parses(wrapper.format(sql)) for wrapper in WRAPPERS]
        return False if False in verdicts else None if None in verdicts else True


class DuckDb(Engine):
    dialects = ["duckdb"]

    def __init__(self):
        import duckdb

        self.connection = duckdb.connect()
        self.version = "DuckDB " + duckdb.__version__

    def parses(self, statement):
        query = "SELECT json_serialize_sql(?::VARCHAR)"
        (found,) = self.connection.execute(query, [statement]).fetchone()
        return '"error":false' in found

    def aggregates(self):
        query = "SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type = 'aggregate'"
        return [name for (name,) in self.connection.execute(query).fetchall()]

    def functions(self):
        """Whether there is a function of a name."""
        query = "SELECT DISTINCT lower(function_name) FROM duckdb_functions()"
        names = {name for (name,) in self.connection.execute(query).fetchall()}
        return lambda name: name.lower() in names


class ClickHouse(Engine):
    dialects = ["clickhouse"]

    def __init__(self):
        import chdb.session

        self.session = chdb.session.Session()
        self.version = "ClickHouse " + str(self.session.query("SELECT version()", "TSV")).strip()

    def parses(self, statement):
        try:
            self.session.query("EXPLAIN AST " + statement, "TSV")
        except Exception as error:
            # Parameters without a value are not a syntax error.
            return "SYNTAX_ERROR" not in str(error) and "Code: 62." not in str(error)
        return True

    def aggregates(self):
        found = self.session.query("SELECT name FROM system.functions WHERE is_aggregate", "TSV")
        return str(found).split()

    def functions(self):
        """Whether there is a function of a name, in that case if case matters."""
        found = str(self.session.query("SELECT name, case_insensitive FROM system.functions", "TSV"))
        rows = [line.split("\t") for line in found.splitlines()]
        exact = {name for name, _ in rows} | {name + "If" for name, _ in rows}
        folded = {name.lower() for name, folds in rows if folds == "1"}
        return lambda name: name in exact or name.lower() in folded

    def combinators(self):
        found = self.session.query("SELECT name FROM system.aggregate_function_combinators", "TSV")
        return str(found).split()


class Postgres(Engine):
    dialects = ["postgres"]

    def __init__(self):
        import pglast

        self.pglast = pglast
        self.version = "PostgreSQL " + ".".join(map(str, pglast.get_postgresql_version()))

    def parses(self, statement):
        try:
            self.pglast.parse_sql(statement)
        except self.pglast.parser.ParseError:
            return False
        return True


class Sqlite(Engine):
    dialects = ["sqlite"]

    def __init__(self):
        self.connection = sqlite3.connect(":memory:")
        self.version = "SQLite " + sqlite3.sqlite_version

    def parses(self, statement):
        try:
            self.connection.execute("EXPLAIN " + statement)
        except (sqlite3.Error, sqlite3.Warning, ValueError) as error:
            text = str(error)
            signs = ["syntax error", "incomplete input", "unrecognized token", "null character"]
            return not any(sign in text for sign in signs)
        return True


class Spark(Engine):
    dialects = ["databricks"]

    def __init__(self):
        from pyspark.sql import SparkSession

        logging.disable(logging.ERROR)
        builder = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
        self.session = builder.getOrCreate()
        self.session.sparkContext.setLogLevel("OFF")
        self.parser = self.session._jsparkSession.sessionState().sqlParser()
        self.version = "Spark " + self.session.version

    def parses(self, statement):
        try:
            self.parser.parsePlan(statement)
        except Exception as error:
            return type(error).__name__ != "ParseException"
        return True

    def functions(self):
        """Whether there is a function of a name."""
        names = {row.function.lower() for row in self.session.sql("SHOW FUNCTIONS").collect()}
        return lambda name: name.lower() in names

    def aggregates(self):
        found = self.session._jvm.org.apache.spark.sql.catalyst.analysis.FunctionRegistry
        infos = found.expressions()
        names = []
        iterator = infos.iterator()
        while iterator.hasNext():
            pair = iterator.next()
            if pair._2()._1().getGroup() == "agg_funcs":
                names.append(pair._1())
        return names


class BigQuery(Engine):
    """GoogleSQL with every feature, so it accepts more than BigQuery does."""

    dialects = ["bigquery"]

    def __init__(self):
        from importlib.metadata import version

        from zetasql.api import Parser
        from zetasql.types import LanguageOptions

        self.parser = Parser(LanguageOptions.maximum_features())
        self.version = "GoogleSQL of zetasql " + version("zetasql")

    def parses(self, statement):
        try:
            self.parser.parse_statement(statement)
        except Exception as error:
            return "INVALID_ARGUMENT" not in str(error)
        return True


class SqlServer(Engine):
    dialects = ["sqlserver"]
    # A condition is no value here.
    CONDITIONS = [
        "SELECT 1 AS r FROM orders WHERE (\n{}\n)",
        "SELECT CASE WHEN\n{}\nTHEN 1 END AS r FROM orders",
    ]

    def __init__(self):
        pipe = subprocess.PIPE
        self.process = subprocess.Popen([os.environ["SCRIPTDOM"]], stdin=pipe, stdout=pipe)
        self.version = "ScriptDom, SQL Server 2019"

    def parses(self, statement):
        self.process.stdin.write(base64.b64encode(statement.encode()) + b"\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().startswith(b"1")

    def accepts(self, sql):
        return super().accepts(sql) or all(
            self.parses(wrapper.format(sql)) for wrapper in self.CONDITIONS
        )


class MariaDb(Engine):
    dialects = ["mysql"]

    def __init__(self):
        import pymysql

        socket = os.environ["MARIADB_SOCKET"]
        self.error = pymysql.MySQLError
        self.connection = pymysql.connect(unix_socket=socket, user="root", charset="utf8mb4")
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT VERSION()")
            self.version = "MariaDB " + cursor.fetchone()[0]
            cursor.execute("CREATE DATABASE IF NOT EXISTS judge")
            cursor.execute("USE judge")

    def parses(self, statement):
        try:
            with self.connection.cursor() as cursor:
                cursor.execute("EXPLAIN " + statement)
        except self.error as error:
            # Unknown tables are looked up after parsing; wrong types and numbers of arguments are
            # found before it ends.
            return {1064: False, 1146: True}.get(error.args[0])
        return True


def engines():
    """All available engines, by dialect."""
    found = {}
    for make in [DuckDb, ClickHouse, Postgres, Sqlite, Spark, MariaDb, BigQuery, SqlServer]:
        try:
            engine = make()
        except (ImportError, KeyError) as error:
            print(f"skipped {make.__name__}: {error!r}")
            continue
        for dialect in engine.dialects:
            found[dialect] = engine
    return found
