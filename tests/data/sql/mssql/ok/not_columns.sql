-- Transact-SQL reference
DATEFROMPARTS(year, month, 1)

-- Transact-SQL reference
TIMEFROMPARTS(hour, minute, 0, 0, 0)

-- Transact-SQL reference
CONVERT([datetime], a)

-- Transact-SQL reference
TRY_CONVERT([int], a)

-- Transact-SQL reference
DATETIMEFROMPARTS(year, month, day, hour, minute, second, 0)

-- Transact-SQL reference
DATENAME(month, month)

-- Transact-SQL reference
DATETRUNC(day, day)

-- Transact-SQL reference
DATE_BUCKET(week, 2, day)
