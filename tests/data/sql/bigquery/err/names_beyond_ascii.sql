größe + 1

SUM(a) OVER (ORDER BY a, DESC)
