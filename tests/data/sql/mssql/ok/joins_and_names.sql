-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t, .u)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t JOIN u JOIN v ON u.b = v.b ON t.b = u.b)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t CROSS JOIN u)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM (t JOIN u ON t.b = u.b) JOIN (v JOIN w ON v.b = w.b) ON t.c = v.c)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t, (u JOIN v ON u.b = v.b), w)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM (SELECT 1, 2) AS t (b, c))

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t ASOF JOIN u ON t.b >= u.b)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT sql_text FROM t)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT sql_text, a FROM t)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t TABLESAMPLE system (10) REPEATABLE (1))

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t AS u TABLESAMPLE (10 PERCENT))

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t u WITH (NOLOCK, INDEX (b)) WHERE c = 1)

-- SQL Server 2019 grammar (ScriptDom)
((SELECT a FROM t) UNION ALL ((SELECT b FROM u)))

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t GROUP BY ROLLUP ((a, b), c))

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM t GROUP BY CUBE ((a, b), (c, d)))

-- SQL Server 2019 grammar (ScriptDom)
(SELECT distinctrow FROM t)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM nearest JOIN u ON nearest.b = u.b)
