a && b || !c XOR d

a DIV 2 MOD 3

a <=> NULL

a SOUNDS LIKE b

a NOT REGEXP BINARY 'x'

@x := @x + 1

@@global.sql_mode

a MEMBER OF (b)

a -> '$.x' ->> '$.y'

1--1

a <=> b & c | d ^ e << 1
