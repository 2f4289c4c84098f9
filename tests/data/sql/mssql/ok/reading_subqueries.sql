-- SQL Server 2019 grammar (ScriptDom)
(SELECT MAX(#totals.a) FROM #totals)

-- SQL Server 2019 grammar (ScriptDom)
a IN (SELECT b FROM ##shared WHERE c = 1)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT TOP (1) WITH TIES a FROM orders ORDER BY b)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT 1_2)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT col ILIKE)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT total = a + 1 FROM orders)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT o.a FROM dbo.orders AS o WITH (NOLOCK) CROSS APPLY dbo.f(o.b) AS x OUTER APPLY (SELECT 1 AS c) AS y WHERE o.a IN (1, 2) ORDER BY o.a OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM orders FOR JSON PATH)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT [1] FROM (SELECT a, b FROM orders) AS s PIVOT (SUM(a) FOR b IN ([1], [2])) AS p)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT v.a FROM (VALUES (1, 2), (3, 4)) AS v(a, b))

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a AS 'name' FROM orders GROUP BY ROLLUP (a), b HAVING COUNT(*) > 1)
