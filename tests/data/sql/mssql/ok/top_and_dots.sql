-- SQL Server 2019's parser, ScriptDom, accepts these
(SELECT TOP 5 PERCENT WITH TIES a FROM t ORDER BY b)

-- SQL Server 2019's parser, ScriptDom, accepts these
(SELECT TOP (5) a AS b FROM t)

-- SQL Server 2019's parser, ScriptDom, accepts these
(SELECT TOP (@x) PERCENT a FROM t)

-- SQL Server 2019's parser, ScriptDom, accepts these
(SELECT TOP 5 a = b FROM t)

-- SQL Server 2019's parser, ScriptDom, accepts these
(SELECT TOP 5 * FROM t)

-- SQL Server 2019's parser, ScriptDom, accepts these
(SELECT DISTINCT TOP 5 a FROM t)

-- SQL Server 2019's parser, ScriptDom, accepts these
(SELECT TOP 5.5 PERCENT a FROM t)

-- SQL Server 2019's parser, ScriptDom, accepts these
(SELECT a FROM .t)

-- SQL Server 2019's parser, ScriptDom, accepts these
(SELECT a FROM ..t)

-- SQL Server 2019's parser, ScriptDom, accepts these
(SELECT a FROM t JOIN ..u ON 1 = 1)

-- SQL Server 2019's parser, ScriptDom, accepts these
(SELECT a FROM t, ..u)

-- SQL Server 2019's parser, ScriptDom, accepts these
(SELECT a day FROM t)
