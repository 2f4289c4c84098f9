OPERATOR(pg_catalog.-) a

SUBSTRING(a SIMILAR 'x#"y#"z' ESCAPE '#')

XMLROOT(a, VERSION NO VALUE, STANDALONE YES)

XMLSERIALIZE(CONTENT 42 AS text)

XMLEXISTS('//a' PASSING a BY VALUE)

JSON_OBJECT(RETURNING text FORMAT JSON ENCODING UTF8)

numeric(5, 2) '5.1'

character varying(3) 'abc'

national character varying(10) 'x'

1_0.5_0e1_0

NOT a = b IS NOT NULL = c

JSON_ARRAYAGG(a ORDER BY b ABSENT ON NULL)

JSON_OBJECTAGG(a : b)

by + 1

update(a) + delete(b)

drop IS NULL
