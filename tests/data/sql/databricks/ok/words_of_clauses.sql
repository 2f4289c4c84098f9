-- Spark 4.3.0: words of clauses are not columns
(SELECT a FROM t LEFT SEMI JOIN u USING (b) LATERAL VIEW EXPLODE(c) v AS d ORDER BY a NULLS FIRST)

-- Spark 4.3.0: words of clauses are not columns
(SELECT first, view FROM t GROUP BY a WITH ROLLUP)
