tags -> 'a' ->> 'b'

tags @> '[1]' AND tags ? 'k'

a ** b

@ amount

a || -1

a<-b

a ~* 'x' AND b !~ 'y'

a OPERATOR(pg_catalog.+) b

x <-> '(1,2)'

a = ANY (b) = c

a IS NORMALIZED

a IS NOT NFKC NORMALIZED

a ISNULL OR b NOTNULL

a BETWEEN SYMMETRIC 2 AND 1

a IS JSON ARRAY WITH UNIQUE KEYS

(a, b) OVERLAPS (c, d)

a OPERATOR(pg_catalog.=) ANY (b)

a OPERATOR(=) SOME (ARRAY[1, 2])

a OPERATOR(public.<>) ALL (SELECT 1)
