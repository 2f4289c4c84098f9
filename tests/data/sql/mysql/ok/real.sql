-- MariaDB 10.11 and the MySQL manual
forecast(qty)

-- MariaDB 10.11 and the MySQL manual
CONCAT(code, _latin1 0x2D)

-- MariaDB 10.11 and the MySQL manual
SUM(DISTINCTROW qty)

-- MariaDB 10.11 and the MySQL manual
_binary b'11'

-- MariaDB 10.11 and the MySQL manual
_utf8mb4 0b11

-- MariaDB 10.11 and the MySQL manual
AVG(DISTINCTROW a)
