-- SQL Server 2019's parser, ScriptDom, refuses these
(SELECT TOP a FROM t)

-- SQL Server 2019's parser, ScriptDom, refuses these
(SELECT TOP 5 percent FROM t)

-- SQL Server 2019's parser, ScriptDom, refuses these
(SELECT TOP 5 name FROOM t ORDER BY a)

-- SQL Server 2019's parser, ScriptDom, refuses these
(SELECT TOP 5 FROM t)

-- SQL Server 2019's parser, ScriptDom, refuses these
(SELECT a FROM t WHERE .b = 1)

-- SQL Server 2019's parser, ScriptDom, refuses these
(SELECT a FROM t WHERE a = .b)

-- SQL Server 2019's parser, ScriptDom, refuses these
(SELECT f(.b) FROM t)

-- SQL Server 2019's parser, ScriptDom, refuses these
(SELECT a FROM t LEFT OUTER OUTER JOIN u ON 1 = 1)

-- SQL Server 2019's parser, ScriptDom, refuses these
(SELECT a FROM t OUTER JOIN u ON 1 = 1)

-- SQL Server 2019's parser, ScriptDom, refuses these
(SELECT DISTINCT FROM t)

a..b

a..b + 1

db...t.a

db.s..a
