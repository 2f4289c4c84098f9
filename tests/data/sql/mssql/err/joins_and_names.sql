-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t JOIN u WHERE b = 1)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t RIGHT OUTER JOIN u GROUP BY a)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t JOIN u AS c (t.b = c.b))

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t JOIN u ON t.b = u.b ON b = 1)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t AS u (b c))

-- SQL Server 2019 grammar (ScriptDom)
(WITH t (b c) AS (SELECT 1, 2) SELECT b FROM t)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t u AS v)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t GROUP 1, 2)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT SUM(a) OVER w FROM t WINDOW w w AS (ORDER BY b))

-- SQL Server 2019 grammar (ScriptDom)
(SELECT SUM(a) OVER (ORDER BY b ORDER BY c) FROM t)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM ((SELCT b FROM t) UNION (SELECT c FROM u)) v)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t BY CAST(b AS int))

-- SQL Server 2019 grammar (ScriptDom)
(SELECT * * FROM s.t)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT FROM s.t)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a, UNION ALL SELECT b)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM s. AS t)

-- SQL Server 2019 grammar (ScriptDom)
(VALUES (1) (2))

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM f(b) AS t (c int, d text))

-- SQL Server 2019 grammar (ScriptDom)
(FROM t |> EXTEND a IN (1, 2) AS b)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT * FROM x |> WHERE a > 1 |> SELECT b)

-- SQL Server 2019 grammar (ScriptDom)
1 + when

-- SQL Server 2019 grammar (ScriptDom)
(1 + when)
