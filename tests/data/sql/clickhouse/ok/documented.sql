json.list[].key

(WITH 1 AS x SELECT x)

a ~* 'x' AND b !~ 'y' OR c !~* 'z'

on + 1

f(where, using) = having
