-- MariaDB 10.11
(SELECT a FROM t JOIN u WHERE b = 1)

-- MariaDB 10.11
(SELECT a FROM t JOIN u JOIN v ON u.b = v.b ON t.b = u.b)

-- MariaDB 10.11
(SELECT a FROM t CROSS JOIN u)

-- MariaDB 10.11
(SELECT a FROM t NATURAL LEFT OUTER JOIN u)

-- MariaDB 10.11
(SELECT a FROM t JOIN u USING (b, c) LEFT JOIN v ON v.d = u.d)

-- MariaDB 10.11
(SELECT a FROM t, (u JOIN v ON u.b = v.b), w)

-- MariaDB 10.11
(SELECT a FROM t ARRAY JOIN b AS c)

-- MariaDB 10.11
(SELECT a FROM t ASOF JOIN u ON t.b >= u.b)

-- MariaDB 10.11
(SELECT a FROM t STRAIGHT_JOIN (u JOIN v ON u.b = v.b) ON t.b = u.b)

-- MariaDB 10.11
(SELECT sql_text, a FROM t)

-- MariaDB 10.11
(SELECT a FROM t u USE INDEX (b))

-- MariaDB 10.11
((SELECT a FROM t) UNION ALL ((SELECT b FROM u)))

-- MariaDB 10.11
(SELECT a FROM t GROUP BY CUBE ((a, b), (c, d)))

-- MariaDB 10.11
(SELECT a FROM t FOR SYSTEM_TIME AS OF b)

-- MariaDB 10.11
(SELECT a FROM t STRAIGHT_JOIN u ON t.b = u.b)

-- MariaDB 10.11
(SELECT a FROM t GROUP BY ROLLUP ((a, b), c))
