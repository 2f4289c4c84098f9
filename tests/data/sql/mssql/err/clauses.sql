-- ScriptDom for SQL Server 2019 refuses these
(SELECT a WHERE b = 1 FROM t)

-- ScriptDom for SQL Server 2019 refuses these
(SELECT a FROM t AS u u)

-- ScriptDom for SQL Server 2019 refuses these
(SELECT a FROM t LEFT LEFT JOIN u ON t.a = u.a)

-- ScriptDom for SQL Server 2019 refuses these
(SELECT a FROM t hwere b = 1)

-- ScriptDom for SQL Server 2019 refuses these
CATS(a AS int)
