-- DuckDB 2.0.1 accepts these
(SELECT * EXCLUDE (foo) RENAME (bar AS baz) FROM t)

-- DuckDB 2.0.1 accepts these
(SELECT * EXCLUDE foo RENAME bar AS baz FROM t)

-- DuckDB 2.0.1 accepts these
(SELECT * FROM q UNPIVOT (values FOR quarter IN (b, c)))

-- DuckDB 2.0.1 accepts these
(SELECT w.d FROM w JOIN y ON TRUE ANTI JOIN z ON b > 0)

-- DuckDB 2.0.1 accepts these
(SELECT a.id FROM a JOIN b NEAREST 1 BY DISTANCE ABS(a.id - b.id) WHERE a.id > 0)

-- DuckDB 2.0.1 accepts these
(SELECT * FROM (UNPIVOT t ON COLUMNS(* EXCLUDE (a, b)) INTO NAME month VALUE sales) AS u)

-- DuckDB 2.0.1 accepts these
(FROM t SELECT a, 9 AS i ORDER BY a)

-- DuckDB 2.0.1 accepts these
(SELECT * FROM ((SELECT a FROM t LIMIT 2) UNION (SELECT b FROM u) ORDER BY a) v WHERE a)
