a::int

a == 1

DATE_ADD(a, INTERVAL 1)

a = 'x' b

a \ 2

CASE WHEN status IS NOT NUL THEN 1 END

status || '!'

total === tax
