-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM orders WHERE b 1)

-- GoogleSQL (zetasql 0.1.5)
(SELECT AS 1 x)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM orders GROUP BY a, b c)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM orders UNION ALL b FROM t)

-- GoogleSQL (zetasql 0.1.5)
(WITH t AS (1 AS a) SELECT a FROM t)

-- GoogleSQL (zetasql 0.1.5)
(SELECT x FROM UNNEST(f(a MONTH)) AS x)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM orders,)
