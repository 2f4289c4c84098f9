-- PostgreSQL 18 accepts these
0b_10_0101

-- PostgreSQL 18 accepts these
xmlserialize(DOCUMENT NULL AS text INDENT)

-- PostgreSQL 18 accepts these
xmlexists('/a/b' PASSING BY REF data BY REF)

-- PostgreSQL 18 accepts these
JSON_ARRAY(SELECT i FROM (VALUES (1)) foo(i) RETURNING jsonb)

-- PostgreSQL 18 accepts these
(SELECT a FROM t* AS u WHERE b)
