-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t LEFT JOIN u c (t.b = c.b))

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t, u ON t.b = u.b)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t JOIN u ON t.b = u.b ON b = 1)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t AS u (b c))

-- GoogleSQL (zetasql 0.1.5)
(WITH t (b c) AS (SELECT 1, 2) SELECT b FROM t)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t u AS v)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t ORDER 1)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM (SELECT b FROM t) u (SELECT c FROM v) w)

-- GoogleSQL (zetasql 0.1.5)
(SELECT SUM(a) OVER w FROM t WINDOW w AS AS (ORDER BY b))

-- GoogleSQL (zetasql 0.1.5)
(SELECT SUM(a) OVER OVER (ORDER BY b) FROM t)

-- GoogleSQL (zetasql 0.1.5)
(SELECT * d)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t BY CAST(b AS int))

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t u v (b))

-- GoogleSQL (zetasql 0.1.5)
(SELECT FROM t AS u)

-- GoogleSQL (zetasql 0.1.5)
(SELECT SELECT * FROM s.t)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t, .u)

-- GoogleSQL (zetasql 0.1.5)
(VALUES (1) (2))

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM f(b) AS t (c int, d text))

-- GoogleSQL (zetasql 0.1.5)
(SELECT a FROM t JOIN b NEAREST 1 BY DISTANCE ABS(t.c - b.c))

-- GoogleSQL (zetasql 0.1.5)
(SELECT union FROM t)

-- GoogleSQL (zetasql 0.1.5)
a * when

-- GoogleSQL (zetasql 0.1.5)
(1 + when)
