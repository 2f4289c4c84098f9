-- MariaDB 10.11
(SELECT a FROM t LEFT JOIN u, v)

-- MariaDB 10.11
(SELECT a FROM t LEFT JOIN u c (t.b = c.b))

-- MariaDB 10.11
(SELECT a FROM t u ON t.b = u.b)

-- MariaDB 10.11
(SELECT a FROM t JOIN u USING (b c))

-- MariaDB 10.11
(SELECT a FROM (SELECT 1, 2) AS u (b c, d))

-- MariaDB 10.11
(SELECT a FROM f(b) t AS (c))

-- MariaDB 10.11
(SELECT a FROM s.t t AS v WHERE b = 1)

-- MariaDB 10.11
(SELECT a FROM (SELECT b FROM t) u (SELECT c FROM v) w)

-- MariaDB 10.11
(SELECT SUM(a) OVER w FROM t WINDOW w AS AS (ORDER BY b))

-- MariaDB 10.11
(SELECT SUM(a) OVER OVER (ORDER BY b) FROM t)

-- MariaDB 10.11
(SELECT * d)

-- MariaDB 10.11
(SELECT a FROM t WEHRE f(b))

-- MariaDB 10.11
(SELECT * * FROM s.t)

-- MariaDB 10.11
(SELECT FROM s.t)

-- MariaDB 10.11
(SELECT a, UNION ALL SELECT b)

-- MariaDB 10.11
(SELECT a FROM s. AS t)

-- MariaDB 10.11
(SELECT a FROM t CROSS CROSS JOIN u)

-- MariaDB 10.11
(FROM t |> EXTEND a IN (1, 2) AS b)

-- MariaDB 10.11
(SELECT a FROM t JOIN b NEAREST 1 BY DISTANCE ABS(t.c - b.c))

-- MariaDB 10.11
(SELECT union FROM t)

-- MariaDB 10.11
1 + when

-- MariaDB 10.11
(1 + when)
