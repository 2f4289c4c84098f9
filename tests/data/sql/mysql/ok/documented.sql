DATE_ADD(a, INTERVAL (b, c) = (1, 2) DAY)

INTERVAL(a, 1, 10) = 2

BINARY 0 = 'a'

JSON_ARRAYAGG(a)

!~a
