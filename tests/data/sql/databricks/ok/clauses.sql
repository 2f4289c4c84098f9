-- Spark 4.3.0 accepts these
(SELECT w.d FROM w JOIN y ON TRUE SEMI JOIN z ON b > 0)

-- Spark 4.3.0 accepts these
(SELECT * FROM t MINUS SELECT * FROM u)

-- Spark 4.3.0 accepts these
(FROM x |> AGGREGATE SUM(x1) AS s GROUP BY x2 AS g |> WHERE s > 0)

-- Spark 4.3.0 accepts these
(WITH x AS (SELECT 1 AS x1) FROM x |> SELECT x1, 2 AS x2)

-- Spark 4.3.0 accepts these
(SELECT a, b FROM x LATERAL VIEW EXPLODE(y) t a, b WHERE a)

-- Spark 4.3.0 accepts these
(FROM t SELECT a WHERE b SELECT c WHERE d)
