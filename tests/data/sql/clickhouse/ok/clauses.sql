-- ClickHouse 26.9.2.1 accepts these
now() + interval ((number / 10) % 100) * 900 millisecond

-- ClickHouse 26.9.2.1 accepts these
t.$1

-- ClickHouse 26.9.2.1 accepts these
SUM(x) OVER (ORDER BY b WITH FILL)

-- ClickHouse 26.9.2.1 accepts these
SUM(x) OVER (PARTITION BY a ORDER BY b WITH FILL FROM 1 TO 10 STEP 1, c ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)

-- ClickHouse 26.9.2.1 accepts these
(SELECT 1 FROM a SEMI LEFT JOIN b ON a.x = b.x GLOBAL ANY LEFT JOIN c USING (x) PREWHERE x = 1 WHERE y)

-- ClickHouse 26.9.2.1 accepts these
(SELECT 1 FROM t u SETTINGS a = 1, b = 2)

-- ClickHouse 26.9.2.1 accepts these
(SELECT s FROM t ARRAY JOIN [1, 2, 3] AS u)

-- ClickHouse 26.9.2.1 accepts these
(SELECT 1 FROM a GROUP BY x WITH ROLLUP HAVING y ORDER BY z LIMIT 1 BY q LIMIT 2 WITH TIES)

-- ClickHouse 26.9.2.1 accepts these
(SELECT 1 FROM a WHERE x WINDOW w AS (ORDER BY a) QUALIFY z ORDER BY y)

-- ClickHouse 26.9.2.1 accepts these
(SELECT a FROM t WHERE c ORDER BY x WITH FILL FROM 1 TO 2 STEP 1 INTERPOLATE (a AS b))

-- ClickHouse 26.9.2.1 accepts these
(SELECT 1 FROM t AS u FINAL SAMPLE 0.1 OFFSET 0.2 WHERE x)
