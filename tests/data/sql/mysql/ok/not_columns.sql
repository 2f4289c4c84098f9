-- MariaDB 10.11 and the MySQL manual
DATE_ADD(day, INTERVAL 1 MONTH)

-- MariaDB 10.11 and the MySQL manual
DATE_SUB(month, INTERVAL 1 DAY)

-- MariaDB 10.11 and the MySQL manual
DATEDIFF(day, month)

-- MariaDB 10.11 and the MySQL manual
TIMESTAMPDIFF(MONTH, a, day)
