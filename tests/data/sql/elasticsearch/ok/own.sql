"Order Date" + 1

a::long

MATCH(notes, 'late', 'operator=and')

a RLIKE 'x.*'

INTERVAL '1' DAY

HISTOGRAM(a, INTERVAL 1 MONTH)

{d '2024-01-01'}

?
