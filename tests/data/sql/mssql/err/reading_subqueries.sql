-- SQL Server 2019 grammar (ScriptDom)
(a, b)

-- SQL Server 2019 grammar (ScriptDom)
CAST((a, b) AS int)

-- SQL Server 2019 grammar (ScriptDom)
x 'a'

-- SQL Server 2019 grammar (ScriptDom)
DATE '2024-01-01'

-- SQL Server 2019 grammar (ScriptDom)
(SELECT FROM orders)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT AVG(a), FROM orders)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT '2020' '2020' AS z FROM orders)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM orders AS, t)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT (a, b) FROM orders)

-- SQL Server 2019 grammar (ScriptDom)
(SELECT * "orders")

-- SQL Server 2019 grammar (ScriptDom)
(SELECT a FROM orders c1 BETWEEN 1 AND 2)
