-- GoogleSQL refuses these
(FROM t SELECT a)

-- GoogleSQL refuses these
(SELECT a FROM t UNION SELECT b FROM u)

-- GoogleSQL refuses these
(SELECT a WHERE b FROM t)
