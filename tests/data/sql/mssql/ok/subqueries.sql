-- Transact-SQL reference
CASE WHEN id IN (SELECT TOP(10)PERCENT id FROM orders) THEN 1 ELSE 0 END

-- Transact-SQL reference
ISNULL((SELECT TOP (1) PERCENT qty FROM orders), 0)
