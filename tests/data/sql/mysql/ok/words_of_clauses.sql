-- MariaDB 10.11.19: words of clauses are not columns
(SELECT a FROM t GROUP BY b WITH ROLLUP LOCK IN SHARE MODE)

-- MariaDB 10.11.19: words of clauses are not columns
(SELECT share FROM t FOR UPDATE)
