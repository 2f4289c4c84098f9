E'it\'s' || $$a'b$$ || $q$x$$y$q$ || U&'d\0061' UESCAPE '!' || B'1' || X'1F' || N'n'

'multi'
'line'

ARRAY[[1, 2], [3, 4]]

ARRAY[]::text[]

(tags)[1:2]

a[1][2:3]

(f(x)).y

(REGEXP_MATCH(a, 'b'))[1]

ROW(1, a)

INTERVAL '1 day'

INTERVAL(3) '1 second'

INTERVAL '1-2' YEAR TO MONTH

timestamp with time zone '2024-01-01'

float8 '1.5'

f(VARIADIC a)

f(a => 1, b := 2)

COLLATION FOR (a)

XMLELEMENT(name foo, XMLATTRIBUTES(a AS b), c)

JSON_OBJECT('a': 1, 'b' VALUE 2 NULL ON NULL RETURNING jsonb)

ARRAY(SELECT a FROM t)

x AT TIME ZONE 'UTC'

a COLLATE "de_DE"

NORMALIZE(a, NFC)

OVERLAY(a PLACING 'x' FROM 1 FOR 2)

(VALUES (1), (2))

((SELECT 1) UNION (SELECT 2))

$1 + 1
