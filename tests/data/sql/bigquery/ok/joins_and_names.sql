-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t JOIN u WHERE b = 1)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t RIGHT OUTER JOIN u GROUP BY a)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a, UNION ALL SELECT b)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM s. AS t)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t JOIN u)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t NATURAL JOIN u)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t CROSS JOIN u ON t.b = u.b)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM (t JOIN u ON t.b = u.b) JOIN (v JOIN w ON v.b = w.b) ON t.c = v.c)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t LEFT JOIN LATERAL (SELECT b FROM u) v ON TRUE)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t SEMI JOIN u USING (b))

-- GoogleSQL (zetasql 0.1.5)
(SELECT sql_text FROM t)

-- GoogleSQL (zetasql 0.1.5)
(SELECT SUM(a) OVER w FROM t WINDOW w AS (PARTITION BY b ORDER BY c), v AS (w))

-- GoogleSQL (zetasql 0.1.5)
((SELECT a FROM t) FULL OUTER UNION ALL BY NAME (SELECT b FROM u))

-- GoogleSQL (zetasql 0.1.5)
(FROM t |> EXTEND a IN (1, 2) AS b)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t GROUP BY ROLLUP ((a, b), c))

-- GoogleSQL (zetasql 0.1.5)
(SELECT distinctrow FROM t)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t FOR SYSTEM_TIME AS OF b)
