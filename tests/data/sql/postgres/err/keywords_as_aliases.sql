-- PostgreSQL 18.6 accepts these and reads an alias
(SELECT a AND FROM t)

-- PostgreSQL 18.6 accepts these and reads an alias
(SELECT a OR, b FROM t)

-- PostgreSQL 18.6 accepts these and reads an alias
(SELECT a AND)

-- PostgreSQL 18.6 accepts these and reads an alias
(SELECT MAX(a) OR FROM t)
