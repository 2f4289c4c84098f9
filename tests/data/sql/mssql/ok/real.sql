-- Transact-SQL reference
CASE WHEN qty ! < 5 THEN 1 ELSE 0 END

-- Transact-SQL reference
IIF(is_ok = 1e, 0, 1)

-- Transact-SQL reference
CONVERT(nvarchar(100), e.$from_id)

-- Transact-SQL reference
a > = b

-- Transact-SQL reference
a < > b

-- Transact-SQL reference
a ! = b

-- Transact-SQL reference
IIF(a = 0x, 1, 0)

-- Transact-SQL reference
$node_id = b.$to_id
